/* Where the map looks: moved by itself, or held by the reader. */
import { boundsOf } from "./choices.js";
import { isBeyond } from "./plane/edges.js";
import { zoomsLarger } from "./plane/scale.js";

const WHOLE_PX = { x: 80, y: 24 }; // kept free around the whole
const WEST = 0.3; // of the width to spare goes west of it: the legend has room in the east
/** @type {L.FitBoundsOptions} */
const JOURNEY = { padding: [64, 36], maxZoom: 7 };
const WIDE_ZOOM = 5; // no nearer where a mark is an area, or lies beyond the map
const STEP_PX = { x: 70, y: 60 }; // kept free around what a step shows, and on a small map less
const STEP_MOST = 1 / 8; // of the side of the map
const STEP_ZOOM = 7;
const JOURNEY_S = 0.8; // of a flight to a journey
const STEP_S = 1.2; // and to what a step of a story shows

export class Camera {
  /** @param {L.Map} map */
  constructor(map) {
    this._map = map;
    this._own = false;
    /** @type {L.LatLngLiteral[]} what was last put into the view as the whole */
    this._homed = [];
    this.held = false; // by the reader, whose every move is one that the map does not make itself
    /** @type {Exclude<CameraSetting, "fit"> | null} what a link said, until something moves the map */
    this.linked = null;
    map.on("movestart", () => {
      this.linked = null;
      if (!this._own) this.held = true;
    });
  }

  /**
   * Puts all these points into the view, or those of the last time; without one nothing moves.
   * @param {L.LatLngLiteral[]} [points]
   */
  home(points = this._homed) {
    this._homed = points;
    const bounds = boundsOf(onTheMap(points));
    if (!bounds.isValid()) return;
    const zoom = this._map.getBoundsZoom(bounds, false, L.point(WHOLE_PX));
    this._move(() => this._map.setView(this._whole(bounds, zoom), zoom, { animate: false }));
  }

  /**
   * The middle of the view that shows the whole, within the edges of the map.
   * @param {L.LatLngBounds} bounds @param {number} zoom
   */
  _whole(bounds, zoom) {
    const map = this._map;
    const { x: width } = map.getSize();
    const [from, to] = [bounds.getNorthWest(), bounds.getSouthEast()].map((at) => map.project(at, zoom));
    const spare = width - (to.x - from.x);
    const west = spare > 2 * WHOLE_PX.x ? Math.max(WHOLE_PX.x / 2, spare * WEST) : spare / 2;
    const edges = /** @type {L.LatLngBounds | undefined} */ (map.options.maxBounds);
    const most = edges ? map.project([0, edges.getEast()], zoom).x - width / 2 : Infinity;
    const middle = Math.min(from.x - west + width / 2, Math.max(most, (from.x + to.x) / 2));
    return map.unproject([middle, (from.y + to.y) / 2], zoom);
  }

  /**
   * Brings the marks of one journey into the view, flying unless the reader asked for stillness.
   * @param {Mark[]} marks @param {boolean} fly
   */
  fit(marks, fly) {
    const wide = marks.some((mark) => mark.codes || isBeyond(mark));
    const options = wide ? { ...JOURNEY, maxZoom: WIDE_ZOOM } : JOURNEY;
    this._fit(boundsOf(onTheMap(marks)), options, fly ? JOURNEY_S : 0);
  }

  /**
   * Looks at {lat, lng, zoom}, or where "fit" puts what is shown; flies where it may.
   * @param {CameraSetting} setting @param {L.LatLngLiteral[]} shown @param {boolean} fly
   */
  look(setting, shown, fly) {
    if (setting === "fit") {
      const bounds = boundsOf(onTheMap(shown));
      const { x, y } = this._map.getSize();
      const free = { x: Math.min(STEP_PX.x, x * STEP_MOST), y: Math.min(STEP_PX.y, y * STEP_MOST) };
      const options = { padding: L.point(free), maxZoom: STEP_ZOOM };
      if (bounds.isValid()) this._fit(bounds, options, fly ? STEP_S : 0);
      return;
    }
    this._move(() => this._set(setting, fly));
  }

  /**
   * Looks where a link says; to whoever asks, the reader has moved the map there.
   * @param {Exclude<CameraSetting, "fit">} setting
   */
  follow(setting) {
    this._move(() => this._set(setting), true);
    this.linked = setting;
  }

  /** The size of the map's window. */
  size() {
    const { x: w, y: h } = this._map.getSize();
    return { w, h };
  }

  /** Where the map looks now, as `look` takes it. */
  setting() {
    const { lat, lng } = this._map.getCenter();
    return { lat, lng, zoom: this._map.getZoom() - zoomsLarger(this._map.getSize()) };
  }

  /** @param {L.LatLngBounds} bounds @param {L.FitBoundsOptions} options @param {number} duration */
  _fit(bounds, options, duration) {
    this._move(() => {
      if (duration && !still()) this._map.flyToBounds(bounds, { ...options, duration });
      else this._map.fitBounds(bounds, { ...options, animate: false });
    });
  }

  /** @param {Exclude<CameraSetting, "fit">} setting @param {boolean} [fly] */
  _set(setting, fly = false) {
    const zoom = setting.zoom + zoomsLarger(this._map.getSize());
    if (fly && !still()) this._map.flyTo(setting, zoom, { duration: STEP_S });
    else this._map.setView(setting, zoom, { animate: false });
  }

  /** The map has another size; its upper left corner stays where it is, and it is held as before. */
  resize() {
    this._move(() => this._map.invalidateSize({ animate: false, pan: false }), this.held);
  }

  /** @param {() => void} move @param {boolean} [held] */
  _move(move, held = false) {
    const within = this._own; // of another move, as a change of size brings one
    this._own = true;
    this.held = held;
    move();
    this._own = within;
  }
}

/**
 * The points that the map can show; all of them where it can show none.
 * @param {L.LatLngLiteral[]} points
 */
function onTheMap(points) {
  const seen = points.filter((point) => !isBeyond(point));
  return seen.length ? seen : points;
}

/** True where the reader asked for less motion. */
export function still() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
