/* Paths as SVG has them, in tenths of a pixel, without what lies wholly beside the window. */

/** @typedef {{ kind: "M" | "L" | "C" | "A" | "Z", points: XY[], radius?: number, large?: boolean }} Piece */

const BESIDE_PX = 40; // of the window, so that no end of a line is seen
const TENTHS = 10;

/**
 * The data of a path.
 * @param {Piece[]} pieces @param {Rect | null} window
 */
export function pathData(pieces, window) {
  let words = "";
  let [x, y] = [0, 0];
  const kept = window ? inSight(pieces, window) : pieces;
  for (const { kind, points, radius = 0, large } of kept) {
    if (kind === "Z") {
      words += "z";
      continue;
    }
    const steps = points.map((point) => [Math.round(point.x * TENTHS), Math.round(point.y * TENTHS)]);
    const [endX, endY] = steps[steps.length - 1];
    const from = kind === "M" ? [0, 0] : [x, y];
    const told = steps.map((step) => pair(step[0] - from[0], step[1] - from[1])).join(" ");
    if (kind === "A") words += `a${radius} ${radius} 0 ${large ? 1 : 0} 1 ${told}`;
    else words += (kind === "M" ? "M" : kind.toLowerCase()) + told;
    [x, y] = [endX, endY];
  }
  return words;
}

/** @param {number} x @param {number} y both in tenths */
function pair(x, y) {
  return `${x / TENTHS} ${y / TENTHS}`;
}

/**
 * The pieces without corners that lie beyond the same side of the window as the one kept before and
 * the one that follows: no line from or to them comes into it.
 * @param {Piece[]} pieces @param {Rect} window
 */
function inSight(pieces, window) {
  const sides = pieces.map(({ kind, points }) =>
    kind === "L" || kind === "M" ? sideOf(points[0], window) : 0,
  );
  let before = 0;
  return pieces.filter(({ kind }, at) => {
    const isBeside = kind === "L" && pieces[at + 1]?.kind === "L" && before & sides[at] & sides[at + 1];
    if (!isBeside) before = sides[at];
    return !isBeside;
  });
}

/**
 * Beyond which sides of the window a point lies, as bits.
 * @param {XY} point @param {Rect} window
 */
function sideOf({ x, y }, window) {
  const across = x < window.x - BESIDE_PX ? 1 : x > window.x + window.w + BESIDE_PX ? 2 : 0;
  const down = y < window.y - BESIDE_PX ? 4 : y > window.y + window.h + BESIDE_PX ? 8 : 0;
  return across | down;
}
