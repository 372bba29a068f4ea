/* Curves between two points of the screen: a leg of a journey is drawn as one. */

const PIECE_PX = 10;
const FEWEST_PIECES = 8;

/** @param {XY} a @param {XY} b */
export function distance(a, b) {
  const x = a.x - b.x;
  const y = a.y - b.y;
  return Math.sqrt(x * x + y * y);
}

/**
 * A cubic curve as {a, c, d, b}, bowed to the left of its direction.
 * @param {XY} a @param {XY} b @param {number} bend of its length @returns {Curve}
 */
export function arc(a, b, bend) {
  const aside = { x: ((b.y - a.y) * bend * 4) / 3, y: ((a.x - b.x) * bend * 4) / 3 };
  const control = (/** @type {number} */ part) => ({
    x: a.x + (b.x - a.x) * part + aside.x,
    y: a.y + (b.y - a.y) * part + aside.y,
  });
  return { a, b, c: control(1 / 3), d: control(2 / 3) };
}

/**
 * The point of a curve at a part of it, from 0 to 1.
 * @param {Curve} curve @param {number} t @returns {XY}
 */
export function along({ a, b, c, d }, t) {
  const u = 1 - t;
  const [first, second, third, last] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return {
    x: first * a.x + second * c.x + third * d.x + last * b.x,
    y: first * a.y + second * c.y + third * d.y + last * b.y,
  };
}

/**
 * The part of a curve between two parts of it, from 0 to 1, as a curve.
 * @param {Curve} curve @param {number} from @param {number} to @returns {Curve}
 */
export function part({ a, b, c, d }, from, to) {
  const mixed = (/** @type {number[]} */ [one, two, three]) => {
    const at = (/** @type {"x" | "y"} */ axis) => {
      const [ab, bc, cd] = [between(a, c, one), between(c, d, one), between(d, b, one)].map((p) => p[axis]);
      const [first, second] = [ab + (bc - ab) * two, bc + (cd - bc) * two];
      return first + (second - first) * three;
    };
    return { x: at("x"), y: at("y") };
  };
  return {
    a: mixed([from, from, from]),
    c: mixed([from, from, to]),
    d: mixed([from, to, to]),
    b: mixed([to, to, to]),
  };
}

/** @param {XY} a @param {XY} b @param {number} share @returns {XY} */
function between(a, b, share) {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/**
 * Points along a curve, about ten pixels apart.
 * @param {Curve} curve @returns {XY[]}
 */
export function pointsAlong(curve) {
  const pieces = Math.max(FEWEST_PIECES, Math.ceil(distance(curve.a, curve.b) / PIECE_PX));
  return Array.from({ length: pieces + 1 }, (_, i) => along(curve, i / pieces));
}

/**
 * How far a point lies from a line through others.
 * @param {XY} point @param {XY[]} line
 */
export function distanceToLine(point, line) {
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    best = Math.min(best, distanceToSegment(point, line[i - 1], line[i]));
  }
  return best;
}

/** @param {XY} point @param {XY} a @param {XY} b */
function distanceToSegment(point, a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const part = squared ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared : 0;
  const at = Math.min(Math.max(part, 0), 1);
  return distance(point, { x: a.x + at * dx, y: a.y + at * dy });
}
