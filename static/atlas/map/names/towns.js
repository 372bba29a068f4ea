/* Names of towns, beside their marks. */
import { around } from "../plane/rectangles.js";
import { lookIn, sizeOf } from "./looks.js";
import { clamp } from "./placement.js";

/** @param {Placing} placing @param {Town} town */
export function placeTown({ measure, sheet, world }, town) {
  const at = world.point(town.at);
  const mark = townMark(world, town);
  if (!world.within(at, 8) || !sheet.free(mark)) return;
  const kind = town.capital ? "capital" : "town";
  const look = lookIn(world, kind, letterPx(town, world.zoom));
  const lines = [town.text];
  const size = sizeOf(measure, lines, look);
  const radius = markRadius(town);
  const spots = townSpots(at, size, radius + 3).map((spot) => ({ ...spot, box: around(spot, size) }));
  const best = sheet.choose(spots, town);
  if (!best) return;
  const { x, y, box } = best;
  const boxes = [box, mark];
  sheet.take({ text: town.text, kind, lines, look, x, y, angle: 0, boxes, mark: { ...at, radius } });
}

/**
 * What the mark of a town takes.
 * @param {World} world @param {Town} town @returns {TownMark}
 */
export function townMark(world, town) {
  const side = markRadius(town) * 2 + 1;
  return { ...around(world.point(town.at), { w: side, h: side }), of: town };
}

/** @param {Town} town @param {number} zoom */
function letterPx(town, zoom) {
  if (town.capital) return 13.5;
  return clamp(11.5, 13 - (town.zoom - 4) * 0.4 + (zoom - town.zoom) * 0.4, 13.5);
}

/** @param {Town} town */
function markRadius({ capital }) {
  return capital ? 3 : 2.2;
}

/**
 * Right, left, and the corners first; above and below only if nothing else is free.
 * @param {XY} at @param {Size} size @param {number} reach @returns {XY[]}
 */
function townSpots(at, size, reach) {
  const dx = reach + size.w / 2;
  const dy = size.h * 0.62 + reach * 0.4;
  const sides = [
    [dx, 0],
    [-dx, 0],
  ];
  const corners = [
    [dx * 0.9, -dy * 0.7],
    [dx * 0.9, dy * 0.7],
    [-dx * 0.9, -dy * 0.7],
    [-dx * 0.9, dy * 0.7],
  ];
  const ends = [
    [0, -dy - 1],
    [0, dy + 1],
  ];
  return [...sides, ...corners, ...ends].map(([x, y]) => ({ x: at.x + x, y: at.y + y }));
}
