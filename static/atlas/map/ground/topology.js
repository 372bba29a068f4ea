/* The basemap's data decoded from TopoJSON (see basemap-data.js).
 *
 * A point is x, y in pixels of zoom 0 in Web Mercator (0 to 256). An `arc` is a line that is stored
 * once, however many areas it bounds; a step in a ring is its number, ~number backwards.
 */
import { mercator } from "../plane/projection.js";
import { emptyBox, stretch } from "./boxes.js";
import { commonOutline, ringOf } from "./outlines.js";

/**
 * The units, lakes and far lands as areas, the rivers, the arcs by the letter of their kind, the
 * land as rings, the countries by code, and what each code stands for.
 * @param {BasemapData} data @returns {Model}
 */
export function modelOf(data) {
  const { objects, transform, kinds } = data.topology;
  const arcs = data.topology.arcs.map((steps, i) => decodedArc(steps, transform, kinds[i]));
  const units = /** @type {Unit[]} */ (areas(objects.units.geometries, arcs));
  const rivers = riversOf(objects.rivers.geometries, arcs);
  const countries = new Map(data.countries.map((country) => [country.code, country]));
  return {
    data,
    kinds: byKind(arcs),
    units,
    lakes: areas(objects.lakes.geometries, arcs),
    far: areas(objects.far.geometries, arcs),
    rivers,
    land: commonOutline(units),
    countries,
    byCode: codes(units, rivers, countries),
  };
}

/**
 * @param {[number, number][]} steps @param {{ scale: number[], translate: number[] }} transform
 * @param {string} kind @returns {Arc}
 */
export function decodedArc(steps, { scale, translate }, kind) {
  const points = new Float64Array(steps.length * 2);
  const box = emptyBox();
  let column = 0;
  let row = 0;
  steps.forEach((step, i) => {
    column += step[0];
    row += step[1];
    const [x, y] = mercator(column * scale[0] + translate[0], row * scale[1] + translate[1]);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    stretch(box, { west: x, east: x, north: y, south: y });
  });
  return { points, box, kind, levels: [] };
}

/** @param {Arc[]} arcs @returns {Record<string, Arc[]>} */
function byKind(arcs) {
  /** @type {Record<string, Arc[]>} */
  const kinds = {};
  for (const arc of arcs) (kinds[arc.kind] ||= []).push(arc);
  return kinds;
}

/** @param {Geometry[]} geometries @param {Arc[]} arcs @returns {Area[]} */
function areas(geometries, arcs) {
  const step = (/** @type {number} */ n) => ({ arc: arcs[n < 0 ? ~n : n], backwards: n < 0 });
  return geometries.map((geometry) => {
    const polygons = /** @type {number[][][]} */ (geometry.arcs);
    const rings = polygons.flatMap((polygon) => polygon.map((ring) => ringOf(ring.map(step))));
    return { rings, ...geometry.properties };
  });
}

/** @param {Geometry[]} geometries @param {Arc[]} arcs @returns {River[]} */
function riversOf(geometries, arcs) {
  return geometries.map((geometry) => {
    const lines = /** @type {number[][]} */ (geometry.arcs);
    const own = lines.flat().map((n) => arcs[n < 0 ? ~n : n]);
    return /** @type {River} */ ({ arcs: own, ...geometry.properties });
  });
}

/**
 * @param {Unit[]} units @param {River[]} rivers @param {Map<string, Named>} countries
 * @returns {Map<string, Coded>}
 */
function codes(units, rivers, countries) {
  /** @type {Map<string, Coded>} */
  const found = new Map();
  for (const unit of units) {
    if (unit.code !== unit.country) found.set(unit.code, { units: [unit], rivers: [], at: unit.at });
    const at = countries.get(unit.country)?.at;
    const country = found.get(unit.country) || { units: [], rivers: [], at };
    country.units.push(unit);
    found.set(unit.country, country);
  }
  for (const river of rivers) {
    if (river.code) found.set(river.code, { units: [], rivers: [river], at: river.at });
  }
  return found;
}
