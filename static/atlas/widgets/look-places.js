/* Where the words of the guided look stand beside what they are about. */

const GAP_PX = 14;
const EDGE_PX = 12;

/**
 * Where a box of a size stands beside a target, without covering it: where it stood `before` if it
 * can, so that no button moves from under a finger; else to its right, to its left, below it or above
 * it; where it has room nowhere, in the corner where it covers least, below first.
 * @param {Rect} target @param {Size} size @param {Size} window @param {XY | null} before @returns {XY}
 */
export function beside(target, { w, h }, window, before = null) {
  const [right, bottom] = [window.w - w - EDGE_PX, window.h - h - EDGE_PX];
  const x = Math.min(Math.max(EDGE_PX, target.x), right);
  const y = Math.min(Math.max(EDGE_PX, target.y), bottom);
  const spots = [
    { x: target.x + target.w + GAP_PX, y },
    { x: target.x - w - GAP_PX, y },
    { x, y: target.y + target.h + GAP_PX },
    { x, y: target.y - h - GAP_PX },
  ];
  const fits = (/** @type {XY} */ at) =>
    Math.min(at.x, at.y) >= EDGE_PX && at.x <= right && at.y <= bottom;
  const stays = before && fits(before) && !doMeet({ ...before, w, h }, target);
  return stays ? before : spots.find(fits) || least(corners(right, bottom), { w, h }, target);
}

/** @param {number} right @param {number} bottom @returns {XY[]} */
function corners(right, bottom) {
  return [bottom, EDGE_PX].flatMap((y) => [right, EDGE_PX].map((x) => ({ x, y })));
}

/**
 * The first of the spots at which a box covers least of a target.
 * @param {XY[]} spots @param {Size} size @param {Rect} target @returns {XY}
 */
function least(spots, size, target) {
  const covered = spots.map((at) => {
    const { w, h } = shared({ ...at, ...size }, target);
    return Math.max(0, w) * Math.max(0, h);
  });
  return spots[covered.indexOf(Math.min(...covered))];
}

/** @param {Rect} one @param {Rect} other */
function doMeet(one, other) {
  const { w, h } = shared(one, other);
  return w > 0 && h > 0;
}

/**
 * The smallest rectangle around points, no smaller than can be seen.
 * @param {XY[]} points @returns {Rect}
 */
export function around(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - EDGE_PX, Math.min(...ys) - EDGE_PX];
  return { x, y, w: Math.max(...xs) + EDGE_PX - x, h: Math.max(...ys) + EDGE_PX - y };
}

/**
 * What of a rectangle lies in another one; all of the other where nothing does.
 * @param {Rect} inner @param {Rect} outer @returns {Rect}
 */
export function clipped(inner, outer) {
  const both = shared(inner, outer);
  return both.w > 0 && both.h > 0 ? both : outer;
}

/**
 * What two rectangles share, of no or negative size where they lie apart.
 * @param {Rect} one @param {Rect} other @returns {Rect}
 */
function shared(one, other) {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const w = Math.min(one.x + one.w, other.x + other.w) - x;
  const h = Math.min(one.y + one.h, other.y + other.h) - y;
  return { x, y, w, h };
}
