/* Which legs run together: those that begin near each other and end near each other. How near is
 * near enough grows with their length.
 *
 * A journey counts once in each bundle, and the general route, nobody's journey, in none.
 */
import { distance } from "../plane/curves.js";
import { mercator } from "../plane/projection.js";

const NEAR_PX = 40;
const NEAR = 0.28; // of the length of a bundle
const NEAREST_PX = 115;
const SHORT_PX = 6; // a leg so short has no lane
const WIDEST_PX = 30;
const LANE_PX = 3.1; // of a journey in a bundle with room for all
const WIDER_PX = 0.35; // for each journey by which the greatest bundle has less than
const MANY = 6;
const LEAST_LANE_PX = 1.3;
const FEW = 5; // journeys that have a lane each however many run elsewhere

/**
 * The bundles at a zoom, and the legs of each journey that have a lane: those of journey `i` lie in
 * bundle `bundleOf[at]` and end at its mark `marks[at]`, for `at` from `first[i]` to `first[i + 1]`.
 * @param {{ spots: Spot[], journeys: JourneyRecord[] }} records @param {number} zoom
 * @returns {Bundles}
 */
export function bundlesAt({ spots, journeys }, zoom) {
  const { bundles, of } = gathered(pairsOf(spots, journeys), spots, zoom);
  const first = [0];
  /** @type {number[]} */
  const bundleOf = [];
  /** @type {number[]} */
  const marks = [];
  for (const journey of journeys) {
    const taken = new Set();
    for (let at = 1; at < journey.size && !journey.corridor; at++) {
      const bundle = of.get(pairOf(journey, at, spots));
      if (bundle === undefined || taken.has(bundle)) continue;
      taken.add(bundle);
      bundleOf.push(bundle);
      marks.push(at);
    }
    first.push(bundleOf.length);
  }
  return { bundles, first, bundleOf, marks };
}

/** @param {JourneyRecord} journey @param {number} to @param {Spot[]} spots */
function pairOf(journey, to, spots) {
  return journey.spotOf(to - 1) * spots.length + journey.spotOf(to);
}

/**
 * How many legs lead from one spot to another, by pair.
 * @param {Spot[]} spots @param {JourneyRecord[]} journeys
 */
function pairsOf(spots, journeys) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const journey of journeys) {
    for (let at = 1; at < journey.size && !journey.corridor; at++) {
      const pair = pairOf(journey, at, spots);
      counts.set(pair, (counts.get(pair) || 0) + 1);
    }
  }
  return counts;
}

/**
 * The pairs in bundles: the most frequent pairs begin one, and the others join what they lie near.
 * @param {Map<number, number>} counts @param {Spot[]} spots @param {number} zoom
 */
function gathered(counts, spots, zoom) {
  const points = spots.map(({ lat, lng }) => {
    const [x, y] = mercator(lng, lat);
    return { x: x * 2 ** zoom, y: y * 2 ** zoom };
  });
  /** @type {Bundle[]} */
  const bundles = [];
  /** @type {Map<number, number>} */
  const of = new Map();
  for (const [pair] of [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])) {
    const [from, to] = [Math.floor(pair / spots.length), pair % spots.length];
    const [a, b] = [points[from], points[to]];
    const near = Math.min(Math.max(NEAR_PX, NEAR * distance(a, b)), NEAREST_PX);
    if (distance(a, b) < SHORT_PX) continue;
    let bundle = bundles.find(
      (own) => distance(points[own.from[0]], a) <= near && distance(points[own.to[0]], b) <= near,
    );
    if (!bundle) bundles.push((bundle = { index: bundles.length, from: [], to: [] }));
    bundle.from.push(from);
    bundle.to.push(to);
    of.set(pair, bundle.index);
  }
  return { bundles, of };
}

/**
 * The lane of each leg among some journeys, and how many of them lie in each bundle.
 * @param {Bundles} bundles @param {JourneyRecord[]} visible
 */
export function lanesOf({ bundles, first, bundleOf }, visible) {
  const lanes = new Int32Array(bundleOf.length);
  const counts = new Int32Array(bundles.length);
  for (const { index } of visible) {
    for (let at = first[index]; at < first[index + 1]; at++) lanes[at] = counts[bundleOf[at]]++;
  }
  return { lanes, counts };
}

/**
 * How many of some journeys had come along each bundle by a day.
 * @param {Bundles} bundles @param {JourneyRecord[]} journeys @param {number} day
 */
export function reachedOf({ bundles, first, bundleOf, marks }, journeys, day) {
  const reached = new Int32Array(bundles.length);
  for (const journey of journeys) {
    for (let at = first[journey.index]; at < first[journey.index + 1]; at++) {
      if (journey.reached(marks[at], day) > 0) reached[bundleOf[at]] += 1;
    }
  }
  return reached;
}

/**
 * How wide a bundle of so many journeys is beside the greatest one, and how many lines it has: one
 * for each journey, or fewer where they would be too thin.
 * @param {number} count @param {number} most of the greatest bundle
 */
export function widthOf(count, most) {
  const share = Math.max(LEAST_LANE_PX * Math.min(count, FEW), WIDEST_PX * Math.sqrt(count / most));
  const lane = LANE_PX + WIDER_PX * Math.max(0, MANY - most);
  const width = Math.min(lane * count, share);
  return { width, lines: Math.min(count, Math.max(1, Math.floor(width / LEAST_LANE_PX + 1e-9))) };
}

/**
 * The middle of spots.
 * @param {number[]} spots @param {XY[]} points of all spots @returns {XY}
 */
export function middle(spots, points) {
  const sum = { x: 0, y: 0 };
  for (const spot of spots) {
    sum.x += points[spot].x;
    sum.y += points[spot].y;
  }
  return { x: sum.x / spots.length, y: sum.y / spots.length };
}
