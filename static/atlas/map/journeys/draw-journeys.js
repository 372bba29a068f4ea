/* Journeys on one canvas: legs as gentle arcs, small dots for places, and what a pointer touches.
 *
 * Where many are shown far off, they run together into flows (see flows.js). With a `day` the
 * journeys are drawn as they were on it: what was not reached is not there yet, what may have been
 * reached is pale, what is over is a trace.
 */
import { futureLayerPoint } from "../ground/canvas.js";
import { arc, pointsAlong } from "../plane/curves.js";
import { metresPerPixel } from "../plane/projection.js";
import { touched } from "../plane/rectangles.js";
import { Flows } from "./flows.js";
import { marksShown, shows } from "./visible.js";
import { arrow, DASH, dot, halo, softCircle, stroke } from "./strokes.js";
import { alike, legShape, markShape, rectangles } from "./touch.js";
import { drawingOrder, weightOf } from "./weights.js";

const PANE = "atlas-journeys";
const REACH_PX = 7; // within which a pointer touches a line
const TRACE = 0.3; // of a journey that is over
const GLOW_DAYS = 120; // for which a stop that was just reached has a halo
const LEAST_SOFT_PX = 20;

export class JourneyLayer extends L.Layer {
  /** @param {import("./records.js").Records} records */
  constructor(records) {
    super();
    this.records = records;
    this.journeys = records.journeys.filter((journey) => journey.size);
    this.visible = this.journeys;
    /** @type {string | null} */
    this.focus = null;
    /** @type {string | null} */
    this.hover = null;
    /** @type {number | null} */
    this.day = null;
    /** @type {Only} */
    this.only = null;
    this.flows = new Flows(records);
    this.flowing = false;
    /** @type {XY[]} */
    this._points = [];
    /** @type {DrawnLeg[]} */
    this._curves = [];
    /** @type {DrawnMark[]} */
    this._dots = [];
    /** @type {Shape[] | null} */
    this._shapes = null;
    /** @type {Map<string, number>} */
    this._paths = new Map();
    this._canvas = document.createElement("canvas");
    this._canvas.className = "leaflet-zoom-animated";
    this._canvas.setAttribute("aria-hidden", "true");
    this._zoom = 0;
    this._corner = L.latLng(0, 0);
    this._view = L.bounds([0, 0], [0, 0]);
  }

  /** @param {L.Map} map */
  onAdd(map) {
    const pane = map.getPane(PANE) || map.createPane(PANE);
    pane.style.zIndex = "420";
    pane.style.pointerEvents = "none";
    pane.appendChild(this._canvas);
    map.on("moveend zoomend viewreset resize", this.draw, this);
    map.on("zoomanim", this._animate, this);
    map.on("zoom", this._follow, this);
    this.draw();
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    map.off("moveend zoomend viewreset resize", this.draw, this);
    map.off("zoomanim", this._animate, this);
    map.off("zoom", this._follow, this);
    this._canvas.remove();
    return this;
  }

  /**
   * Draws these journeys alone; `focus` is the id of one told in full, or null.
   * @param {Journey[]} visible @param {string | null} focus @param {number | null} day
   */
  show(visible, focus, day = null) {
    this.visible = visible;
    this.focus = focus;
    this.day = day;
    this.draw();
  }

  /**
   * True for a mark of which any stop is to be shown.
   * @param {Journey} journey @param {Mark} mark
   */
  shows(journey, mark) {
    return shows(journey, mark, this.only);
  }

  /** @param {Journey} journey */
  marksShown(journey) {
    return marksShown(journey, this.only);
  }

  /**
   * The marks or legs nearest to a point of the map's window, of which several may lie on the same
   * spot, else the flow there; none beyond reach.
   * @param {XY} point @returns {Touched[]}
   */
  at(point) {
    const found = alike(this._touchable(), point, REACH_PX, this.focus);
    const flow = found.length || !this.flowing ? null : this.flows.at(point, REACH_PX);
    return flow ? [flow] : found;
  }

