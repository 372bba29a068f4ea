/* A handout on one page: the map and the type are as large as the page has room for. */

// The best first: how high the map is, the type in parts of its usual size, and the room for an answer.
const SIZES = [
  ...[76, 68, 60, 54].map((map) => ({ map, type: 1, answer: 14.2 })),
  ...[60, 54].map((map) => ({ map, type: 0.92, answer: 14.2 })),
  ...[60, 54, 48].map((map) => ({ map, type: 0.86, answer: 14.2 })),
  ...[60, 54, 48, 42].map((map) => ({ map, type: 0.86, answer: 7.1 })),
];

const ROUNDED_PX = 1;

/**
 * Tries sizes until the page holds all that is on it; nothing is done where there is no such page.
 * @param {boolean} before the map is drawn: afterwards it keeps its size
 */
export function fitOnePage(before) {
  /** @type {HTMLElement | null} */
  const page = document.querySelector(".handout-page");
  if (!page) return;
  const tried = before ? SIZES : SIZES.filter(({ map }) => map === mapOf(page));
  for (const { map, type, answer } of tried) {
    page.style.setProperty("--map", `${map}mm`);
    page.style.setProperty("--type", String(type));
    page.style.setProperty("--answer", `${answer}mm`);
    if (page.scrollHeight <= page.clientHeight + ROUNDED_PX) return;
  }
}

/** @param {HTMLElement} page */
function mapOf(page) {
  return Number.parseFloat(page.style.getPropertyValue("--map"));
}
