/* The colours of `colours.css` as they are now, for what is drawn on a canvas. */

const REFERENCE = /^var\((--[\w-]+)\)$/;
const NOT_YET = "#00000000"; // the sheet is on its way
const ROOM = "var(--room)";
const QUERIES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];
/** @type {Map<string, string>} what each reference is, until something changes it */
const known = new Map();
/** @type {Set<() => void>} */
const calls = new Set();

/**
 * What a canvas takes for a colour that is written as `var(--name)`; any other stays as it is.
 * @template T
 * @param {T} written @returns {T | string}
 */
export function painted(written) {
  if (typeof written !== "string") return written;
  const value = known.get(written);
  if (value !== undefined) return value;
  const name = REFERENCE.exec(written)?.[1];
  if (!name) return written;
  const found = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  if (found) known.set(written, found);
  return found || NOT_YET;
}

/** True in a dark room. */
export function isDark() {
  return painted(ROOM) === "dark";
}

/**
 * Calls whenever the colours are others: the system's, those of this page, or those of paper.
 * @param {() => void} call
 */
export function whenColoursChange(call) {
  if (!calls.size) watch();
  calls.add(call);
}

/**
 * Runs at once what draws a picture in the colours of paper, and nothing is seen of it on the screen.
 * @param {() => void} draw
 */
export function onPaper(draw) {
  const { documentElement: root } = document;
  root.toggleAttribute("data-paper", true);
  known.clear();
  try {
    draw();
  } finally {
    root.toggleAttribute("data-paper", false);
    known.clear();
  }
}

function watch() {
  for (const query of QUERIES) window.matchMedia(query).addEventListener("change", again);
  const sheet = (/** @type {Event} */ { target }) => target instanceof HTMLLinkElement && again();
  document.addEventListener("load", sheet, { capture: true });
  const { documentElement: root } = document;
  new MutationObserver(again).observe(root, { attributeFilter: ["data-scheme"] });
  const paper = (/** @type {boolean} */ on) => {
    const before = painted(ROOM);
    root.toggleAttribute("data-paper", on);
    known.clear();
    if (painted(ROOM) === before) return;
    again();
    if (on) finish();
  };
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));
}

/** Has all canvases painted to their end: a browser that is about to print leaves it for too late. */
function finish() {
  for (const canvas of document.querySelectorAll("canvas")) {
    canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
  }
}

function again() {
  known.clear();
  calls.forEach((call) => call());
}
