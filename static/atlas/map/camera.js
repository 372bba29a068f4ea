/* Where the map looks: moved by itself, or held by the reader. */
import { boundsOf } from "./choices.js";
import { isBeyond } from "./plane/edges.js";
import { zoomsLarger } from "./plane/scale.js";

/** @type {L.FitBoundsOptions} */
const WHOLE = { paddingTopLeft: [40, 26], paddingBottomRight: [60, 26] };
/** @type {L.FitBoundsOptions} */
const JOURNEY = { padding: [64, 36], maxZoom: 7 };
const WIDE_ZOOM = 5; // no nearer where a mark is an area, or lies beyond the map
/** @type {L.FitBoundsOptions} */
const STEP = { padding: [70, 60], maxZoom: 7 };
const JOURNEY_S = 0.8; // of a flight to a journey
const STEP_S = 1.2; // and to what a step of a story shows

export class Camera {
  /** @param {L.Map} map */
  constructor(map) {
    this._map = map;
    this._own = false;
    this.held = false; // by the reader, whose every move is one that the map does not make itself
    map.on("movestart", () => {
      if (!this._own) this.held = true;
    });
  }

  /**
   * Puts all these points into the view; without one nothing moves.
   * @param {L.LatLngLiteral[]} points
   */
  home(points) {
    const bounds = boundsOf(onTheMap(points));
    if (bounds.isValid()) this._move(() => this._map.fitBounds(bounds, { ...WHOLE, animate: false }));
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
   * @param {CameraSetting} setting @param {Mark[]} shown @param {boolean} fly
   */
  look(setting, shown, fly) {
    if (setting === "fit") {
      const bounds = boundsOf(onTheMap(shown));
      if (bounds.isValid()) this._fit(bounds, STEP, fly ? STEP_S : 0);
      return;
    }
    const zoom = setting.zoom + zoomsLarger(this._map.getSize());
    this._move(() => {
      if (fly && !still()) this._map.flyTo(setting, zoom, { duration: STEP_S });
      else this._map.setView(setting, zoom, { animate: false });
    });
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

  /** @param {() => void} move */
  _move(move) {
    this._own = true;
    move();
    this._own = false;
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
