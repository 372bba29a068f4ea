/* Where the words of stops lie, so that none covers another. */
import { beside, free, within } from "../plane/rectangles.js";

/**
 * One label for an area however often the journey comes back to it: its numbers together.
 * @param {Mark[]} marks @returns {Mark[]}
 */
export function labelMarks(marks) {
  /** @type {Map<string, Mark>} */
  const areas = new Map();
  for (const mark of marks) {
    const key = mark.codes ? mark.codes.join() : mark.id;
    const same = areas.get(key);
    areas.set(key, same ? joined(same, mark) : mark);
  }
  return [...areas.values()];
}

/** @param {Mark} one @param {Mark} other @returns {Mark} */
function joined(one, other) {
  const ids = [...one.ids, ...other.ids];
  return { ...one, ids, n: `${one.n}, ${other.n}`, tip: `${one.tip}\n${other.tip}` };
}

/**
 * How far from its point the words of a stop lie: at the first of a few places where they lie on
 * the map and on nothing that is taken. A name is read only off the `lines`; the label of an area
 * covers what lies under it.
 * @param {XY} at @param {Size} size @param {boolean} area
 * @param {{ window: XY, taken: Rect[], lines: Rect[] }} room
 */
export function spotOf(at, size, area, { window, taken, lines }) {
  const spots = area ? areaSpots(size) : nameSpots(size);
  const seen = spots.filter((spot) => within(beside(at, spot, size), window));
  const clear = seen.filter((spot) => free(beside(at, spot, size), taken));
  const best = area ? clear[0] : clear.find((spot) => free(beside(at, spot, size), lines));
  return best || clear[0] || seen[0] || spots[0];
}

/**
 * Places for the words of an area: on its anchor, else as little beside it as can be.
 * @param {Size} size @returns {[number, number][]}
 */
function areaSpots({ w, h }) {
  const rows = [0, -1, 1, -2, 2];
  const shifts = [0, 0.3, -0.3, 0.6, -0.6].flatMap((x) => rows.map((y) => [x * w, y * (h + 5)]));
  shifts.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
  return shifts.map(([x, y]) => [x - w / 2, y - h / 2]);
}

/**
 * Places for the name beside a disc: right, left, above, below, and the corners.
 * @param {Size} size @returns {[number, number][]}
 */
function nameSpots({ w, h }) {
  const sides = [
    [17, -h / 2],
    [-17 - w, -h / 2],
    [-w / 2, -17 - h],
    [-w / 2, 17],
  ];
  const corners = [
    [12, -14 - h],
    [12, 14],
    [-12 - w, -14 - h],
    [-12 - w, 14],
  ];
  return /** @type {[number, number][]} */ ([...sides, ...corners]);
}
