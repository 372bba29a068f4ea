/* The timeline in a picture: the chart of the page drawn once more, in the size that it has there. */
import { tidyNames } from "../time/names.js";
import { tag } from "./xml.js";

const OURS = "http://www.w3.org/2000/svg";
const DRAWN = ".main-svg"; // what Plotly calls the layers of a chart, and those that a pointer touches
const TOUCHED = ".draglayer, .drag, .hoverlayer, .zoomlayer";
/** Of elements: what serves a pointer or a script, or says again what is drawn. */
const LEFT_OUT = /^(data-|on|class$|pointer-events$|tabindex$|unselectable$)/;

/**
 * A figure as SVG that stands in a room.
 * @param {PlotlyFigure} figure @param {Rect} room
 */
export async function chartSvg(figure, { x, y, w: width, h: height }) {
  const box = document.body.appendChild(document.createElement("div"));
  box.className = "atlas-portrait";
  box.inert = true;
  Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
  const { data, layout } = structuredClone({ data: figure.data, layout: figure.layout });
  const own = { ...layout, width, height, autosize: false };
  await window.Plotly?.newPlot(box, data, own, { displayModeBar: false });
  tidyNames(/** @type {PlotlyChart} */ (/** @type {unknown} */ (box)));
  for (const text of box.querySelectorAll("text")) text.replaceWith(...plain(text));
  const layers = [...box.querySelectorAll(DRAWN)].map(written);
  window.Plotly?.purge(box);
  box.remove();
  return tag("svg", { id: "timeline", x, y, width, height }, layers.join(""));
}

/**
 * Words of which each run stands at a place of its own, as wide as here, so that every program puts
 * them where they are. What is hidden is left out.
 * @param {SVGTextElement} text
 */
function plain(text) {
  if (text.style.visibility === "hidden") return [];
  let from = 0;
  return runsOf(text).map((run) => {
    const words = run.textContent || "";
    const one = /** @type {SVGTextElement} */ (text.cloneNode(false));
    const look = getComputedStyle(/** @type {Element} */ (run.parentElement));
    const at = text.getStartPositionOfChar(from);
    Object.assign(one.style, { fontSize: look.fontSize, fontWeight: look.fontWeight, fill: look.fill });
    one.setAttribute("x", String(at.x));
    one.setAttribute("y", String(at.y));
    one.setAttribute("text-anchor", "start");
    one.setAttribute("textLength", String(text.getSubStringLength(from, words.length)));
    one.setAttribute("lengthAdjust", "spacingAndGlyphs");
    one.textContent = words;
    from += words.length;
    return one;
  });
}

/** @param {SVGTextElement} text @returns {Text[]} */
function runsOf(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const runs = [];
  while (walker.nextNode()) runs.push(/** @type {Text} */ (walker.currentNode));
  const shown = text.getNumberOfChars();
  return runs.reduce((sum, run) => sum + run.length, 0) === shown ? runs.filter((run) => run.length) : [];
}

/** @param {Element} layer */
function written(layer) {
  const copy = /** @type {Element} */ (layer.cloneNode(true));
  for (const touched of copy.querySelectorAll(TOUCHED)) touched.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    if (element.namespaceURI !== OURS) element.remove();
    for (const { name } of [...element.attributes]) if (LEFT_OUT.test(name)) element.removeAttribute(name);
  }
  for (const empty of [...copy.querySelectorAll("g")].reverse()) if (!empty.childNodes.length) empty.remove();
  copy.removeAttribute("style");
  return new XMLSerializer().serializeToString(copy);
}
