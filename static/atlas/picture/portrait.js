/* The map of a page once more, out of sight and of any size, to be drawn as a picture.
 *
 * Names, labels and legend find their places anew in that size, and the reader's map stays as it is.
 */
import { Atlas } from "../map/atlas.js";
import { Sheet } from "../map/journeys/sheet.js";
import { boundsOf } from "../map/choices.js";
import { isBeyond } from "../map/plane/edges.js";
import { FIXED } from "../map/plane/fixed.js";
import { paintStops } from "./stops.js";

/** @typedef {import("./svg-context.js").SvgContext} SvgContext */

/** @type {L.FitBoundsOptions} */
const WHOLE = { padding: [28, 28], animate: false };

export class Portrait extends Atlas {
  /** @param {PackedScene} packed */
  static of(packed) {
    const room = document.body.appendChild(document.createElement("div"));
    room.className = "atlas-portrait";
    room.inert = true;
    room.setAttribute("aria-hidden", "true");
    const map = L.map(room, { ...FIXED, zoomSnap: 0.01, ratio: 1 });
    return new Portrait(map, packed).addTo(map);
  }

  /**
   * Shows what another map shows, in a size. Where that one was not moved, and the size is `free`, it
   * fits what is shown into it.
   * @param {Atlas} other @param {Size} size @param {boolean} free
   */
  async copy(other, { w, h }, free) {
    const { held, linked } = other._camera;
    const asked = !free || held || linked || other.state.camera;
    Object.assign(this._map.getContainer().style, { width: `${w}px`, height: `${h}px` });
    this._camera.resize();
    this.show({ ...other.state, camera: null, tiles: false });
    this._camera.held = false;
    this._camera.linked = asked ? other.camera() : null;
    this._resized();
    if (!asked && !this.focus) this._fitWhole();
    await this.base.complete();
    this._arrange();
  }

  /** All that is shown lies in the middle: the legend of a picture needs no room on its map. */
  _fitWhole() {
    const bounds = boundsOf(this._whole().filter((point) => !isBeyond(point)));
    if (bounds.isValid()) this._map.fitBounds(bounds, WHOLE);
  }

  /** @param {SvgContext} context which begins at the corner of the map */
  paint(context) {
    const canvas = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (context));
    this.base.paintOn(canvas);
    const { layer } = this;
    const { sheet } = layer;
    layer.sheet = new Paper(canvas, this._map.getSize());
    layer.draw();
    layer.sheet = sheet;
    this.base.paintLabelsOn(canvas);
    paintStops(context, this.stops.signs());
  }

  /** The journeys that are drawn, in their order. */
  journeys() {
    return this.layer.visible;
  }
}

/**
 * The size of the window of a map.
 * @param {Atlas} atlas
 */
export function sizeOf(atlas) {
  return atlas._camera.size();
}

/** A sheet that is the picture itself. */
class Paper extends Sheet {
  /** @param {CanvasRenderingContext2D} context @param {XY} size */
  constructor(context, size) {
    super();
    this._context = context;
    this._view = L.bounds([0, 0], [size.x, size.y]);
  }

  cleared() {
    return this._context;
  }
}
