/* Numbered discs and labelled areas of the journey that is told in full, as elements that can be
 * reached by keyboard.
 */
import { controlBoxes } from "../plane/controls.js";
import { isBeyond } from "../plane/edges.js";
import { around, beside, within } from "../plane/rectangles.js";
import { areaSpot } from "./area-spots.js";
import { sentence } from "./sentence.js";
import { labelMarks, nameSpot } from "./stop-spots.js";

const PANE = "atlas-stops";
const NARROW_PX = 560; // a phone: labels are short there
const MIDDLE_LNG = 112; // of the map
const EDGE_PX = 6; // from the edge of the map to the name of a place beyond it
const DISC = { w: 26, h: 26 };

/**
 * `words` are what the label of an area may say, the longest first; `lead` is the line to it.
 * @typedef {object} Tag
 * @property {Mark} mark
 * @property {L.Marker} marker
 * @property {HTMLElement} box
 * @property {string[]} words
 * @property {HTMLElement} lead
 * @property {Rect | null} drawn where its label lies now
 */

export class Stops {
  /**
   * `press(mark)` is called with the mark that was pressed; `areaTest(codes)` tells whether points of
   * the map's window lie in an area, `towards(mark)` is the line that leads to a mark.
   * @param {L.Map} map @param {(mark: Mark) => void} press
   * @param {{ areaTest: (codes: string[]) => (point: XY) => boolean,
   *   towards: (mark: Mark) => XY[] }} ground @param {Record<string, string>} strings
   */
  constructor(map, press, { areaTest, towards }, strings) {
    this._map = map;
    this._press = press;
    this._areaTest = areaTest;
    this._towards = towards;
    this._strings = strings;
    /** @type {Tag[]} */
    this._tags = [];
    /** @type {Journey | null} */
    this.journey = null;
    /** @type {Rect[]} */
    this.taken = [];
    map.createPane(PANE).style.zIndex = "620";
  }

  /**
   * Shows these marks of a journey, or none.
   * @param {Journey | null} journey @param {Open | null} open @param {Mark[]} marks
   */
  tell(journey, open, marks) {
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && active.dataset.stop;
    this.journey = journey;
    this._tags.forEach((tag) => tag.marker.remove());
    this._tags = journey ? labelMarks(marks).map((mark) => this._tag(journey, mark, isOpen(mark, open))) : [];
    const again = this._tags.find((tag) => focused && tag.mark.id === focused);
    if (again) elementOf(again.marker).focus({ preventScroll: true });
  }

  /**
   * The areas whose stop is open.
   * @param {Open | null} open
   */
  openAreas(open) {
    return this._tags.map((tag) => tag.mark).filter((mark) => mark.codes && isOpen(mark, open));
  }

  /**
   * As much of each stop as was reached on a day; all of them without one.
   * @param {number | null} day
   */
  dim(day) {
    for (const { mark, marker } of this._tags) {
      const opacity = String(0.15 + 0.85 * (day === null ? 1 : this._reached(mark, day)));
      const { style } = elementOf(marker);
      if (style.opacity !== opacity) style.opacity = opacity;
    }
  }

  /**
   * The mark whose element that is, or lies around it.
   * @param {EventTarget | null} target
   */
  markOf(target) {
    const element = target instanceof Element ? target.closest("[data-stop]") : null;
    const tag = element && this._tags.find(({ marker }) => marker.getElement() === element);
    return tag ? tag.mark : null;
  }

  /** What is shown now, for the page and for tests. */
  drawn() {
    return this._tags.map(({ mark, drawn, lead }) => ({
      id: mark.id,
      label: mark.label,
      soft: Boolean(mark.soft),
      box: drawn,
      lead: !lead.hidden,
    }));
  }

  /** Where each stop lies in the map's window, its element, and where its label lies if it is drawn. */
  signs() {
    return this._tags.map(({ mark, box, drawn, lead }) => {
      const at = this._map.latLngToContainerPoint(mark);
      return { mark, at, box, drawn, lead: !lead.hidden };
    });
  }

  /**
   * Moves labels apart, off these lines where that can be; one that has no room is not drawn.
   * @param {Rect[]} lines
   */
  arrange(lines) {
    const points = this._tags.filter(({ mark }) => !mark.codes && !isBeyond(mark));
    const taken = points.map((tag) => around(this._map.latLngToContainerPoint(tag.mark), DISC));
    const controls = controlBoxes(this._map);
    const window = this._map.getSize();
    for (const tag of this._tags) {
      const at = this._map.latLngToContainerPoint(tag.mark);
      const room = { window, taken: [...taken, ...controls], lines };
      if (tag.mark.codes) tag.drawn = this._arrangeArea(tag, at, room);
      else if (isBeyond(tag.mark)) tag.drawn = this._arrangeEdge(tag, at, room);
      else tag.drawn = arrangeName(tag, at, room);
      if (tag.drawn) taken.push(tag.drawn);
    }
    this.taken = taken;
  }

  /**
   * Puts the label of an area where it has room, shorter where it must be.
   * @param {Tag} tag @param {XY} at @param {{ window: XY, taken: Rect[] }} room
   */
  _arrangeArea({ mark, box, words, lead }, at, room) {
    const holds = this._areaTest(mark.codes || []);
    for (const said of words) {
      if (box.textContent !== said) box.textContent = said;
      const size = { w: box.offsetWidth, h: box.offsetHeight };
      const spot = areaSpot(at, size, { ...room, holds });
      if (!spot) continue;
      const own = around(spot.at, size);
      box.classList.remove("no-room");
      move(box, own.x - at.x, own.y - at.y);
      lead.hidden = !spot.line;
      if (spot.line) Object.assign(lead.style, leadStyle(spot.line));
      return own;
    }
    box.classList.add("no-room");
    lead.hidden = true;
    move(box, -box.offsetWidth / 2, -box.offsetHeight / 2);
    return null;
  }

