/* Among many journeys each takes less room, so that the ways which many took can be seen. A leg to a
 * place that the map does not reach is only its beginning, with what became of those who took it; dots
 * of what is known by its area stand further apart; and only several journeys together have an arrow.
 * Whatever a pointer touches, or is open, is drawn as it is among few.
 */
import { distance, part } from "../plane/curves.js";
import { isBeyond } from "../plane/edges.js";

const CROWD = 40; // journeys, with which a map becomes a thicket
const STUB_PX = 56;
export const FEWEST_WITH_ARROW = 3;

/** @param {number} count of the journeys that are drawn */
export function isCrowd(count) {
  return count > CROWD;
}

/**
 * What is drawn of a leg in a crowd: all of it, the part near the end that lies on the map, or nothing
 * where neither end does.
 * @param {Curve} curve @param {L.LatLngLiteral} from @param {L.LatLngLiteral} to
 * @returns {Curve | null}
 */
export function onMap(curve, from, to) {
  const [comes, leaves] = [isBeyond(from), isBeyond(to)];
  if (comes && leaves) return null;
  if (!comes && !leaves) return curve;
  const share = STUB_PX / Math.max(distance(curve.a, curve.b), 2 * STUB_PX);
  return leaves ? part(curve, 0, share) : part(curve, 1 - share, 1);
}

/** @param {string} style of a leg @returns {string} what it is in a crowd */
export function styleInCrowd(style) {
  return style === "schematic" ? "sparse" : style;
}
