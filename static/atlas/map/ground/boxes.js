/* Boxes of the world: west, north, east and south in pixels of zoom 0, so that south is greater. */

/** @returns {Box} a box of nothing */
export function emptyBox() {
  return { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
}

/**
 * Makes a box large enough for another one.
 * @param {Box} box @param {Box} other
 */
export function stretch(box, other) {
  box.west = Math.min(box.west, other.west);
  box.north = Math.min(box.north, other.north);
  box.east = Math.max(box.east, other.east);
  box.south = Math.max(box.south, other.south);
}

/** @param {Box} a @param {Box} b */
export function meets(a, b) {
  return a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north;
}

/** @param {Box} box @param {[number, number]} at */
export function holds(box, [x, y]) {
  return x >= box.west && x <= box.east && y >= box.north && y <= box.south;
}
