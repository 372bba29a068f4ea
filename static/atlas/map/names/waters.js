/* Names of seas and lakes. */
import { lookIn, sizeOf } from "./looks.js";
import { isSeaUnder } from "./sea.js";
import { clamp, linesOf, takeFirst } from "./placement.js";

// Where else the name of a sea may stand, in heights of a letter from its point.
const NEAR = [
  [0, 0],
  [0, -1.5],
  [0, 1.5],
];
const WIDER = [
  [2.5, 0],
  [-2.5, 0],
];
const MOST_DEGREES = 3; // from the point of a sea to its name: farther on it may be another
const FAR = [
  [2.5, 2],
  [-2.5, 2],
  [0, -3],
  [0, 3],
  [4, -2],
  [-4, -2],
  [4, 3],
  [-4, 3],
];

/** @param {Placing} placing @param {Written<Water>} water */
export function placeWater(placing, water) {
  const { world, sheet, measure } = placing;
  if (sheet.placed.some((one) => one.code === water.code)) return;
  const lake = water.kind === "lake";
  const px = lake ? 11.5 : clamp(12, 12 + (world.zoom - 4) * 1.5, 18);
  const look = lookIn(world, water.kind, px);
  const at = world.point(water.at);
  /** @type {LineSpot[]} */
  const spots = [];
  const farthest = lake ? Infinity : MOST_DEGREES * world.degree;
  for (const lines of writings(water.text, measure, look)) {
    const size = sizeOf(measure, lines, look);
    for (const [dx, dy] of shifts(water)) {
      const spot = { x: at.x + dx * look.px, y: at.y + dy * look.px };
      if (Math.hypot(spot.x - at.x, spot.y - at.y) > farthest) continue;
      if (lake || isSeaUnder(world, spot, size, lines.length)) spots.push({ ...spot, lines });
    }
  }
  takeFirst(placing, { text: water.text, kind: water.kind, code: water.code }, look, spots);
}

/**
 * A gulf has no room to wander.
 * @param {Water} water
 */
function shifts(water) {
  if (water.kind === "lake") return NEAR;
  return water.zoom[0] > 3 ? [...NEAR, ...WIDER] : [...NEAR, ...WIDER, ...FAR];
}

/**
 * On one line or two; a sea with two names always has each on its own.
 * @param {string} text @param {Measure} measure @param {Look} look
 */
function writings(text, measure, look) {
  const both = text.split(" / ");
  return both.length > 1 ? [[`${both[0]} /`, both[1]]] : [[text], linesOf(measure, text, look, 0)];
}
