/* Numbered discs and labelled areas of the journey that is told in full, as elements that can be
 * reached by keyboard.
 */
import { controlBoxes } from "../plane/controls.js";
import { around, beside } from "../plane/rectangles.js";
import { areaSpot } from "./area-spots.js";
import { labelMarks, nameSpot } from "./stop-spots.js";

const PANE = "atlas-stops";
const NARROW_PX = 560; // a phone: labels are short there
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
   * the map's window lie in an area.
   * @param {L.Map} map @param {(mark: Mark) => void} press
   * @param {(codes: string[]) => (point: XY) => boolean} areaTest
   */
  constructor(map, press, areaTest) {
    this._map = map;
    this._press = press;
    this._areaTest = areaTest;
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

  /**
   * Moves labels apart, off these lines where that can be; one that has no room is not drawn.
   * @param {Rect[]} lines
   */
  arrange(lines) {
    const points = this._tags.filter((tag) => !tag.mark.codes);
    const taken = points.map((tag) => around(this._map.latLngToContainerPoint(tag.mark), DISC));
    const controls = controlBoxes(this._map);
    const window = this._map.getSize();
    for (const tag of this._tags) {
      const at = this._map.latLngToContainerPoint(tag.mark);
      const room = { window, taken: [...taken, ...controls], lines };
      tag.drawn = tag.mark.codes ? this._arrangeArea(tag, at, room) : arrangeName(tag, at, room);
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
    const kind = mark.codes ? "area" : mark.soft ? "disc soft" : "disc";
    box.className = `atlas-tag ${kind}${open ? " open" : ""}${journey.corridor ? " corridor" : ""}`;
    box.style.setProperty("--journey", journey.colour);
    if (!mark.codes) {
      box.appendChild(document.createElement("b")).textContent = mark.n;
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
    element.setAttribute("aria-label", mark.tip);
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
