/* Numbered discs and labelled areas of the journey that is told in full, as elements that can be
 * reached by keyboard.
 */
import { around, beside } from "../plane/rectangles.js";
import { labelMarks, spotOf } from "./stop-spots.js";

const PANE = "atlas-stops";
const NARROW_PX = 560; // a phone: labels are short there
const DISC = { w: 26, h: 26 };

/** @typedef {{ mark: Mark, marker: L.Marker, box: HTMLElement }} Tag */

export class Stops {
  /**
   * `pick(id)` is called with the stop that was chosen.
   * @param {L.Map} map @param {(id: string) => void} pick
   */
  constructor(map, pick) {
    this._map = map;
    this._pick = pick;
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

  /** What is shown now, for the page and for tests. */
  drawn() {
    return this._tags.map(({ mark }) => ({ id: mark.id, label: mark.label, soft: Boolean(mark.soft) }));
  }

  /**
   * Moves labels apart, off these lines where that can be.
   * @param {Rect[]} lines
   */
  arrange(lines) {
    const points = this._tags.filter((tag) => !tag.mark.codes);
    const taken = points.map((tag) => around(this._map.latLngToContainerPoint(tag.mark), DISC));
    const window = this._map.getSize();
    for (const { mark, box } of this._tags) {
      const at = this._map.latLngToContainerPoint(mark);
      const label = /** @type {HTMLElement} */ (mark.codes ? box : box.lastChild);
      const size = { w: label.offsetWidth, h: label.offsetHeight };
      const spot = spotOf(at, size, Boolean(mark.codes), { window, taken, lines });
      label.style.transform = `translate(${spot[0]}px, ${spot[1]}px)`;
      taken.push(beside(at, spot, size));
    }
    this.taken = taken;
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
    if (mark.codes) {
      const label = this._map.getSize().x < NARROW_PX ? mark.short : mark.label;
      box.textContent = mark.n ? `${mark.n} · ${label}` : label;
    } else {
      box.appendChild(document.createElement("b")).textContent = mark.n;
      box.appendChild(document.createElement("span")).textContent = mark.label;
    }
    return { mark, marker: this._marker(mark, box), box };
  }

  /** @param {Mark} mark @param {HTMLElement} box */
  _marker(mark, box) {
    const icon = L.divIcon({ html: box, className: "atlas-stop", iconSize: undefined });
    const options = { icon, pane: PANE, keyboard: true, alt: mark.tip, riseOnHover: true };
    const marker = L.marker(mark, options).addTo(this._map);
    marker.on("click", () => this._pick(mark.id));
    const element = elementOf(marker);
    element.setAttribute("aria-label", mark.tip);
    element.setAttribute("role", "button");
    element.dataset.stop = mark.id;
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      this._pick(mark.id);
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

/** @param {Mark} mark @param {Open | null} open */
function isOpen(mark, open) {
  return Boolean(open) && mark.ids.includes(`${open?.journey}:${open?.stop}`);
}
