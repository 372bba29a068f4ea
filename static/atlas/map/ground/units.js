/* Units of the basemap by code: what codes name, their common outline, and a point for all. */
import { distanceToLine } from "../plane/curves.js";
import { latLonOf, mercator } from "../plane/projection.js";
import { inside, commonOutline, outerSteps } from "./outlines.js";
import { pointsAt } from "./simplify.js";

const MARK = { fill: "var(--many)", fillOpacity: 0.08, dash: [], weight: 1.3 };

/**
 * The units and rivers that codes name; codes that the map does not know are left out.
 * @param {Model} model @param {string | string[] | null | undefined} codes
 */
export function unitsOf(model, codes) {
  /** @type {{ units: Unit[], rivers: River[], points: LatLon[] }} */
  const found = { units: [], rivers: [], points: [] };
  for (const code of [codes || []].flat()) {
    const item = model.byCode.get(code) || model.byCode.get(model.data.aliases[code]);
    if (!item) continue;
    found.units.push(...item.units);
    found.rivers.push(...item.rivers);
    if (item.at) found.points.push(item.at);
  }
  return found;
}

/**
 * What is drawn of a mark: its units with one common outline, and its rivers.
 * @param {Model} model @param {AskedMark} mark @returns {AreaMark}
 */
export function areaMark(model, mark) {
  const { units, rivers } = unitsOf(model, mark.codes);
  const outline = outerSteps(units).map((step) => step.arc);
  return {
    ...MARK,
    ...mark,
    rings: commonOutline(units),
    outline: outline.filter((arc) => arc.kind !== "e"),
    rivers: rivers.flatMap((river) => river.arcs),
  };
}

/**
 * A point that stands for the units together: of one its label point; of several their middle if it
 * lies in one of them, else the label point nearest to it; of rivers a point on a river. Null where
 * no code is known.
 * @param {Model} model @param {string | string[]} codes @returns {{ lat: number, lng: number } | null}
 */
export function anchor(model, codes) {
  const { units, rivers, points } = unitsOf(model, codes);
  if (points.length < 2) return points.length ? latLng(points[0]) : null;
  const mean = (/** @type {0 | 1} */ k) => points.reduce((sum, at) => sum + at[k], 0) / points.length;
  /** @type {LatLon} */
  const middle = [mean(0), mean(1)];
  if (!units.length) return latLng(nearest(vertices(rivers), middle));
  const at = mercator(middle[1], middle[0]);
  return latLng(units.some((unit) => inside(unit, at)) ? middle : nearest(points, middle));
}

/**
 * The unit (province, else country) at a point; undefined at sea.
 * @param {Model} model @param {{ lat: number, lng: number }} point
 */
export function unitAt(model, { lat, lng }) {
  const at = mercator(lng, lat);
  return model.units.find((unit) => inside(unit, at));
}

/**
 * Tells of a world point whether it lies in the units that codes name, as they are drawn at a zoom,
 * or so near to one of their rivers.
 * @param {Model} model @param {string | string[]} codes
 * @returns {(at: [number, number], zoom: number, near: number) => boolean}
 */
export function areaTest(model, codes) {
  const { units, rivers } = unitsOf(model, codes);
  const arcs = rivers.flatMap((river) => river.arcs);
  return (at, zoom, near) =>
    units.some((unit) => inside(unit, at, zoom)) || arcs.some((arc) => isNear(arc, at, zoom, near));
}

/** @param {Arc} arc @param {[number, number]} at @param {number} zoom @param {number} near */
function isNear(arc, [x, y], zoom, near) {
  const { west, north, east, south } = arc.box;
  if (x < west - near || x > east + near || y < north - near || y > south + near) return false;
  const line = pointsAt(arc, zoom);
  const points = Array.from({ length: line.length / 2 }, (_, i) => ({ x: line[2 * i], y: line[2 * i + 1] }));
  return distanceToLine({ x, y }, points) <= near;
}

/** @param {LatLon} at */
function latLng([lat, lng]) {
  return { lat, lng };
}

/** @param {LatLon[]} points @param {LatLon} to */
function nearest(points, to) {
  const narrowing = Math.cos((to[0] * Math.PI) / 180);
  const away = (/** @type {LatLon} */ at) => Math.hypot(at[0] - to[0], (at[1] - to[1]) * narrowing);
  return points.reduce((best, at) => (away(at) < away(best) ? at : best));
}

/** @param {River[]} rivers @returns {LatLon[]} */
function vertices(rivers) {
  const points = [];
  for (const { points: line } of rivers.flatMap((river) => river.arcs)) {
    for (let i = 0; i < line.length; i += 2) points.push(latLonOf(line[i], line[i + 1]));
  }
  return points;
}
