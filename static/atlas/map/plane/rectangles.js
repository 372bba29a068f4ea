/* Rectangles {x, y, w, h} in pixels: which of them lie on each other. */

/**
 * True where two rectangles come nearer to each other than `gap`.
 * @param {Rect} a @param {Rect} b
 */
export function overlap(a, b, gap = 0) {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

/**
 * True where a rectangle meets none of others.
 * @param {Rect} own @param {Rect[]} taken
 */
export function free(own, taken) {
  return !taken.some((other) => overlap(own, other));
}

/**
 * The rectangle of a size with its middle at a point.
 * @param {XY} at @param {Size} size @returns {Rect}
 */
export function around({ x, y }, { w, h }) {
  return { x: x - w / 2, y: y - h / 2, w, h };
}

/**
 * The rectangle of a size with its corner so far from a point.
 * @param {XY} at @param {[number, number]} away @param {Size} size @returns {Rect}
 */
export function beside(at, [dx, dy], { w, h }) {
  return { x: at.x + dx, y: at.y + dy, w, h };
}

/**
 * The upright rectangle around one of a size that is turned by an angle (radians).
 * @param {XY} at @param {Size} size @param {number} angle
 */
export function turnedBox(at, size, angle) {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  return around(at, { w: size.w * cos + size.h * sin, h: size.w * sin + size.h * cos });
}

/**
 * True where a rectangle lies wholly in a window, this far from its edges.
 * @param {Rect} own @param {XY} size
 */
export function within(own, size, margin = 0) {
  return (
    own.x >= margin && own.y >= margin && own.x + own.w <= size.x - margin && own.y + own.h <= size.y - margin
  );
}

/**
 * True where any of the points comes within a few pixels of a rectangle.
 * @param {XY[]} points @param {Rect} rectangle
 */
export function touched(points, { x, y, w, h }, margin = 8) {
  return points.some(
    (at) => at.x > x - margin && at.x < x + w + margin && at.y > y - margin && at.y < y + h + margin,
  );
}
