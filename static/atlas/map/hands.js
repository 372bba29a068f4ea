/* Hands on the map, which stands in a page that scrolls: one finger and the wheel scroll the page.
 *
 * Two fingers move and enlarge the map; the wheel enlarges it with Ctrl, and without once the map was
 * clicked, until the mouse leaves it. Whoever tries otherwise is told.
 */

const SAID_MS = 1800;

export class Hands {
  /** @param {L.Map} map @param {Record<string, string>} strings */
  constructor(map, strings) {
    this._map = map;
    this._entered = false;
    this._end = 0;
    const room = map.getContainer();
    this._words = L.DomUtil.create("p", "atlas-hands", room);
    this._words.setAttribute("role", "status");
    const first = { capture: true, passive: true };
    room.addEventListener("pointerdown", (event) => this._hold(event), first);
    room.addEventListener("touchmove", (event) => this._say(event.touches.length, strings.fingers), first);
    room.addEventListener("wheel", (event) => this._turn(event, strings.wheel), first);
    room.addEventListener("click", () => (this._entered = true), first);
    room.addEventListener("mouseleave", () => (this._entered = false), first);
  }

  /**
   * A mouse drags the map, a finger the page: this is heard before Leaflet hears of either.
   * @param {PointerEvent} event
   */
  _hold({ pointerType }) {
    if (pointerType === "touch") this._map.dragging.disable();
    else this._map.dragging.enable();
  }

  /** @param {WheelEvent} event @param {string} words */
  _turn(event, words) {
    if (event.ctrlKey || event.metaKey || this._entered) return;
    event.stopPropagation(); // Leaflet does not hear of it, and the page scrolls
    this._say(1, words);
  }

  /**
   * Says how it is done, for a while; nothing where it is done so.
   * @param {number} fingers @param {string} words
   */
  _say(fingers, words) {
    clearTimeout(this._end);
    this._words.textContent = fingers === 1 ? words : "";
    this._end = window.setTimeout(() => (this._words.textContent = ""), SAID_MS);
  }
}
