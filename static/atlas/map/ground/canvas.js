/* Everything that leans on what Leaflet 1.9 keeps to itself: a canvas that follows the map, and
 * where a point will lie after a zoom.
 */
import { whenColoursChange } from "../../colours/palette.js";
import { viewOf } from "./tracing.js";

const MOST_RATIO = 2;

/**
 * Where a point will lie, in pixels of the layers, when a zoom that is animated has ended.
 * @param {L.Map} map @param {L.LatLng} at @param {number} zoom @param {L.LatLng} centre
 */
export function futureLayerPoint(map, at, zoom, centre) {
  return map._latLngToNewLayerPoint(at, zoom, centre);
}

/**
 * Points of a canvas to a pixel: what the map's option `ratio` says, else what the screen has.
 * @param {L.Map} map
 */
export function ratioOf(map) {
  return map.options.ratio || Math.min(window.devicePixelRatio || 1, MOST_RATIO);
}

/**
 * A canvas in a pane of its own, moved and scaled with the map; `paint(ctx, view)` fills it. The
 * corner of what is drawn is `corner`, in pixels of the layers.
 */
export class MapCanvas extends L.Renderer {
  /** @param {L.RendererOptions} options */
  constructor(options) {
    super(options);
    this.corner = L.point(0, 0);
  }

  /**
   * Draws on the canvas; whoever extends this says what.
   * @param {CanvasRenderingContext2D} _ctx @param {View} _view
   */
  paint(_ctx, _view) {
    throw new Error("MapCanvas.paint: extend it and draw there.");
  }

  /** @param {L.Map} map */
  onAdd(map) {
    super.onAdd(map);
    whenColoursChange(() => this.redraw());
    return this;
  }

  /** Draws anew, unless there is no map or it is being zoomed. */
  redraw() {
    if (!this._map || !this._bounds || this._map._animatingZoom) return this;
    const canvas = this._container;
    const bounds = /** @type {{ min: L.Point, max: L.Point }} */ (this._bounds);
    const size = this._bounds.getSize();
    const ratio = ratioOf(this._map);
    resize(canvas, size, ratio);
    this.corner = bounds.min;
    L.DomUtil.setPosition(canvas, this.corner);
    if (!canvas.width || !canvas.height) return this;
    const { x, y } = this.corner;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ctx.setTransform(ratio, 0, 0, ratio, -x * ratio, -y * ratio);
    ctx.clearRect(x, y, size.x, size.y);
    this.paint(ctx, viewOf(this._map.getZoom(), this._map.getPixelOrigin(), bounds));
    return this;
  }

  /**
   * Draws the same on another context, which begins at the corner of what is drawn.
   * @param {CanvasRenderingContext2D} ctx
   */
  paintOn(ctx) {
    const bounds = /** @type {{ min: L.Point, max: L.Point }} */ (this._bounds);
    ctx.save();
    ctx.translate(-this.corner.x, -this.corner.y);
    this.paint(ctx, viewOf(this._map.getZoom(), this._map.getPixelOrigin(), bounds));
    ctx.restore();
  }

  getEvents() {
    return { ...super.getEvents(), move: this._onMove };
  }

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "atlas-canvas");
    this._container.setAttribute("aria-hidden", "true");
    this._container.style.pointerEvents = "none";
  }

  _destroyContainer() {
    this._container.remove();
    this._bounds = undefined;
  }

  /** A long drag is followed before the margin runs out. */
  _onMove() {
    const map = this._map;
    if (!this.options.padding || map._animatingZoom || map.getZoom() !== this._zoom) return;
    const corner = map.containerPointToLayerPoint([0, 0]);
    if (!this._bounds?.contains(L.bounds(corner, corner.add(map.getSize())))) this._update();
  }

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    super._update();
    this.redraw();
  }
}

/** @param {HTMLCanvasElement} canvas @param {XY} size @param {number} ratio */
function resize(canvas, size, ratio) {
  const width = Math.round(size.x * ratio);
  const height = Math.round(size.y * ratio);
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${size.x}px`;
  canvas.style.height = `${size.y}px`;
}
