/* The canvas on which journeys are drawn: it lies around the map's window and is stretched along while
 * the map zooms.
 */
import { futureLayerPoint } from "../ground/canvas.js";

export class Sheet {
  constructor() {
    this.canvas = document.createElement("canvas");
    this.canvas.className = "leaflet-zoom-animated";
    this.canvas.setAttribute("aria-hidden", "true");
    this._zoom = 0;
    this._corner = L.latLng(0, 0);
    this._view = L.bounds([0, 0], [0, 0]);
  }

  /** @param {L.Map} map @param {string} name of the pane */
  addTo(map, name) {
    const pane = map.getPane(name) || map.createPane(name);
    pane.style.zIndex = "420";
    pane.style.pointerEvents = "none";
    pane.appendChild(this.canvas);
    map.on("zoomanim", this._animate, this);
    map.on("zoom", this._follow, this);
  }

  /** @param {L.Map} map */
  remove(map) {
    map.off("zoomanim", this._animate, this);
    map.off("zoom", this._follow, this);
    this.canvas.remove();
  }

  /**
   * The canvas around the map's window, cleared, with its origin in the map's corner.
   * @param {L.Map} map
   */
  cleared(map) {
    const size = map.getSize();
    const ratio = map.options.ratio || window.devicePixelRatio || 1;
    const pad = size.multiplyBy(map.options.dragging ? 0.25 : 0).round();
    const whole = size.add(pad.multiplyBy(2));
    const origin = map.containerPointToLayerPoint(pad.multiplyBy(-1));
    this._zoom = map.getZoom();
    this._corner = map.layerPointToLatLng(origin);
    this._view = L.bounds(pad.multiplyBy(-1), size.add(pad));
    L.DomUtil.setTransform(this.canvas, origin, 1);
    if (this.canvas.width !== whole.x * ratio || this.canvas.height !== whole.y * ratio) {
      this.canvas.width = whole.x * ratio;
      this.canvas.height = whole.y * ratio;
      this.canvas.style.width = `${whole.x}px`;
      this.canvas.style.height = `${whole.y}px`;
    }
    const context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, whole.x, whole.y);
    context.translate(pad.x, pad.y);
    return context;
  }

  /**
   * True where a line from one point to another may come into the view.
   * @param {XY} a @param {XY} b
   */
  shows(a, b) {
    const min = /** @type {L.Point} */ (this._view.min);
    const max = /** @type {L.Point} */ (this._view.max);
    const beside = Math.max(a.x, b.x) <= min.x || Math.min(a.x, b.x) >= max.x;
    return !beside && Math.max(a.y, b.y) > min.y && Math.min(a.y, b.y) < max.y;
  }

  /**
   * A zoom by wheel or button is animated by the browser: the canvas is stretched along.
   * @param {L.ZoomAnimEvent} event
   */
  _animate(event) {
    const { target: map, zoom, center } = event;
    this._stretch(map, zoom, futureLayerPoint(map, this._corner, zoom, center));
  }

  /**
   * A flight changes the zoom step by step: the canvas is stretched at each step.
   * @param {L.LeafletEvent} event
   */
  _follow({ target: map }) {
    this._stretch(map, map.getZoom(), map.latLngToLayerPoint(this._corner));
  }

  /** @param {L.Map} map @param {number} zoom @param {L.Point} corner */
  _stretch(map, zoom, corner) {
    L.DomUtil.setTransform(this.canvas, corner, map.getZoomScale(zoom, this._zoom));
  }
}
