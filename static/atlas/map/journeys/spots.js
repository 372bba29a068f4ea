/* Where the line of each journey passes. A place that is a point is passed at its point. An area is
 * none: a line goes through it where the way from the place before to the place after leads, or as
 * little aside as it can, and begins or ends in it a little beyond its edge.
 */
import { along, arc } from "../plane/curves.js";
import { isBeyond } from "../plane/edges.js";
import { latLonOf, mercator } from "../plane/projection.js";

const FAR_OUT = 0.03; // of all spots, on each side, that a first view need not hold
const BOW = -0.1; // to the right of the direction, as all bundles bow
const THROUGH = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]; // of the way past an area
const INTO = [0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95]; // of the way from a neighbour to its anchor

/**
 * The spots of all journeys: each place as it stands, and then those of areas between neighbours.
 * Those of journey `i` are `of[firstMark[i]]` and on. `inside` says whether codes hold a point.
 * @param {{ places: Place[], journeys: JourneyRecord[], firstMark: Int32Array }} records
 * @param {Holds} inside
 */
export function spotsOf({ places, journeys, firstMark }, inside) {
  /** @type {Spot[]} */
  const spots = places.map(({ lat, lng }, place) => ({ lat, lng, place, heading: null, end: false }));
  const of = new Int32Array(firstMark[journeys.length]);
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const journey of journeys) {
    for (let at = 0; at < journey.size; at++) {
      const place = journey.placeOf(at);
      const before = at > 0 ? journey.placeOf(at - 1) : null;
      const after = at + 1 < journey.size ? journey.placeOf(at + 1) : null;
      const alone = before === null && after === null;
      const key = `${before},${place},${after}`;
      let spot = places[place].codes && !alone ? found.get(key) : place;
      if (spot === undefined) {
        const beside = [before, after].map((other) => (other === null ? null : worldPoint(places[other])));
        spot = spots.push({ place, ...spotIn(places[place], beside, inside) }) - 1;
        found.set(key, spot);
      }
      of[firstMark[journey.index] + at] = spot;
    }
  }
  return { spots, of };
}

/**
 * Two corners around most spots of some journeys, without those that the map does not reach and the
 * few that lie far out; none of none.
 * @param {JourneyRecord[]} journeys @param {Spot[]} spots of the records
 */
export function cornersOf(journeys, spots) {
  const all = journeys.flatMap((journey) =>
    Array.from({ length: journey.size }, (_, at) => spots[journey.spotOf(at)]),
  );
  const seen = all.filter((spot) => !isBeyond(spot));
  const own = seen.length ? seen : all;
  const [lats, lngs] = [own.map(({ lat }) => lat), own.map(({ lng }) => lng)].map(inner);
  return own.length ? [0, 1].map((end) => ({ lat: lats[end], lng: lngs[end] })) : [];
}

/** @param {number[]} numbers @returns {[number, number]} the range of most of them */
function inner(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const out = Math.floor(sorted.length * FAR_OUT);
  return [sorted[out], sorted[sorted.length - 1 - out]];
}

/**
 * @param {Place} area @param {(XY | null)[]} beside the places before and after
 * @param {Holds} inside @returns {Omit<Spot, "place">}
 */
function spotIn(area, [before, after], inside) {
  const own = worldPoint(area);
  const codes = area.codes || [];
  const end = !before || !after;
  const start = before || after || own;
  const course = end ? arc(start, own, 0) : arc(start, /** @type {XY} */ (after), BOW);
  const aside = arc(along(course, 0.5), own, 0);
  const courses = end ? INTO.map((part) => along(course, part)) : passing(course, aside);
  const points = courses.map(latLng);
  const { lat, lng } = points.find((point) => inside(codes, point)) || area;
  return { lat, lng, heading: direction(before || own, after || own), end };
}

/**
 * Points on the way past an area, and from there aside to its anchor.
 * @param {Curve} course @param {Curve} aside
 */
function passing(course, aside) {
  return [...THROUGH.map((part) => along(course, part)), ...INTO.map((part) => along(aside, part))];
}

/** @param {XY} from @param {XY} to @returns {XY} */
function direction(from, to) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** @param {Place} place @returns {XY} */
function worldPoint({ lat, lng }) {
  const [x, y] = mercator(lng, lat);
  return { x, y };
}

/** @param {XY} point */
function latLng({ x, y }) {
  const [lat, lng] = latLonOf(x, y);
  return { lat, lng };
}
