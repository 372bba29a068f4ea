/* The legend: exactly the kinds of marks that are on the map, where they cover no journey. */
import { sentence } from "./journeys/sentence.js";
import { isBeyond } from "./plane/edges.js";
import { free } from "./plane/rectangles.js";

const STYLES = ["stated", "inferred", "external", "schematic"];
const CORNERS = ["bottom right", "bottom left", "top right", "middle right"];
const NOBODYS_COLOUR = "#666c74";

/** @typedef {import("./journeys/draw-journeys.js").JourneyLayer} JourneyLayer */

export class Legend {
  /** @param {L.Map} map @param {Record<string, string>} strings */
  constructor(map, strings) {
    this._map = map;
    this._strings = strings;
    this._room = 0;
    this.element = L.DomUtil.create("div", "atlas-legend", map.getContainer());
    L.DomEvent.disableClickPropagation(this.element);
    new ResizeObserver(() => {
      if (this.element.classList.contains("below")) this._give(this.element.offsetHeight);
    }).observe(this.element);
  }

  /**
   * Lists what the layer draws; `focus` is the journey told in full, or null.
   * @param {JourneyLayer} layer @param {Journey | null} focus
   */
  explain(layer, focus) {
    const styles = layer.flowing && !focus ? layer.flows.styles() : singleStyles(layer, focus);
    const list = document.createElement("ul");
    for (const style of styles) {
      const item = list.appendChild(document.createElement("li"));
      item.dataset.style = style;
      item.style.setProperty("--journey", focus ? focus.colour : NOBODYS_COLOUR);
      item.appendChild(document.createElement("i")).className = style;
      item.appendChild(document.createTextNode(this._strings[style]));
    }
    const notes = [this._strings.notTheWay];
    const { left } = layer.flows;
    if (layer.flowing && left) notes.push(sentence(this._strings.few, { n: left }));
    this.element.replaceChildren(list, ...notes.map(paragraph));
    this._give(0); // another route may leave a corner free
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
      return !layer.crosses(own) && free(own, taken);
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
    this._map.invalidateSize({ animate: false, pan: false });
  }
}

/** @param {JourneyLayer} layer @param {Journey | null} focus */
function singleStyles(layer, focus) {
  const told = focus ? [focus] : layer.visible;
  const shown = (/** @type {Journey} */ journey, /** @type {number} */ at) =>
    layer.shows(journey, journey.marks[at]);
  const has = (/** @type {(mark: Mark) => unknown} */ found) =>
    told.some((journey) => journey.marks.some((mark, at) => found(mark) && shown(journey, at)));
  const legs = told.flatMap((journey) =>
    journey.legs.filter((leg) => shown(journey, leg.from) && shown(journey, leg.to)),
  );
  const styles = STYLES.filter((style) => legs.some((leg) => leg.style === style));
  if (has((mark) => mark.soft && !isBeyond(mark))) styles.push("soft");
  if (has((mark) => mark.codes)) styles.push("area");
  if (!focus && told.some((journey) => journey.corridor)) styles.push("corridor");
  return styles;
}

/** @param {string} words */
function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}
