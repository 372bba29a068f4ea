/* Goes from stop to stop of a step, each seen from near, and back to the whole. */

const POINT_ZOOM = 9;
const AREA_ZOOM = 5.5; // a country, a province or a river

export class StopWalk {
  /** @param {Atlas} atlas */
  constructor(atlas) {
    this._atlas = atlas;
    this._at = -1;
  }

  get on() {
    return this._at >= 0;
  }

  /** A step begins with the whole. */
  reset() {
    this._at = -1;
  }

  /**
   * The next stop of a step comes near, or after the last one the whole comes back; the words for
   * where that is, or nothing for the whole.
   * @param {State} state of the step @returns {string}
   */
  next(state) {
    const stops = placesOf(this._atlas);
    this._at = this._at + 1 < stops.length ? this._at + 1 : -1;
    const stop = stops[this._at];
    this._atlas.show(stop ? { ...state, camera: near(stop) } : state);
    return stop ? [stop.n, stop.label].filter(Boolean).join(" · ") : "";
  }

  /**
   * Back to the whole; true where a stop was near.
   * @param {State} state
   */
  leave(state) {
    if (!this.on) return false;
    this.reset();
    this._atlas.show(state);
    return true;
  }
}

/** @param {Mark} mark */
function near({ lat, lng, codes }) {
  return { lat, lng, zoom: codes ? AREA_ZOOM : POINT_ZOOM };
}

/**
 * The stops that the map shows, in the order of their journeys, each place once.
 * @param {Atlas} atlas @returns {Mark[]}
 */
function placesOf({ layer }) {
  const marks = layer.visible.flatMap((journey) => layer.marksShown(journey));
  const known = marks.filter(({ lat, lng }) => Number.isFinite(lat) && Number.isFinite(lng));
  return [...new Map(known.map((mark) => [`${mark.lat},${mark.lng}`, mark])).values()];
}
