/* What a pointer touches: the legs and marks that were drawn, as shapes, and the nearest of them. */
import { distance, distanceToLine, pointsAlong } from "../plane/curves.js";

const SAME_PX = 0.9; // what is so much farther than the nearest lies on the same spot

/**
 * A leg as something to touch; one that is drawn in full keeps labels off its points.
 * @param {DrawnLeg} drawn @returns {Shape}
 */
export function legShape({ journey, to, curve, full }) {
  const points = pointsAlong(curve);
  const { id, tip } = journey.legs[to - 1];
  const own = { journey: journey.id, id, tip, order: journey.index };
  return { ...own, distance: (point) => distanceToLine(point, points), bonus: 0, points, size: full ? 5 : 0 };
}

/**
 * A mark as something to touch: a place wins over the lines that end in it.
 * @param {DrawnMark} drawn @returns {Shape}
 */
export function markShape({ journey, mark, point }) {
  const own = { journey: journey.id, id: mark.id, tip: mark.tip, order: journey.index };
  return { ...own, distance: (to) => distance(to, point), bonus: 5, points: [point], size: 12 };
}

/**
 * The nearest shape within reach of a point, or null.
 * @param {Shape[]} shapes @param {XY} point @param {number} reach in pixels
 */
export function nearest(shapes, point, reach) {
  let best = null;
  let bestDistance = reach;
  for (const shape of shapes) {
    const away = shape.distance(point) - shape.bonus;
    if (away < bestDistance) {
      bestDistance = away;
      best = shape;
    }
  }
  return best;
}

/**
 * All that a point touches alike: the nearest shape within reach and whatever lies upon it, in the
 * order of the journeys, so that what is lit meanwhile changes nothing. Where the journey in focus
 * is among them, it alone is meant.
 * @param {Shape[]} shapes @param {XY} point @param {number} reach in pixels
 * @param {string | null} focus
 */
export function alike(shapes, point, reach, focus) {
  const first = nearest(shapes, point, reach);
  if (!first) return [];
  const limit = first.distance(point) + SAME_PX;
  const same = shapes.filter(({ bonus, distance }) => bonus === first.bonus && distance(point) <= limit);
  const meant = same.filter(({ journey }) => journey === focus);
  const found = new Map((meant.length ? meant : same).map((shape) => [shape.id, shape]));
  return [...found.values()].sort((a, b) => a.order - b.order);
}

/**
 * Points along the leg that leads to a mark, else of the one that comes from it, towards it.
 * @param {DrawnLeg[]} legs @param {Mark} mark
 */
export function lineTowards(legs, { id }) {
  const to = legs.find(({ journey, to: at }) => journey.marks[at].id === id);
  const from = legs.find(({ journey, to: at }) => journey.marks[at - 1].id === id);
  if (to) return pointsAlong(to.curve);
  return from ? pointsAlong(from.curve).reverse() : [];
}

/**
 * Rectangles of dots and full lines, for labels to keep clear of.
 * @param {Shape[]} shapes @returns {Rect[]}
 */
export function rectangles(shapes) {
  return shapes.flatMap(({ points, size }) =>
    size ? points.map((at) => ({ x: at.x - size / 2, y: at.y - size / 2, w: size, h: size })) : [],
  );
}
