/* The legend: exactly the kinds of marks that are on the map, where they cover no journey. */
import { MOST_SINGLE } from "./journeys/draw-journeys.js";
import { isBeyond } from "./plane/edges.js";
import { free } from "./plane/rectangles.js";

const STYLES = ["stated", "inferred", "external", "schematic", "sold"];
const ENDINGS = ["arrived", "settled-elsewhere", "returned", "died"];
const KINDS = [...STYLES, "soft", "area", "fade", "beside", "ribbon", "corridor", ...ENDINGS];
const CORNERS = ["bottom right", "bottom left", "top right", "middle right"];
const BESIDE_PX = 24; // what a mark and its line need beside a place
const NOBODYS_COLOUR = "var(--many)";

/** @typedef {import("./journeys/draw-journeys.js").JourneyLayer} JourneyLayer */

export class Legend {
  /** @param {L.Map} map @param {Record<string, string>} strings @param {() => void} resize of the map */
  constructor(map, strings, resize) {
    this._map = map;
    this._strings = strings;
    this._resize = resize;
    this._room = 0;
    this._giving = false; // room, which changes the size of the map
    /** @type {string | null} */
    this._asked = null; // the kinds that were found last
    this._coloured = false; // as the one journey that it tells of
    this.element = L.DomUtil.create("div", "atlas-legend", map.getContainer());
    L.DomEvent.disableClickPropagation(this.element);
    new ResizeObserver(() => {
      if (this.element.classList.contains("below")) this._give(this.element.offsetHeight);
    }).observe(this.element);
  }

  /**
   * Lists what the layer draws; `focus` is the journey told in full, or null. The same list stays
   * where it is, so that the map keeps its size. While room is given only more is listed: a map whose
   * size takes a mark away, and the legend with it, would grow and shrink without end.
   * @param {JourneyLayer} layer @param {Journey | null} focus
   */
  explain(layer, focus) {
    const found = kinds(layer, focus);
    if (!focus && !this._coloured && found.join() === this._asked) return;
    this._asked = found.join();
    this._coloured = Boolean(focus);
    const kept = this._giving ? this.drawn() : [];
    const styles = KINDS.filter((kind) => found.includes(kind) || kept.includes(kind));
    const list = document.createElement("ul");
    for (const style of styles) {
      const item = list.appendChild(document.createElement("li"));
      item.dataset.style = style;
      item.style.setProperty("--journey", focus ? focus.colour : NOBODYS_COLOUR);
      item.appendChild(document.createElement("i")).className = style;
      item.appendChild(document.createTextNode(this._strings[style]));
    }
    const notes = [this._strings.notTheWay];
    this.element.replaceChildren(list, ...notes.map(paragraph));
    if (!this._giving) this._give(0); // another route may leave a corner free
  }

  /**
   * True where other kinds of marks are drawn than when it was made.
   * @param {JourneyLayer} layer @param {Journey | null} focus
   */
  isOther(layer, focus) {
    return kinds(layer, focus).join() !== this._asked;
  }

  /** The kinds that are listed. */
  drawn() {
    return [...this.element.querySelectorAll("li")].map((item) => item.dataset.style);
  }

  /**
   * Takes the first corner that is free of journeys and labels, or steps below the map. There it
   * stays until something else is shown: a map that grows and shrinks would never come to rest.
   * @param {JourneyLayer} layer @param {Rect[]} taken
   */
  settle(layer, taken) {
    this.element.hidden = !this.element.querySelector("li");
    const corners = this._room ? [] : CORNERS;
    const clear = corners.some((corner) => {
      this.element.className = `atlas-legend ${corner}`;
      const own = this.box();
      const inner = among(own, layer);
      return free(own, taken) && !(inner.w > 0 && layer.crosses(inner));
    });
    if (!clear) this.element.className = "atlas-legend below";
    this._give(clear ? 0 : this.element.offsetHeight);
  }

  /** Where it lies on the map, as a rectangle. */
  box() {
    const { offsetLeft: x, offsetTop: y, offsetWidth: w, offsetHeight: h } = this.element;
    return { x, y, w, h };
  }

  /**
   * Gives the legend that many pixels below the map.
   * @param {number} room
   */
  _give(room) {
    if (room === this._room) return;
    this._room = room;
    this._map.getContainer().style.setProperty("--legend", `${room}px`);
    const within = this._giving; // room is given already
    this._giving = true;
    this._resize();
    this._giving = within;
  }
}

/**
 * The kinds of marks that are drawn: of the journey in focus, or of all.
 * @param {JourneyLayer} layer @param {Journey | null} focus
 */
function kinds(layer, focus) {
  const told = focus ? [focus] : layer.visible;
  const shown = (/** @type {Journey} */ journey, /** @type {number} */ at) =>
    !layer.only || layer.shows(journey, journey.marks[at]);
  /** @type {Set<string>} */
  const found = new Set();
  for (const journey of told) {
    if (!focus && told.length <= MOST_SINGLE && journey.size > 1) found.add(journey.outcome);
    for (let at = 0; at < journey.size; at++) {
      if (!shown(journey, at)) continue;
      if (at > 0 && shown(journey, at - 1) && !journey.corridor) found.add(journey.styleOf(at));
      if (focus && journey.isSoft(at) && !isBeyond(journey.marks[at])) found.add("soft");
      if (layer.records.places[journey.placeOf(at)].codes) found.add(focus ? "area" : "fade");
    }
  }
  const beside = layer.only ? layer.visible : told; // a step that names the general route tells of it
  if (beside.some((journey) => journey.corridor && journey !== focus)) found.add("corridor");
  const bundles = focus ? [] : layer.strands.drawn();
  if (bundles.some(({ lines }) => lines > 1)) found.add("beside");
  if (bundles.some(({ lines, count }) => lines < count)) found.add("ribbon");
  return KINDS.filter((kind) => found.has(kind));
}

/**
 * The part of a rectangle that is no further out than the places on the map, without width where there
 * is none: beside them are only lines that lead off it.
 * @param {Rect} rectangle @param {JourneyLayer} layer @returns {Rect}
 */
function among({ x, y, w, h }, layer) {
  const { places } = layer.records;
  /** @type {Set<number>} */
  const found = new Set();
  for (const journey of layer.visible) {
    for (let at = 0; at < journey.size; at++) found.add(journey.placeOf(at));
  }
  const on = [...found].filter((at) => !isBeyond(places[at]));
  const across = on.map((at) => layer.pointOf(places[at]).x);
  const left = Math.max(x, Math.min(...across) - BESIDE_PX);
  const right = Math.min(x + w, Math.max(...across) + BESIDE_PX);
  return { x: left, y, w: right - left, h };
}

/** @param {string} words */
function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}
