/* Journeys on one canvas: legs as strands in their bundles, small discs for places, and what a
 * pointer touches.
 *
 * The general route is a pale bed beneath. What is lit or in focus is drawn in full on top; all else
 * steps back. While a course plays, journeys are drawn as on a `day`: what was not reached is not
 * there, what may have been is pale, what is over is a trace. What was before the window of years is
 * drawn once for each window, on a canvas of its own.
 */
import { around, touched } from "../plane/rectangles.js";
import { isCrowd, styleInCrowd } from "./crowd.js";
import { discsOfFew, discsOfMany } from "./discs.js";
import { Drawn } from "./drawn.js";
import { Sheet } from "./sheet.js";
import { Strands } from "./strands.js";
import { marksShown, shows } from "./visible.js";
import { arrow, dot, ending, fading, halo, softCircle, softRadius, stroke } from "./strokes.js";
import { alike, rectangles } from "./touch.js";

const PANE = "atlas-journeys";
const REACH_PX = 7; // within which a pointer touches a line
const TRACE = 0.5; // of a journey that is over
const [STEPPED_BACK, BEHIND_LIT] = [0.16, 0.4]; // of all others beside one in focus, or lit
// Of the general route, and where a step of a story names it.
const [BED, NAMED_BED] = [{ width: 15, alpha: 0.2 }, { width: 8, alpha: 0.75 }];
const FULL = 3.2; // width of a line in full
const LINE = 0.74; // of the room that a line has in its bundle
export const MOST_SINGLE = 150; // journeys whose every mark can be touched
const NAMED_OVER_PX = 16; // a bundle less wide can have a name on it
const GLOW_DAYS = 120; // for which a stop that was just reached has a halo

export class JourneyLayer extends L.Layer {
  /** @param {import("./records.js").Records} records */
  constructor(records) {
    super();
    this.records = records;
    this.journeys = records.journeys.filter((journey) => journey.size);
    this.visible = this.journeys;
    this.focus = /** @type {string | null} */ (null);
    this.hover = /** @type {string | null} */ (null);
    this.day = /** @type {number | null} */ (null);
    this.only = /** @type {Only} */ (null);
    this.strands = new Strands(records);
    this._course = /** @type {import("./course.js").Course | null} */ (null); // that plays
    this._past = /** @type {Journey[]} */ ([]); // of it, before the window
    this._tracing = false;
    this._all = this.journeys; // that have lanes
    this._points = /** @type {XY[]} */ ([]);
    this._drawn = new Drawn();
    this._under = new Sheet();
    this.sheet = new Sheet();
  }

  /** @param {L.Map} map */
  onAdd(map) {
    this._under.addTo(map, PANE);
    this.sheet.addTo(map, PANE);
    map.on("moveend zoomend viewreset resize", this.draw, this);
    this.draw();
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    map.off("moveend zoomend viewreset resize", this.draw, this);
    this._under.remove(map);
    this.sheet.remove(map);
    return this;
  }

  /**
   * Draws these journeys alone, and what was before the window of a `trail`; `focus` is the id of one
   * told in full, or null.
   * @param {Journey[]} visible @param {string | null} focus
   * @param {import("./course.js").Course | null} trail
   */
  show(visible, focus, trail = null) {
    this.visible = visible;
    this.focus = focus;
    this.day = null;
    this._course = trail;
    this._past = trail ? trail.past.filter((journey) => !visible.includes(journey)) : [];
    this.draw();
  }

