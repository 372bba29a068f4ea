/* Where the label of an area lies: in its area, or beside it at the end of a line that leads there.
 * Where neither can be it is not drawn: a label elsewhere would say what is not so.
 */
import { distance } from "../plane/curves.js";
import { around, free, within } from "../plane/rectangles.js";

const MARGIN_PX = 3; // kept free along the edge of the map
const RING_PX = 8; // between rings of places around the anchor
const FARTHEST_PX = 152; // of a label from an anchor outside of which it lies
const TURNS = 16; // places on a ring
const GRID_PX = 20; // between places of the window
const STAY_PX = 48; // so much farther a label goes to lie in its area
const LEAD_PX = 14; // from an anchor to a label in its area, where a line is needed
const LEAST_LEAD_PX = 5; // and to one outside, so that the line is seen

/**
 * The middle of the label of an area, and the line that leads from its anchor to it where one is
 * needed; null where there is no room. `holds` tells whether a point lies in the area.
 * @param {XY} anchor @param {Size} size
 * @param {{ window: XY, taken: Rect[], holds: (point: XY) => boolean }} room
 * @returns {AreaSpot | null}
 */
export function areaSpot(anchor, size, { window, taken, holds }) {
  const fits = (/** @type {XY} */ middle) => {
    const box = around(middle, size);
    return within(box, window, MARGIN_PX) && free(box, taken);
  };
  const seen = within(around(anchor, { w: 0, h: 0 }), window);
  const near = seen ? ringsAround(anchor) : [];
  const beside = near.find((at) => fits(at) && lineTo(anchor, around(at, size), LEAST_LEAD_PX));
  const limit = beside ? distance(beside, anchor) + STAY_PX : Infinity;
  const isHome = (/** @type {XY} */ at) => distance(at, anchor) <= limit && fits(at) && holds(at);
  const home = near.find(isHome) || gridFrom(anchor, window).find(isHome);
  const at = home || beside;
  if (!at) return null;
  return { at, line: seen ? lineTo(anchor, around(at, size), home ? LEAD_PX : LEAST_LEAD_PX) : null };
}

/**
 * Places on rings around a point, the nearest first.
 * @param {XY} at
 */
function ringsAround({ x, y }) {
  const places = [{ x, y }];
  for (let reach = RING_PX; reach <= FARTHEST_PX; reach += RING_PX) {
    for (let turn = 0; turn < TURNS; turn++) {
      const angle = (2 * Math.PI * turn) / TURNS;
      places.push({ x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) });
    }
  }
  return places;
}

/**
 * Places all over the window, those nearest to a point first.
 * @param {XY} from @param {XY} window
 */
function gridFrom(from, window) {
  const places = [];
  for (let y = GRID_PX / 2; y < window.y; y += GRID_PX) {
    for (let x = GRID_PX / 2; x < window.x; x += GRID_PX) places.push({ x, y });
  }
  return places.sort((one, other) => distance(one, from) - distance(other, from));
}

/**
 * The line from an anchor to the nearest point of a label; null where it would be shorter than so.
 * @param {XY} anchor @param {Rect} label @param {number} least @returns {Lead | null}
 */
function lineTo(anchor, { x, y, w, h }, least) {
  const end = {
    x: Math.min(Math.max(anchor.x, x), x + w),
    y: Math.min(Math.max(anchor.y, y), y + h),
  };
  const length = distance(anchor, end);
  if (length < least) return null;
  return { length, angle: Math.atan2(end.y - anchor.y, end.x - anchor.x) };
}