  /** Rectangles in pixels of the map's window, for labels to keep clear of. */
  obstacles() {
    const own = rectangles(this._touchable());
    return this.flowing ? own.concat(this.flows.obstacles()) : own;
  }

  /**
   * True where a leg or a dot, however pale, comes within a few pixels of a rectangle.
   * @param {Rect} rectangle
   */
  crosses(rectangle) {
    const flows = this.flowing ? this.flows.points() : [];
    return this._touchable().some(({ points }) => touched(points, rectangle)) || touched(flows, rectangle);
  }

  /**
   * Points along the leg that leads to a mark, else of the one that comes from it, towards it.
   * @param {Mark} mark
   */
  towards(mark) {
    const ends = (/** @type {DrawnLeg} */ { journey, leg }, /** @type {"from" | "to"} */ end) =>
      journey.marks[leg[end]].id === mark.id;
    const to = this._curves.find((drawn) => ends(drawn, "to"));
    const from = this._curves.find((drawn) => ends(drawn, "from"));
    if (to) return pointsAlong(to.curve);
    return from ? pointsAlong(from.curve).reverse() : [];
  }

  /** The legs that are drawn. */
  legs() {
    return this._curves;
  }

  /**
   * Where a mark lies, in pixels of the map's window.
   * @param {Mark} mark
   */
  pointOf(mark) {
    return this._points[mark.place];
  }

  draw() {
    const map = this._map;
    if (!map) return;
    const context = this._sheet(map);
    // Every place in pixels of the map's window: many journeys share few places.
    this._points = this.records.places.map((place) => map.latLngToContainerPoint(place));
    this._curves = [];
    this._dots = [];
    this._shapes = null;
    this._paths = new Map();
    this.flowing = this.flows.wanted(this.visible, map.getZoom());
    if (this.flowing) this._flow(context, map.getZoom());
    for (const journey of drawingOrder(this.visible, this)) this._journey(context, journey);
    context.globalAlpha = 1;
  }

