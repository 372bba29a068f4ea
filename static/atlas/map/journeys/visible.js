/* Which marks of a journey are shown: all, or those of the stops that a step of a story names. */
import { range } from "./records.js";

/**
 * By journey the ids of the stops to show, or null where all of all are shown.
 * @param {Record<string, number[]> | null | undefined} only the orders of stops, by journey
 * @returns {Only}
 */
export function onlyOf(only) {
  if (!only) return null;
  return new Map(
    Object.entries(only).map(([id, orders]) => [id, new Set(orders.map((order) => `${id}:${order}`))]),
  );
}

/**
 * True for a mark of which any stop is to be shown.
 * @param {JourneyRecord} journey @param {Mark} mark @param {Only} only
 */
export function shows(journey, mark, only) {
  const stops = only && only.get(journey.id);
  return !stops || mark.ids.some((id) => stops.has(id));
}

/**
 * The marks of a journey with those of their stops alone that are to be shown.
 * @param {JourneyRecord} journey @param {Only} only @returns {Mark[]}
 */
export function marksShown(journey, only) {
  const stops = only && only.get(journey.id);
  if (!stops) return journey.marks;
  return journey.marks
    .filter((mark) => shows(journey, mark, only))
    .map((mark) => {
      const ids = mark.ids.filter((id) => stops.has(id));
      const n = range(ids.map((id) => id.split(":")[1]));
      return { ...mark, id: ids[0], ids, n: mark.n && n };
    });
}
