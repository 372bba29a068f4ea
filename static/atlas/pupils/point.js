/* Pointing at the map: by finger, mouse or, from the keyboard, at its middle. */

const STILL_PX = 8; // a press that moves farther drags the map

export class Pointing {
  /** @param {L.Map} map @param {Record<string, string>} strings */
  constructor(map, strings) {
    this._map = map;
    this._strings = strings;
    /** @type {((point: L.LatLng) => void) | null} */
    this._mark = null;
    /** @type {L.Marker[]} */
    this._marks = [];
    /** @type {XY | null} */
    this._from = null;
    const room = map.getContainer();
    this.hint = room.appendChild(document.createElement("div"));
    this.hint.className = "pupils-hint";
    this.hint.hidden = true;
    const words = this.hint.appendChild(document.createElement("p"));
    words.textContent = strings.pointing;
    const middle = this.hint.appendChild(document.createElement("button"));
    middle.type = "button";
    middle.textContent = strings.middle;
    middle.addEventListener("click", () => this._at(map.getCenter()));
    for (const name of ["pointerdown", "click", "dblclick"]) {
      this.hint.addEventListener(name, (event) => event.stopPropagation());
    }
    this._cross = room.appendChild(document.createElement("i"));
    this._cross.className = "pupils-cross";
    this._cross.hidden = true;
    room.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => (this._from = { x, y }), true);
    room.addEventListener("click", (event) => this._press(event), true);
  }

  /**
   * The next press on the map is an answer.
   * @param {(point: L.LatLng) => void} mark
   */
  start(mark) {
    this._mark = mark;
    this._wait(true);
    const room = this._map.getContainer();
    room.scrollIntoView({ block: "center" });
    room.focus({ preventScroll: true });
  }

  /** Waits for no press any more. */
  stop() {
    this._mark = null;
    this._wait(false);
  }

  /**
   * Shows where a pupil pointed, and where it is; either may be missing.
   * @param {{ lat: number, lng: number } | null} given @param {{ lat: number, lng: number } | null} answer
   */
  show(given, answer) {
    for (const mark of this._marks) mark.remove();
    this._marks = [];
    if (answer) this._draw(answer, "pupils-target");
    if (given) this._draw(given, "pupils-mark", this._strings.yours);
  }

  /** @param {{ lat: number, lng: number }} point @param {string} className */
  _draw(point, className, title = "") {
    const icon = L.divIcon({ className, iconSize: [32, 32], iconAnchor: [16, 16] });
    const mark = L.marker(point, { icon, title, alt: title, interactive: false, keyboard: false });
    this._marks.push(mark.addTo(this._map));
  }

  /** @param {boolean} waits */
  _wait(waits) {
    this.hint.hidden = !waits;
    this._cross.hidden = !waits;
    this._map.getContainer().classList.toggle("pupils-points", waits);
  }

  /** @param {MouseEvent} event */
  _press(event) {
    const target = /** @type {Element} */ (event.target);
    if (!this._mark || target.closest(".leaflet-control, .pupils-hint")) return;
    const { x, y } = this._from || { x: event.clientX, y: event.clientY };
    event.stopPropagation(); // a point that is asked for opens no journey
    if (Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX) return;
    this._at(this._map.mouseEventToLatLng(event));
  }

  /** @param {L.LatLng} point */
  _at(point) {
    const mark = this._mark;
    this.stop();
    mark?.(point);
  }
}