  /**
   * Draws a day of a course that plays. Every journey of it has the lane that it will have at the end.
   * @param {import("./course.js").Course} course @param {string | null} focus @param {number} day
   */
  play(course, focus, day) {
    const placed = this.day !== null && this._course === course && this.focus === focus;
    const traced = placed && this._past === course.past;
    this.visible = course.now;
    this.focus = focus;
    this.day = day;
    this._course = course;
    this._past = course.past;
    if (placed) this.strands.reach(course.journeys, day);
    else this._place();
    if (!traced) this._trace();
    this._drawNow();
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
   * spot, or the ribbon there; none beyond reach.
   * @param {XY} point @returns {Touched[]}
   */
  at(point) {
    const found = alike(this._drawn.shapes(), point, REACH_PX, this.focus);
    const ribbon = found.some(({ bonus }) => bonus) ? null : this.strands.at(point);
    return ribbon ? [ribbon] : found;
  }

  /** Rectangles in pixels of the map's window, for labels to keep clear of. */
  obstacles() {
    const beds = this.strands.points(NAMED_OVER_PX).map((at) => around(at, { w: at.width, h: at.width }));
    return [...rectangles(this._drawn.shapes()), ...beds];
  }

  /**
   * True where a leg or a dot, however pale, comes within a few pixels of a rectangle.
   * @param {Rect} rectangle
   */
  crosses(rectangle) {
    const lines = [...this._drawn.shapes().map(({ points }) => points), this.strands.points(0)];
    return lines.some((points) => touched(points, rectangle));
  }

  /** The legs that are drawn, those of the past first. */
  legs() {
    return this._drawn.legs();
  }

  /** @param {L.LatLngLiteral} mark whose place in pixels of the map's window is asked for */
  pointOf(mark) {
    return this._map.latLngToContainerPoint(mark);
  }

  draw() {
    if (!this._map) return;
    this._place();
    this._trace();
    this._drawNow();
  }

  /** Gives every spot its place in the map's window, and every journey its lanes. */
  _place() {
    const { visible, day, _past: past, _course: course } = this;
    // Many journeys share few spots.
    this._points = this.records.spots.map((spot) => this._map.latLngToContainerPoint(spot));
    const both = past.length ? [...past, ...visible].sort((a, b) => a.index - b.index) : visible;
    this._all = day !== null && course ? course.journeys : both;
    this.strands.arrange({ visible: this._all, points: this._points, day }, this._map.getZoom());
  }

  /** What was before the window of the course, as a trace. */
  _trace() {
    const context = this._under.cleared(this._map);
    this._drawn.begin(true);
    this._tracing = true;
    this._journeys(context, this._past);
    this._tracing = false;
  }

  _drawNow() {
    const context = this.sheet.cleared(this._map);
    this._drawn.begin(false);
    this._general(context);
    this._journeys(context, this.visible);
    if (this._dimmed === 1) this.strands.numbers(context);
    for (const id of new Set([this.hover, this.focus])) {
      const journey = id && this._all.find((own) => own.id === id);
      if (journey) this._whole(context, journey);
    }
    context.globalAlpha = 1;
  }

  /** True where so many are drawn that each has to take less room. */
  get _crowd() {
    return !this.focus && !this.only && isCrowd(this.visible.length + this._past.length);
  }

  get _paper() {
    return this._tracing ? this._under : this.sheet;
  }

  get _dimmed() {
    return this.focus ? STEPPED_BACK : this.hover ? BEHIND_LIT : 1;
  }

  /** How strong that is which a trace has and which has no time of its own. */
  get _faded() {
    return this._dimmed * (this._tracing ? TRACE : 1);
  }

  /** @param {CanvasRenderingContext2D} context @param {Journey[]} journeys */
  _journeys(context, journeys) {
    this._bundles(context, journeys);
    this._discs(context, journeys);
  }

  /** @param {CanvasRenderingContext2D} context for the general route, a bed under all strands */
  _general(context) {
    const route = this.visible.find((journey) => journey.corridor && journey.id !== this.focus);
    if (!route || route.id === this.hover) return;
    const bed = this.only ? NAMED_BED : { ...BED, alpha: this._dimmed * BED.alpha };
    [context.globalAlpha, context.lineCap, context.lineJoin] = [bed.alpha, "round", "round"];
    for (let to = 1; to < route.size; to++) {
      if (!this._hasLeg(route, to)) continue;
      const curve = this.strands.laneOf(route, to);
      stroke(context, curve, route.colour, bed.width, "stated", false);
      this._drawn.legsNow.push({ journey: route, to, curve, full: false });
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {Journey[]} journeys */
  _bundles(context, journeys) {
    const lines = this.strands.lines(journeys, (journey, to) => this._hasLeg(journey, to));
    const bundles = new Set(lines.map(({ bundle }) => bundle));
    const still = this._dimmed === 1 && this.day === null && !this._past.length;
    if (still) this.strands.beds(context, bundles, this._crowd);
    for (const strand of lines) this._strand(context, strand);
    if (journeys.length <= MOST_SINGLE && !this.focus) this._endings(context, lines);
    context.globalAlpha = this._faded;
    this.strands.arrows(context, bundles, this._crowd);
  }

  /** @param {CanvasRenderingContext2D} context @param {Strand} strand */
  _strand(context, strand) {
    const { journey, to, bundle } = strand;
    const curve = this.strands.drawnCurve(strand, this._crowd);
    if (!curve || !this._paper.shows(curve.a, curve.b)) return;
    context.globalAlpha = this._dimmed * this._there(journey, to);
    const colour = fading(context, curve, journey.colour, ...this.strands.isOpen(journey, to));
    const room = bundle.width / bundle.lines;
    const whole = bundle.lines < bundle.count;
    const style = this._crowd ? styleInCrowd(journey.styleOf(to)) : journey.styleOf(to);
    stroke(context, curve, colour, whole ? room : room * LINE, style, false);
    this._drawn.legsNow.push({ journey, to, curve, full: false });
  }

  /**
   * What became of those who travelled, where the last line of a journey is there.
   * @param {CanvasRenderingContext2D} context @param {Strand[]} lines
   */
  _endings(context, lines) {
    for (const strand of lines) {
      const { journey, to } = strand;
      if (to < journey.size - 1) continue;
      const curve = this.strands.drawnCurve(strand, this._crowd);
      context.globalAlpha = this._dimmed * this._there(journey, to);
      if (curve) ending(context, curve, journey.colour, journey.outcome);
    }
  }

  /**
   * A disc at each town that journeys pass: of many alike, of a few each with its marks.
   * @param {CanvasRenderingContext2D} context @param {Journey[]} journeys
   */
  _discs(context, journeys) {
    context.globalAlpha = this._faded;
    if (journeys.length > MOST_SINGLE) {
      return discsOfMany(context, journeys, this._points, (...mark) => this._there(...mark) > 0);
    }
    const towns = discsOfFew(journeys, (journey, at) => {
      if (!this._there(journey, at) || !this.shows(journey, journey.marks[at])) return false;
      this._mark(context, journey, at);
      return true;
    });
    context.globalAlpha = this._faded;
    for (const { place, colour, radius } of towns) dot(context, this._points[place], colour, radius);
  }

  /** @param {CanvasRenderingContext2D} context @param {Journey} journey @param {number} at */
  _mark(context, journey, at) {
    const point = this._points[journey.placeOf(at)];
    if (!this._paper.shows(point, point)) return;
    if (this.day !== null && !this._tracing) {
      context.globalAlpha = this._dimmed;
      halo(context, point, journey.colour, 1 - journey.since(at, this.day) / GLOW_DAYS);
    }
    this._drawn.marksNow.push({ journey, mark: journey.marks[at], point });
  }

  /** @param {CanvasRenderingContext2D} context @param {Journey} journey that is lit or in focus */
  _whole(context, journey) {
    for (let to = 1; to < journey.size; to++) this._leg(context, journey, to);
    for (const [at, mark] of journey.marks.entries()) this._stop(context, journey, at, mark);
  }

  /** @param {CanvasRenderingContext2D} context @param {Journey} journey @param {number} to */
  _leg(context, journey, to) {
    const there = this._there(journey, to);
    if (!there || !this._showsLeg(journey, to)) return;
    const curve = this.strands.laneOf(journey, to);
    context.globalAlpha = there;
    const colour = fading(context, curve, journey.colour, ...this.strands.isOpen(journey, to));
    stroke(context, curve, colour, FULL, journey.styleOf(to), true);
    arrow(context, curve, journey.colour, FULL);
    this._drawn.legsNow.push({ journey, to, curve, full: true });
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Journey} journey @param {number} at
   * @param {Mark} mark
   */
  _stop(context, journey, at, mark) {
    const there = this._there(journey, at);
    if (mark.codes || !there || !this.shows(journey, mark)) return;
    const point = this._points[mark.place];
    context.globalAlpha = there;
    if (mark.soft) softCircle(context, point, softRadius(mark, this._map.getZoom()), journey.colour);
    if (journey.id !== this.focus) dot(context, point, journey.colour, 3.6);
    this._drawn.marksNow.push({ journey, mark, point });
  }

  /**
   * How strongly a mark that may have been reached by the day is drawn.
   * @param {Journey} journey @param {number} at
   */
  _there(journey, at) {
    const day = this.day ?? (this._tracing && this._course ? this._course.day : null);
    if (day === null) return 1;
    const isTrace = journey.id !== this.focus && (this._tracing || journey.over(day));
    return journey.reached(at, day) * (isTrace ? TRACE : 1);
  }

  /** @param {Journey} journey @param {number} to */
  _hasLeg(journey, to) {
    return this._there(journey, to) > 0 && this._showsLeg(journey, to);
  }

  /** @param {Journey} journey @param {number} to */
  _showsLeg(journey, to) {
    return !this.only || [to - 1, to].every((at) => this.shows(journey, journey.marks[at]));
  }
}
