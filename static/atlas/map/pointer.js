/* The pointer over the map: its words beside it, and the journey under it lit. */

const TIP_PX = { x: 14, y: 8, edge: 4 }; // from the pointer, and from the upper edge

export class Pointer {
  /**
   * `touched(point)` is what lies under the pointer; `light(id)` is called with the id of the
   * journey under it, or null.
   * @param {L.Map} map @param {(point: XY) => Touched | null} touched
   * @param {(id: string | null) => void} light
   */
  constructor(map, touched, light) {
    this._map = map;
    this._touched = touched;
    this._light = light;
    this._tip = L.DomUtil.create("div", "atlas-tip", map.getContainer());
    this._tip.hidden = true;
    map.on("mousemove", this._point, this);
    map.on("mouseout dragstart zoomstart", this._unpoint, this);
  }

  /** @param {L.LeafletMouseEvent} event */
  _point({ containerPoint }) {
    const found = this._touched(containerPoint);
    this._map.getContainer().style.cursor = found ? "pointer" : "";
    this._tip.hidden = !found;
    if (found) this._say(found.tip, containerPoint);
    this._light(found ? found.journey : null);
  }

  /** @param {string} words @param {XY} point */
  _say(words, { x, y }) {
    this._tip.textContent = words;
    const right = x + TIP_PX.x + this._tip.offsetWidth < this._map.getSize().x;
    this._tip.style.left = `${right ? x + TIP_PX.x : x - TIP_PX.x - this._tip.offsetWidth}px`;
    this._tip.style.top = `${Math.max(TIP_PX.edge, y - this._tip.offsetHeight - TIP_PX.y)}px`;
  }

  _unpoint() {
    this._tip.hidden = true;
    this._light(null);
  }
}
