/* Charts, the map and a table of rows on paper: as they stand on the screen, as small as the paper asks;
 * and the years that were chosen only where they are not all years. */

const PICTURES = ".js-plotly-plot, iframe:not(.lesson-frame), .st-key-found-rows";
const SET = ["width", "height", "margin", "transform", "transform-origin", "zoom"];
const YEARS = ".st-key-years";
const PAPER_PX = 680; // what A4 and Letter have between their margins

/**
 * Makes what has a width of its own fit on paper while the page is printed.
 * @param {AbortSignal} signal
 */
export function fitToPaper(signal) {
  window.addEventListener("beforeprint", shapeForPaper, { signal });
  window.addEventListener("afterprint", () => pictures().forEach(restore), { signal });
}

function shapeForPaper() {
  pictures().forEach(shrink);
  document.querySelectorAll(YEARS).forEach(markWhole);
}

/** @returns {HTMLElement[]} */
function pictures() {
  return [...document.querySelectorAll(PICTURES)].filter((one) => one instanceof HTMLElement);
}

/** @param {HTMLElement} picture */
function shrink(picture) {
  const { offsetWidth: width, offsetHeight: height } = picture;
  const scale = Math.min(1, PAPER_PX / (width || 1));
  const margin = `0 ${(scale - 1) * width}px ${(scale - 1) * height}px 0`;
  const size = { width: `${width}px`, height: `${height}px` };
  // What is in a frame would lie anew in one that is zoomed, and the map is drawn by then.
  const framed = { margin, transform: `scale(${scale})`, "transform-origin": "0 0" };
  const small = { ...size, ...(picture instanceof HTMLIFrameElement ? framed : { zoom: String(scale) }) };
  for (const [name, value] of Object.entries(small)) picture.style.setProperty(name, value, "important");
}

/** @param {HTMLElement} picture */
function restore(picture) {
  for (const name of SET) picture.style.removeProperty(name);
}

/** Says of a choice of years whether it is all of them. @param {Element} field */
function markWhole(field) {
  const [first, last] = /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll("input"));
  field.classList.toggle("is-whole", first?.value === first?.min && last?.value === last?.max);
}
