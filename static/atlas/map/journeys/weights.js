/* How strongly each journey is drawn beside the others, and in which order. */

const FEW = 8; // journeys that can be told apart when all are drawn in full
const MANY = 20; // from here on each is thin and pale

/**
 * Many journeys at once are thin and pale, so that the general route stands out. While time plays
 * only what was under way is there, which can be drawn in full for longer.
 * @param {JourneyRecord} journey
 * @param {{ focus: string | null, hover: string | null, count: number, plays: boolean }} among
 * @returns {Weight}
 */
export function weightOf(journey, { focus, hover, count, plays }) {
  if (journey.id === focus || journey.id === hover) return { width: 3.2, alpha: 1, full: true };
  if (focus) return { width: 1.4, alpha: 0.12, full: false };
  if (journey.corridor) return { width: 3.2, alpha: 1, full: true };
  if (count <= FEW || (plays && count <= MANY)) return { width: 2.4, alpha: 0.9, full: true };
  if (count <= MANY) return { width: 1.8, alpha: 0.7, full: true };
  return { width: 1.1, alpha: 0.3, full: false };
}

/**
 * The general route below, what is lit and what is in focus on top; beside flows the latter alone.
 * @template {JourneyRecord} T
 * @param {T[]} visible
 * @param {{ focus: string | null, hover: string | null, flowing: boolean }} among
 */
export function drawingOrder(visible, { focus, hover, flowing }) {
  const rank = (/** @type {T} */ { id, corridor }) =>
    id === focus ? 3 : id === hover ? 2 : corridor ? 0 : 1;
  const single = flowing ? visible.filter((journey) => rank(journey) > 1) : visible;
  return [...single].sort((a, b) => rank(a) - rank(b));
}
