/* What placing names needs to know of a view; points are in pixels of the map's window. */
import { meets } from "../ground/boxes.js";
import { inside } from "../ground/outlines.js";
import { COLOURS } from "../ground/sheet.js";
import { mercator, WORLD_PX } from "../plane/projection.js";
import { clamp } from "./placement.js";

const CELL_PX = 80;

/**
 * @param {Model} model @param {View} view @param {XY} corner of the window, in layer pixels
 * @param {XY} size of the window @param {(x: number, y: number) => boolean} landAt
 * @param {number} [leastPx] of a letter @returns {World}
 */
export function worldOf(model, view, corner, size, landAt, leastPx = 0) {
  const seen = model.units.filter((unit) => unit.rings.some((ring) => meets(ring.box, view.box)));
  const pointOf = (/** @type {number} */ x, /** @type {number} */ y) => ({
    x: x * view.scale - view.x - corner.x,
    y: y * view.scale - view.y - corner.y,
  });
  /** @type {World["unitAt"]} */
  const unitAt = (x, y) => {
    if (!landAt(x, y)) return undefined;
    /** @type {[number, number]} */
    const at = [(x + view.x + corner.x) / view.scale, (y + view.y + corner.y) / view.scale];
    return seen.find((unit) => inside(unit, at, view.zoom));
  };
  /** @type {Cell[] | null} */
  let cells = null;
  return {
    zoom: view.zoom,
    size,
    colours: COLOURS,
    leastPx,
    degree: (view.scale * WORLD_PX) / 360,
    provinces: seen.filter((unit) => unit.at && unit.code !== unit.country),
    pointOf,
    point: ([lat, lon]) => pointOf(...mercator(lon, lat)),
    within: ({ x, y }, margin) => x >= margin && y >= margin && x <= size.x - margin && y <= size.y - margin,
    toEdge: ({ x, y }) => Math.min(x, y, size.x - x, size.y - y),
    landAt,
    unitAt,
    cells: () => (cells ||= gridOf(size, unitAt)),
  };
}

/**
 * Points spread over the view, each with the country that it lies in (undefined at sea).
 * @param {XY} size @param {World["unitAt"]} unitAt @returns {Cell[]}
 */
export function gridOf(size, unitAt) {
  const columns = clamp(5, Math.round(size.x / CELL_PX), 20);
  const rows = clamp(5, Math.round(size.y / CELL_PX), 14);
  const cells = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = ((column + 0.5) / columns) * size.x;
      const y = ((row + 0.5) / rows) * size.y;
      cells.push({ x, y, country: unitAt(x, y)?.country });
    }
  }
  return cells;
}