  /**
   * A place beyond the map has its name at the edge, where the line to it leaves the window.
   * @param {Tag} tag @param {XY} place @param {{ window: XY, taken: Rect[] }} room
   */
  _arrangeEdge({ mark, marker, box }, place, room) {
    const size = { w: box.offsetWidth, h: box.offsetHeight };
    const seen = (/** @type {XY} */ at) => within(around(at, { w: 0, h: 0 }), room.window);
    const exit = this._towards(mark).filter(seen).pop() || place;
    const at = inwards(exit, size, room.window);
    const spot = areaSpot(at, size, { ...room, holds: () => true });
    const middle = spot ? spot.at : at;
    box.classList.toggle("no-room", !spot);
    marker.setLatLng(this._map.containerPointToLatLng(L.point(middle)));
    move(box, -size.w / 2, -size.h / 2);
    return spot && around(middle, size);
  }

  /** @param {Mark} mark @param {number} day */
  _reached(mark, day) {
    const { journey } = this;
    if (!journey) return 1;
    const place = (/** @type {string} */ id) => journey.marks.findIndex((own) => own.ids.includes(id));
    return Math.max(...mark.ids.map((id) => journey.reached(place(id), day)));
  }

  /** @param {Journey} journey @param {Mark} mark @param {boolean} open @returns {Tag} */
  _tag(journey, mark, open) {
    const box = document.createElement("div");
    const beyond = !mark.codes && isBeyond(mark);
    const kind = mark.codes ? "area" : beyond ? "edge" : mark.soft ? "disc soft" : "disc";
    box.className = `atlas-tag ${kind}${open ? " open" : ""}${journey.corridor ? " corridor" : ""}`;
    box.style.setProperty("--journey", journey.colour);
    if (beyond) {
      const words = `${mark.n} · ${sentence(this._strings.beyond, { place: mark.label })}`;
      box.textContent = mark.lng > MIDDLE_LNG ? `${words} →` : `← ${words}`;
    } else if (!mark.codes) {
      box.appendChild(document.createElement("b")).textContent = mark.n;
      box.append(" ");
      box.appendChild(document.createElement("span")).textContent = mark.label;
    }
    const marker = this._marker(mark, box);
    const lead = document.createElement("i");
    lead.className = "atlas-lead";
    lead.hidden = true;
    lead.style.setProperty("--journey", journey.colour);
    elementOf(marker).prepend(lead);
    return { mark, marker, box, words: this._areaWords(mark), lead, drawn: null };
  }

  /** @param {Mark} mark */
  _areaWords({ codes, n, label, short }) {
    if (!codes) return [];
    const names = this._map.getSize().x < NARROW_PX ? [short] : [label, short];
    const words = names.map((name) => (n ? `${n} · ${name}` : name));
    return [...new Set(n ? [...words, n] : words)];
  }

  /** @param {Mark} mark @param {HTMLElement} box */
  _marker(mark, box) {
    const icon = L.divIcon({ html: box, className: "atlas-stop", iconSize: undefined });
    const options = { icon, pane: PANE, keyboard: true, alt: mark.tip, riseOnHover: true };
    const marker = L.marker(mark, options).addTo(this._map);
    marker.on("click", () => this._press(mark));
    const element = elementOf(marker);
    element.setAttribute("aria-description", mark.tip.replaceAll("\n", "; "));
    element.setAttribute("role", "button");
    element.dataset.stop = mark.id;
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      this._press(mark);
    });
    return marker;
  }
}

/**
 * The element of a marker that stands on a map.
 * @param {L.Marker} marker
 */
export function elementOf(marker) {
  return /** @type {HTMLElement} */ (marker.getElement());
}

/**
 * Puts the name beside a disc where it has room.
 * @param {Tag} tag @param {XY} at @param {{ window: XY, taken: Rect[], lines: Rect[] }} room
 */
function arrangeName({ box }, at, room) {
  const name = /** @type {HTMLElement} */ (box.lastChild);
  const size = { w: name.offsetWidth, h: name.offsetHeight };
  const spot = nameSpot(at, size, room);
  name.classList.toggle("no-room", !spot);
  if (!spot) return null;
  move(name, ...spot);
  return beside(at, spot, size);
}

/**
 * The nearest middle for a label of a size that lies whole in the window.
 * @param {XY} at @param {Size} size @param {XY} window
 */
function inwards({ x, y }, { w, h }, window) {
  const into = (/** @type {number} */ value, /** @type {number} */ half, /** @type {number} */ most) =>
    Math.max(half + EDGE_PX, Math.min(value, most - half - EDGE_PX));
  return { x: into(x, w / 2, window.x), y: into(y, h / 2, window.y) };
}

/** @param {HTMLElement} element @param {number} x @param {number} y */
function move(element, x, y) {
  element.style.transform = `translate(${x}px, ${y}px)`;
}

/** @param {Lead} line */
function leadStyle({ length, angle }) {
  return { width: `${length}px`, transform: `rotate(${angle}rad)` };
}

/** @param {Mark} mark @param {Open | null} open */
function isOpen(mark, open) {
  return Boolean(open) && mark.ids.includes(`${open?.journey}:${open?.stop}`);
}
