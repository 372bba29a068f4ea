/* The discs at the towns that journeys pass. */
import { SHARED } from "./strands.js";
import { dot } from "./strokes.js";

const MANY_PX = 2.4;

/**
 * Each town that a few journeys pass, with its colour and radius: `passes(journey, at)` says whether
 * one is there at a mark, and is asked once for each.
 * @param {Journey[]} journeys @param {(journey: Journey, at: number) => boolean} passes
 */
export function discsOfFew(journeys, passes) {
  /** @type {Map<number, { colour: string, count: number }>} */
  const towns = new Map();
  for (const journey of journeys) {
    for (const [at, mark] of journey.marks.entries()) {
      if (mark.codes || !passes(journey, at)) continue;
      const town = towns.get(mark.place) || { colour: journey.colour, count: 0 };
      town.count += 1;
      towns.set(mark.place, town);
    }
  }
  return [...towns].map(([place, { colour, count }]) => ({
    place,
    colour: count > 1 ? SHARED : colour,
    radius: Math.min(4.5, 2.6 + 0.4 * Math.sqrt(count)),
  }));
}

/**
 * Draws a disc at each town that one of many journeys has come to.
 * @param {CanvasRenderingContext2D} context @param {Journey[]} journeys @param {XY[]} points
 * @param {(journey: Journey, at: number) => boolean} isThere
 */
export function discsOfMany(context, journeys, points, isThere) {
  const passed = new Uint8Array(points.length);
  for (const journey of journeys) {
    for (let at = 0; at < journey.size && !journey.corridor; at++) {
      const spot = journey.spotOf(at);
      if (passed[spot] || !isThere(journey, at)) continue;
      passed[spot] = 1;
      if (!journey.records.places[journey.placeOf(at)].codes) dot(context, points[spot], SHARED, MANY_PX);
    }
  }
}
