/* Where map, legend and timeline lie in a picture. */

/** @typedef {"map" | "time" | "both"} What */
/** @typedef {{ map: Rect | null, legend: Rect | null, time: Rect | null, height: number }} Rooms */

const GAP_PX = 14;
const SIDE = 0.5; // of a slide that has both, for the map

/**
 * The rooms below the head of a slide, which is so high; the legend lies below the map.
 * @param {What} what @param {Rect} body @param {(width: number) => number} legend how high it is
 * @returns {Rooms}
 */
export function slideRooms(what, body, legend) {
  const { x, y, w, h } = body;
  const height = y + h;
  if (what === "time") return { map: null, legend: null, time: body, height };
  const width = what === "both" ? Math.round(w * SIDE) - GAP_PX / 2 : w;
  const low = legend(width);
  const map = { x, y, w: width, h: h - low - (low ? GAP_PX / 2 : 0) };
  const below = { x, y: y + h - low, w: width, h: low };
  const time = what === "both" ? { x: x + width + GAP_PX, y, w: w - width - GAP_PX, h } : null;
  return { map, legend: below, time, height };
}

/**
 * The rooms below the head of a picture that is as long as what is in it, one below the other.
 * @param {What} what @param {{ x: number, y: number, w: number }} top
 * @param {{ map: number, time: number }} heights @param {(width: number) => number} legend
 * @returns {Rooms}
 */
export function screenRooms(what, { x, y, w }, heights, legend) {
  let below = y;
  const room = (/** @type {number} */ h) => {
    const own = { x, y: below, w, h };
    below += h + GAP_PX;
    return own;
  };
  const map = what === "time" ? null : room(heights.map);
  const signs = what === "time" ? null : room(legend(w));
  const time = what === "map" ? null : room(heights.time);
  return { map, legend: signs, time, height: below - GAP_PX };
}
