/* What is chosen on the map. Where several lie on one spot, a list names all of them and the reader
 * chooses; what a click does is what the tip of the same spot says.
 */
import { still } from "./camera.js";
import { sentence } from "./journeys/sentence.js";
import { firstLine, headingOf } from "./pointer.js";

const MOST = 100; // entries of the list
const NEARER = 2; // zooms by which a ribbon of many is brought, so that its lines part
const EDGE_PX = 8; // between the list and the edge of the map
const COLOUR_OF_MANY = "var(--many)";

/**
 * @typedef {object} Chosen what the map shows
 * @property {import("./journeys/draw-journeys.js").JourneyLayer} layer
 * @property {import("./journeys/stops.js").Stops} stops
 * @property {Journey | null} focus
 * @property {(type: string, data: object) => unknown} fire
 */

export class Chooser {
  /** @param {L.Map} map @param {Chosen} atlas @param {Record<string, string>} strings */
  constructor(map, atlas, strings) {
    this._map = map;
    this._atlas = atlas;
    this._strings = strings;
    this._picked = 0;
    /** @type {HTMLElement | null} */
    this._list = null;
    map.on("movestart zoomstart resize", () => this.close());
  }

  /**
   * All that lies under a pointer: of a stop's own element what lies where the stop is.
   * @param {L.LeafletMouseEvent} event @returns {Touched[]}
   */
  under({ containerPoint, originalEvent }) {
    const mark = this._atlas.stops.markOf(originalEvent.target);
    return mark ? this._at(mark) : this._atlas.layer.at(containerPoint);
  }

  /** @param {L.LeafletMouseEvent} event */
  click(event) {
    this.close();
    const found = this._atlas.layer.at(event.containerPoint);
    if (found.length && found[0].id === null) {
      this._map.setView(event.latlng, this._map.getZoom() + NEARER, { animate: !still() });
    } else {
      this._choose(found, event.containerPoint);
    }
  }

  /**
   * The element of a stop was clicked, or Enter pressed on it.
   * @param {Mark} mark
   */
  press(mark) {
    this.close();
    this._choose(this._at(mark), this._map.latLngToContainerPoint(mark));
  }

  /**
   * Tells whoever holds the map that this was chosen.
   * @param {string} id
   */
  pick(id) {
    this._picked += 1;
    const feature = { type: "Feature", id, geometry: null, properties: { id, picked: this._picked } };
    this._atlas.fire("click", { latlng: null, layer: { toGeoJSON: () => feature } });
  }

  close() {
    this._list?.remove();
    this._list = null;
  }

  /**
   * What lies where a mark of the journey that is told does; an area has no spot to share.
   * @param {Mark} mark @returns {Touched[]}
   */
  _at(mark) {
    const journey = /** @type {Journey} */ (this._atlas.stops.journey).id;
    const own = { journey, id: mark.id, tip: mark.tip };
    if (mark.codes) return [own];
    const found = this._atlas.layer.at(this._map.latLngToContainerPoint(mark));
    return found.some(({ id }) => id === mark.id) ? found : [own];
  }

  /** @param {Touched[]} found @param {XY} at */
  _choose(found, at) {
    if (found.length === 1 && found[0].id !== null) this.pick(found[0].id);
    if (found.length > 1) this._offer(found, at);
  }

  /** @param {Touched[]} found @param {XY} at */
  _offer(found, at) {
    const list = (this._list = L.DomUtil.create("div", "atlas-chooser", this._map.getContainer()));
    list.setAttribute("role", "dialog");
    list.setAttribute("aria-label", headingOf(found, this._strings));
    list.appendChild(document.createElement("p")).textContent = headingOf(found, this._strings);
    const entries = list.appendChild(document.createElement("ul"));
    for (const one of found.slice(0, MOST)) entries.append(this._entry(one));
    const left = found.length - MOST;
    if (left > 0) entries.append(item(sentence(this._strings.andMore, { n: left })));
    L.DomEvent.disableClickPropagation(list);
    L.DomEvent.disableScrollPropagation(list);
    L.DomEvent.on(list, "mousemove", L.DomEvent.stopPropagation);
    const before = document.activeElement;
    list.addEventListener("keydown", (event) => this._key(event, before));
    this._place(list, at);
    list.querySelector("button")?.focus({ preventScroll: true });
  }

  /** @param {Touched} touched */
  _entry({ journey, id, tip }) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = firstLine(tip);
    const own = this._atlas.layer.visible.find((one) => one.id === journey);
    button.style.setProperty("--journey", own ? own.colour : COLOUR_OF_MANY);
    button.addEventListener("click", () => {
      this.close();
      if (id !== null) this.pick(id);
    });
    const made = item("");
    made.append(button);
    return made;
  }

  /**
   * Esc goes back to where the reader was; the arrows go up and down.
   * @param {KeyboardEvent} event @param {Element | null} before
   */
  _key(event, before) {
    const buttons = [...(this._list?.querySelectorAll("button") || [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key !== "Escape" && !step) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else {
      this.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    }
  }

  /**
   * Beside its spot, and whole on the map.
   * @param {HTMLElement} list @param {XY} at
   */
  _place(list, { x, y }) {
    const size = this._map.getSize();
    list.style.maxHeight = `${size.y - 2 * EDGE_PX}px`;
    list.style.maxWidth = `${size.x - 2 * EDGE_PX}px`;
    const right = Math.min(x + EDGE_PX, size.x - list.offsetWidth - EDGE_PX);
    const low = Math.min(y + EDGE_PX, size.y - list.offsetHeight - EDGE_PX);
    list.style.left = `${Math.max(EDGE_PX, right)}px`;
    list.style.top = `${Math.max(EDGE_PX, low)}px`;
  }
}

/** @param {string} words */
function item(words) {
  const made = document.createElement("li");
  made.textContent = words;
  return made;
}