  /**
   * The canvas around the map's window, cleared, with its origin in the map's corner.
   * @param {L.Map} map
   */
  _sheet(map) {
    const size = map.getSize();
    const ratio = map.options.ratio || window.devicePixelRatio || 1;
    const pad = size.multiplyBy(map.options.dragging ? 0.25 : 0).round();
    const whole = size.add(pad.multiplyBy(2));
    const origin = map.containerPointToLayerPoint(pad.multiplyBy(-1));
    this._zoom = map.getZoom();
    this._corner = map.layerPointToLatLng(origin);
    this._view = L.bounds(pad.multiplyBy(-1), size.add(pad));
    L.DomUtil.setTransform(this._canvas, origin, 1);
    if (this._canvas.width !== whole.x * ratio || this._canvas.height !== whole.y * ratio) {
      this._canvas.width = whole.x * ratio;
      this._canvas.height = whole.y * ratio;
      this._canvas.style.width = `${whole.x}px`;
      this._canvas.style.height = `${whole.y}px`;
    }
    const context = /** @type {CanvasRenderingContext2D} */ (this._canvas.getContext("2d"));
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, whole.x, whole.y);
    context.translate(pad.x, pad.y);
    return context;
  }

  /** @param {CanvasRenderingContext2D} context @param {number} zoom */
  _flow(context, zoom) {
    const dimmed = this.focus ? 0.4 : 1;
    this.flows.draw(context, { visible: this.visible, points: this._points, day: this.day, dimmed }, zoom);
  }

  /** @param {CanvasRenderingContext2D} context @param {Journey} journey */
  _journey(context, journey) {
    const { day, focus, hover } = this;
    const among = { focus, hover, count: this.visible.length, plays: day !== null };
    const weight = weightOf(journey, among);
    const alpha = weight.alpha * (day !== null && journey.over(day) ? TRACE : 1);
    for (const leg of journey.legs) this._leg(context, journey, leg, { ...weight, alpha });
    for (const at of journey.marks.keys()) this._mark(context, journey, at, { ...weight, alpha });
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Journey} journey @param {Leg} leg
   * @param {Weight} weight
   */
  _leg(context, journey, leg, { width, alpha, full }) {
    const there = this.day === null ? 1 : journey.reached(leg.to, this.day);
    if (!there || ![leg.from, leg.to].every((at) => this.shows(journey, journey.marks[at]))) return;
    const [a, b] = [leg.from, leg.to].map((at) => this._points[journey.placeOf(at)]);
    if (!this._inView(a, b)) return;
    const curve = arc(a, b, this._bend(a, b));
    context.globalAlpha = alpha * there;
    stroke(context, curve, journey.colour, width, DASH[leg.style], full);
    if (full) arrow(context, curve, journey.colour, width);
    this._curves.push({ journey, leg, curve, full });
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Journey} journey @param {number} at
   * @param {Weight} weight
   */
  _mark(context, journey, at, { alpha, full }) {
    const mark = journey.marks[at];
    const point = this._points[mark.place];
    const there = this.day === null ? 1 : journey.reached(at, this.day);
    if (mark.codes || !there || !this.shows(journey, mark) || !this._inView(point, point)) return;
    context.globalAlpha = alpha * there;
    if (this.day !== null) {
      halo(context, point, journey.colour, 1 - journey.since(at, this.day) / GLOW_DAYS);
    }
    if (mark.soft && full) softCircle(context, point, this._softRadius(mark), journey.colour);
    if (journey.id !== this.focus) dot(context, point, journey.colour, full ? 3.6 : 2.4);
    this._dots.push({ journey, mark, point });
  }

  /** @param {XY} a @param {XY} b */
  _inView(a, b) {
    const min = /** @type {L.Point} */ (this._view.min);
    const max = /** @type {L.Point} */ (this._view.max);
    const beside = Math.max(a.x, b.x) <= min.x || Math.min(a.x, b.x) >= max.x;
    return !beside && Math.max(a.y, b.y) > min.y && Math.min(a.y, b.y) < max.y;
  }

  /**
   * How far a leg bows: more for each leg that already joins the same two points.
   * @param {XY} a @param {XY} b
   */
  _bend(a, b) {
    const key = `${Math.round(a.x)},${Math.round(a.y)}>${Math.round(b.x)},${Math.round(b.y)}`;
    const before = this._paths.get(key) || 0;
    this._paths.set(key, before + 1);
    return 0.1 + 0.05 * Math.min(before, 6);
  }

  /**
   * The radius of a place's uncertainty on the screen, never too small to be seen.
   * @param {Mark} mark
   */
  _softRadius(mark) {
    return Math.max(LEAST_SOFT_PX, (mark.metres || 0) / metresPerPixel(mark.lat, this._map.getZoom()));
  }

  /** What was drawn as shapes to touch, made when first asked for: a drawn frame needs none. */
  _touchable() {
    this._shapes ||= [...this._curves.map(legShape), ...this._dots.map(markShape)];
    return this._shapes;
  }

  /**
   * A zoom by wheel or button is animated by the browser: the canvas is stretched along.
   * @param {L.ZoomAnimEvent} event
   */
  _animate(event) {
    this._stretch(event.zoom, futureLayerPoint(this._map, this._corner, event.zoom, event.center));
  }

  /** A flight changes the zoom step by step: the canvas is stretched at each step. */
  _follow() {
    this._stretch(this._map.getZoom(), this._map.latLngToLayerPoint(this._corner));
  }

  /** @param {number} zoom @param {L.Point} corner */
  _stretch(zoom, corner) {
    L.DomUtil.setTransform(this._canvas, corner, this._map.getZoomScale(zoom, this._zoom));
  }
}
