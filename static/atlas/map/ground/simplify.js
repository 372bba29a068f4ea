/* Lines with only those of their points that are worth drawing at a zoom. */

const FULL_ZOOM = 9; // from here on every point is drawn
const TOLERANCE_PX = 0.45; // before, what lies nearer than this to the line is left out

/**
 * The points worth drawing at a zoom (Douglas and Peucker 1973), made once for each whole zoom.
 * @param {Arc} arc @param {number} zoom
 */
export function pointsAt(arc, zoom) {
  const level = Math.max(0, Math.floor(zoom));
  if (level >= FULL_ZOOM || arc.points.length <= 4) return arc.points;
  return (arc.levels[level] ||= simplify(arc.points, TOLERANCE_PX / 2 ** (level + 0.3)));
}

/**
 * The line without the points that lie within a tolerance of it.
 * @param {Float64Array} points x, y after x, y @param {number} tolerance
 */
export function simplify(points, tolerance) {
  const count = points.length / 2;
  const keep = new Uint8Array(count);
  const stack = [0, count - 1];
  let kept = 2;
  keep[0] = keep[count - 1] = 1;
  while (stack.length) {
    const last = /** @type {number} */ (stack.pop());
    const first = /** @type {number} */ (stack.pop());
    const far = farthest(points, first, last);
    if (far.away <= tolerance * tolerance) continue;
    keep[far.at] = 1;
    kept++;
    stack.push(first, far.at, far.at, last);
  }
  const result = new Float64Array(kept * 2);
  for (let i = 0, k = 0; i < count; i++) {
    if (!keep[i]) continue;
    result[k++] = points[2 * i];
    result[k++] = points[2 * i + 1];
  }
  return result;
}

/**
 * The point between two that lies farthest from their chord, and its distance squared.
 * @param {Float64Array} points @param {number} first @param {number} last
 */
function farthest(points, first, last) {
  const ax = points[2 * first];
  const ay = points[2 * first + 1];
  const dx = points[2 * last] - ax;
  const dy = points[2 * last + 1] - ay;
  const length = dx * dx + dy * dy;
  let at = first;
  let most = 0;
  for (let i = first + 1; i < last; i++) {
    let x = points[2 * i] - ax;
    let y = points[2 * i + 1] - ay;
    const part = length ? Math.max(0, Math.min(1, (x * dx + y * dy) / length)) : 0;
    x -= part * dx;
    y -= part * dy;
    if (x * x + y * y > most) {
      most = x * x + y * y;
      at = i;
    }
  }
  return { at, away: most };
}
