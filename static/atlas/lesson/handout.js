/* Draws the small maps, timelines and charts of a handout (see handout/page.py), each once.
 *
 * `new Handout({steps}, draw)` fills each `.handout-view` in the order of the steps, and each
 * `.handout-time` in that of the steps that have one; `draw(map)` puts the scene on a map. `ready` is a
 * promise that is kept when all are drawn; `maps` has the atlas of each step, or null where it has a
 * chart. The same scripts as on the page draw them.
 */
import { along, distance } from "../map/plane/curves.js";
import { FIXED } from "../map/plane/fixed.js";
import { around, free } from "../map/plane/rectangles.js";
import { tidyNames } from "../time/names.js";
import { fitOnePage } from "./one-page.js";
import { chartOnPaper, timelineOnPaper } from "./print.js";

/** @type {L.MapOptions} */
const ON_PAPER = { ...FIXED, zoomSnap: 0.25, ratio: 3 }; // a printer has more points than a screen
const FEW = 8; // journeys that can be told apart by a letter
const LETTER = { w: 16, h: 16 };
const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]; // along a leg, for its letter

export class Handout {
  /** @param {{ steps: HandoutStep[] }} handout @param {(map: L.Map) => Atlas} draw */
  constructor({ steps }, draw) {
    /** @type {(Atlas | null)[]} */
    this.maps = steps.map(() => null);
    this.ready = this._draw(steps, draw);
  }

  /** @param {HandoutStep[]} steps @param {(map: L.Map) => Atlas} draw */
  async _draw(steps, draw) {
    // Names are measured before they are placed, so their typefaces come first.
    await Promise.allSettled([...document.fonts].map((face) => face.load()));
    fitOnePage(true);
    const times = [...document.querySelectorAll(".handout-time")];
    const views = [...document.querySelectorAll(".handout-view")];
    const figures = views.map((view) => /** @type {HTMLElement} */ (view.parentElement));
    const drawn = steps.map((step, at) => {
      const box = find(figures[at], ".handout-view > div");
      if ("figure" in step) return chart(box, step.figure);
      box.inert = true;
      const atlas = (this.maps[at] = draw(L.map(box, ON_PAPER)));
      atlas.show(step.state);
      return atlas.base.complete();
    });
    const own = steps.flatMap(({ timeline }) => timeline || []);
    await Promise.all([...drawn, ...own.map((figure, at) => time(times[at], figure))]);
    this.maps.forEach((atlas, at) => atlas && explain(figures[at], atlas));
    fitOnePage(false);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}

/** @param {HTMLElement} box @param {PlotlyFigure} figure */
function chart(box, figure) {
  const { data, layout } = chartOnPaper(figure, { width: box.clientWidth, height: box.clientHeight });
  return window.Plotly?.newPlot(box, data, layout, { staticPlot: true });
}

/**
 * The timeline, with the names that have room; drawn as in a lesson, but nothing moves it.
 * @param {Element} box @param {PlotlyFigure} figure
 */
async function time(box, figure) {
  const room = /** @type {HTMLElement} */ (box);
  room.inert = true;
  const { data, layout } = timelineOnPaper(figure, { width: room.clientWidth, height: room.clientHeight });
  await window.Plotly?.newPlot(room, data, layout, { displayModeBar: false });
  tidyNames(/** @type {PlotlyChart} */ (box));
}

/**
 * What the legend of the map says, below it; and which journey is which, where there are a few.
 * @param {HTMLElement} figure @param {Atlas} atlas
 */
function explain(figure, atlas) {
  const caption = find(figure, "figcaption");
  const map = find(figure, ".leaflet-container");
  caption.append(find(atlas.legend.element, "ul").cloneNode(true));
  const told = atlas.layer.visible.filter((journey) => !journey.corridor);
  if (atlas.focus || told.length < 2 || told.length > FEW) return;
  const names = caption.appendChild(document.createElement("p"));
  /** @type {Rect[]} */
  const taken = [];
  told.forEach((journey, at) => {
    const sign = String.fromCharCode(65 + at);
    const spot = spotOf(journey, atlas, taken);
    taken.push(spot);
    const disc = map.appendChild(letter(sign, journey));
    Object.assign(disc.style, { left: `${spot.x}px`, top: `${spot.y}px` });
    names.appendChild(document.createElement("span")).append(letter(sign, journey), journey.title);
  });
}

/** @param {string} sign @param {Journey} journey */
function letter(sign, { colour }) {
  const made = document.createElement("b");
  made.textContent = sign;
  made.style.setProperty("--journey", colour);
  return made;
}

/**
 * Where the letter of a journey covers no other: on its longest leg, else at its first place.
 * @param {Journey} journey @param {Atlas} atlas @param {Rect[]} taken
 */
function spotOf(journey, { layer }, taken) {
  const own = layer.legs().filter((leg) => leg.journey === journey);
  const curves = own
    .map((leg) => leg.curve)
    .sort((one, other) => distance(other.a, other.b) - distance(one.a, one.b));
  const points = curves.flatMap((curve) => SPOTS.map((part) => along(curve, part)));
  const spots = [...points, layer.pointOf(journey.marks[0])].map((at) => around(at, LETTER));
  return spots.find((spot) => free(spot, taken)) || spots[0];
}

/** @param {HTMLElement} element @param {string} selector */
function find(element, selector) {
  return /** @type {HTMLElement} */ (element.querySelector(selector));
}
