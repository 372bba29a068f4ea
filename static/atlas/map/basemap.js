/* A quiet paper map (land, borders, provinces, rivers, lakes, relief) with its names, drawn on
 * canvas behind everything else. Nothing is fetched but the picture of the relief.
 */
import { MapCanvas, ratioOf } from "./ground/canvas.js";
import { commonOutline } from "./ground/outlines.js";
import { painted } from "../colours/palette.js";
import { COLOURS, paint } from "./ground/sheet.js";
import { modelOf } from "./ground/topology.js";
import { anchor, areaMark, areaTest, unitsOf, unitAt } from "./ground/units.js";
import { Names } from "./names/draw-names.js";
import { mercator } from "./plane/projection.js";

const PANE = "atlas-base";
const NAMES_PANE = "atlas-labels";
const MARGIN = 0.3; // of the map's size, drawn around it, so that a drag shows no edge
const LEAST_MARGIN = 0.1;
const MOST_PIXELS = 9e6; // of the canvas: beyond, the margin is made smaller
const RELIEF_OPACITY = 0.35;
const FINEST_ZOOM = 12;
const RIVER_PX = 9; // as far as this from a river counts as on it

export class Basemap extends MapCanvas {
  /**
   * `lang` is the language of the names. `relief` is a picture with the bounds of the data in Web
   * Mercator; it is hidden and not fetched until `setRelief(true)`.
   * @param {BasemapData} data
   * @param {{ lang?: Lang, relief?: PackedScene["relief"] }} [options]
   */
  constructor(data, { lang = "en", relief = null } = {}) {
    super({ pane: PANE, padding: MARGIN, attribution: data.credit });
    this._model = modelOf(data);
    this._picture = relief;
    /** @type {Relief | null} */
    this._relief = null;
    /** @type {Ring[]} */
    this._chosen = [];
    this._asked = ""; // by which codes
    /** @type {AreaMark[]} */
    this._marks = [];
    this._names = new Names(this._model, NAMES_PANE, lang);
  }

  /** Whose data and names are drawn, in words. */
  get credit() {
    return this._model.data.credit;
  }

  /** @param {L.Map} map */
  onAdd(map) {
    ownPane(map, PANE, "150");
    ownPane(map, NAMES_PANE, "430");
    this._fitMargin(map);
    map.getContainer().style.background = COLOURS.sea;
    super.onAdd(map);
    map.addLayer(this._names);
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    map.removeLayer(this._names);
    super.onRemove(map);
    return this;
  }

  /**
   * Shows or hides the relief, which is fetched when first shown.
   * @param {boolean} shown
   */
  setRelief(shown) {
    if (!this._picture || (!shown && !this._relief)) return this;
    this._relief ||= this._fetched(this._picture);
    if (this._relief.shown === shown) return this;
    this._relief.shown = shown;
    return this.redraw();
  }

  /** A promise that is kept when all is drawn, the relief too if it is shown. */
  async complete() {
    if (!this._relief) return;
    await this._relief.picture.decode();
    this.redraw();
  }

  /**
   * Draws these countries (ISO 3166-1 alpha-2) lighter.
   * @param {string[]} codes
   */
  setCountries(codes) {
    const asked = codes.join();
    if (asked === this._asked) return this;
    this._asked = asked;
    this._chosen = commonOutline(unitsOf(this._model, codes).units);
    return this.redraw();
  }

  /**
   * Tints and outlines units, in place of those marked before. Codes are ISO 3166-1, ISO 3166-2 or
   * `river:Name`; the units of one mark get one common outline.
   * @param {AskedMark[]} marks
   */
  highlight(marks) {
    this._marks = marks.map((mark) => areaMark(this._model, mark));
    return this.redraw();
  }

  /**
   * A point that stands for units together, or null where no code is known (see units.js).
   * @param {string | string[]} codes
   */
  anchor(codes) {
    return anchor(this._model, codes);
  }

  /**
   * True where a point lies in one of the units that codes name.
   * @param {string[]} codes @param {{ lat: number, lng: number }} point
   */
  holds(codes, { lat, lng }) {
    return areaTest(this._model, codes)(mercator(lng, lat), FINEST_ZOOM, 0);
  }

  /**
   * Tells of points of the map's window, as it is now, whether they lie in what codes name.
   * @param {string[]} codes @returns {(point: XY) => boolean}
   */
  areaTest(codes) {
    const zoom = this._map.getZoom();
    const scale = 2 ** zoom;
    const corner = /** @type {L.Point} */ (this._map.getPixelBounds().min);
    const lies = areaTest(this._model, codes);
    return ({ x, y }) => lies([(x + corner.x) / scale, (y + corner.y) / scale], zoom, RIVER_PX / scale);
  }

  /**
   * Code of the unit (province, else country) at a point; null at sea.
   * @param {{ lat: number, lng: number }} point
   */
  unitAt(point) {
    return unitAt(this._model, point)?.code ?? null;
  }

  /**
   * Has names avoid the rectangles that a function gives, in pixels of the map's window.
   * @param {(() => Rect[]) | null} obstacles
   */
  setObstacles(obstacles) {
    this._names.obstacles = obstacles;
    return this.redrawLabels();
  }

  /** @param {Lang} lang */
  setLang(lang) {
    this._names.lang = lang;
    return this.redrawLabels();
  }

  /** Places the names anew, for instance after journeys changed. */
  redrawLabels() {
    this._names.redraw();
    return this;
  }

  /**
   * Draws the names on another context, which begins at the corner of the map's window.
   * @param {CanvasRenderingContext2D} ctx
   */
  paintLabelsOn(ctx) {
    this._names.paintOn(ctx);
  }

  /**
   * The page magnifies the map: it is drawn as finely as that asks, and no name is smaller than that.
   * True where that is news.
   * @param {number} scale @param {number} leastPx of the letters of a name
   */
  magnify(scale, leastPx) {
    const { options } = this._map;
    const ratio = scale * (window.devicePixelRatio || 1);
    if (options.ratio === ratio && options.leastPx === leastPx) return false;
    Object.assign(options, { ratio, leastPx });
    this.redraw();
    this.redrawLabels();
    return true;
  }

  /** The names as drawn now, in pixels of the map's window. */
  labels() {
    return this._names.drawn();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view */
  paint(ctx, view) {
    const size = /** @type {L.Bounds} */ (this._bounds).getSize();
    ctx.fillStyle = painted(COLOURS.sea);
    ctx.fillRect(this.corner.x, this.corner.y, size.x, size.y);
    paint(ctx, this._model, view, { chosen: this._chosen, marks: this._marks, relief: this._relief });
  }

  /** @param {NonNullable<PackedScene["relief"]>} relief @returns {Relief} */
  _fetched({ url, opacity = RELIEF_OPACITY }) {
    const picture = new Image();
    picture.fetchPriority = "low"; // a map without hills is a map already
    picture.onload = () => this.redraw();
    picture.src = url;
    return { picture, opacity, shown: false };
  }

  /** @param {L.Map} map */
  _fitMargin(map) {
    const { x, y } = map.getSize();
    const ratio = ratioOf(map);
    const sides = Math.sqrt(MOST_PIXELS / Math.max(x * y * ratio * ratio, 1));
    const margin = Math.max(LEAST_MARGIN, Math.min(MARGIN, (sides - 1) / 2));
    this.options.padding = map.options.dragging ? margin : 0;
  }
}

/** @param {L.Map} map @param {string} name @param {string} zIndex */
function ownPane(map, name, zIndex) {
  const pane = map.getPane(name) || map.createPane(name);
  pane.style.zIndex = zIndex;
  pane.style.pointerEvents = "none";
}
