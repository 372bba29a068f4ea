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
 * How far from its disc the name of a stop lies: at the first of a few places where it lies on the
 * map and on nothing that is taken, off the `lines` where it can; null where there is no such place.
 * @param {XY} at @param {Size} size @param {{ window: XY, taken: Rect[], lines: Rect[] }} room
 * @returns {[number, number] | null}
 */
export function nameSpot(at, size, { window, taken, lines }) {
  const clear = nameSpots(size).filter((spot) => {
    const box = beside(at, spot, size);
    return within(box, window) && free(box, taken);
  });
  return clear.find((spot) => free(beside(at, spot, size), lines)) || clear[0] || null;
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
