/* Journeys on one canvas: legs as strands in their bundles, small discs for places, and what a
 * pointer touches.
 *
 * The general route is a pale bed beneath. What is lit or in focus is drawn in full on top, and all
 * else steps back. With a `day` the journeys are drawn as they were on it: what was not reached is
 * not there yet, what may have been reached is pale, what is over is a trace.
 */
import { metresPerPixel } from "../plane/projection.js";
import { around, touched } from "../plane/rectangles.js";
import { Sheet } from "./sheet.js";
import { SHARED, Strands } from "./strands.js";
import { marksShown, shows } from "./visible.js";
import { arrow, dot, ending, fading, halo, softCircle, stroke } from "./strokes.js";
import { alike, legShape, lineTowards, markShape, rectangles } from "./touch.js";

const PANE = "atlas-journeys";
const REACH_PX = 7; // within which a pointer touches a line
const TRACE = 0.3; // of a journey that is over
const STEPPED_BACK = 0.16; // of all others beside one in focus
const BEHIND_LIT = 0.4; // and beside one that is lit
const BED = { width: 15, alpha: 0.2 }; // of the general route
const FULL = 3.2; // width of a line in full
const LINE = 0.74; // of the room that a line has in its bundle
export const MOST_SINGLE = 150; // journeys whose every mark can be touched
const NAMED_OVER_PX = 16; // a bundle less wide can have a name on it
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
    this.strands = new Strands(records);
    /** @type {XY[]} */
    this._points = [];
    /** @type {DrawnLeg[]} */
    this._curves = [];
    /** @type {DrawnMark[]} */
    this._dots = [];
    /** @type {Shape[] | null} */
    this._shapes = null;
    this._sheet = new Sheet();
  }

  /** @param {L.Map} map */
  onAdd(map) {
    this._sheet.addTo(map, PANE);
    map.on("moveend zoomend viewreset resize", this.draw, this);
    this.draw();
    return this;
  }

  /** @param {L.Map} map */
  onRemove(map) {
    map.off("moveend zoomend viewreset resize", this.draw, this);
    this._sheet.remove(map);
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
   * spot, or the ribbon there; none beyond reach.
   * @param {XY} point @returns {Touched[]}
   */
  at(point) {
    const found = alike(this._touchable(), point, REACH_PX, this.focus);
    const ribbon = found.some(({ bonus }) => bonus) ? null : this.strands.at(point);
    return ribbon ? [ribbon] : found;
  }

  /** Rectangles in pixels of the map's window, for labels to keep clear of. */
  obstacles() {
    const beds = this.strands.points(NAMED_OVER_PX).map((at) => around(at, { w: at.width, h: at.width }));
    return [...rectangles(this._touchable()), ...beds];
  }

  /**
   * True where a leg or a dot, however pale, comes within a few pixels of a rectangle.
   * @param {Rect} rectangle
   */
  crosses(rectangle) {
    const beds = this.strands.points(0);
    return this._touchable().some(({ points }) => touched(points, rectangle)) || touched(beds, rectangle);
  }

  /**
   * Points along the leg that leads to a mark, else of the one that comes from it, towards it.
   * @param {Mark} mark
   */
  towards(mark) {
    return lineTowards(this._curves, mark);
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
    return this._map.latLngToContainerPoint(mark);
  }

  draw() {
    const map = this._map;
    if (!map) return;
    const context = this._sheet.cleared(map);
    const { visible, day } = this;
    // Every spot in pixels of the map's window: many journeys share few of them.
    this._points = this.records.spots.map((spot) => map.latLngToContainerPoint(spot));
    this._curves = [];
    this._dots = [];
    this._shapes = null;
    this.strands.arrange({ visible, points: this._points, day }, map.getZoom());
    const dimmed = this.focus ? STEPPED_BACK : this.hover ? BEHIND_LIT : 1;
    this._general(context, dimmed);
    this._bundles(context, dimmed);
    this._discs(context, dimmed);
    for (const id of new Set([this.hover, this.focus])) {
      const journey = id && visible.find((own) => own.id === id);
      if (journey) this._whole(context, journey);
    }
    context.globalAlpha = 1;
  }

  /**
   * The general route as a pale bed under all strands.
   * @param {CanvasRenderingContext2D} context @param {number} dimmed
   */
  _general(context, dimmed) {
    const route = this.visible.find((journey) => journey.corridor && journey.id !== this.focus);
    if (!route || route.id === this.hover) return;
    context.globalAlpha = dimmed * BED.alpha;
    context.lineCap = context.lineJoin = "round";
    for (let to = 1; to < route.size; to++) {
      if (this.day !== null && !route.reached(to, this.day)) continue;
      const curve = this.strands.laneOf(route, to);
      stroke(context, curve, route.colour, BED.width, "stated", false);
      this._curves.push({ journey: route, to, curve, full: false });
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {number} dimmed */
  _bundles(context, dimmed) {
    const { strands, visible } = this;
    if (dimmed === 1 && this.day === null) strands.beds(context);
    const lines = strands.lines(visible);
    for (const strand of lines) this._strand(context, strand, dimmed);
    if (visible.length <= MOST_SINGLE && !this.focus) this._endings(context, lines, dimmed);
    context.globalAlpha = dimmed;
    strands.arrows(context);
    if (dimmed === 1) strands.numbers(context);
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Strand} strand @param {number} dimmed
   */
  _strand(context, strand, dimmed) {
    const { journey, to, bundle } = strand;
    const there = this._there(journey, to);
    if (!there || !this._showsLeg(journey, to)) return;
    const curve = this.strands.curve(strand);
    if (!this._sheet.shows(curve.a, curve.b)) return;
    context.globalAlpha = dimmed * there;
    const colour = fading(context, curve, journey.colour, ...this._open(journey, to));
    const room = bundle.width / bundle.lines;
    const whole = bundle.lines < bundle.count;
    stroke(context, curve, colour, whole ? room : room * LINE, journey.styleOf(to), false);
    this._curves.push({ journey, to, curve, full: false });
  }

  /**
   * What became of those who travelled, where the last line of a journey is there.
   * @param {CanvasRenderingContext2D} context @param {Strand[]} lines @param {number} dimmed
   */
  _endings(context, lines, dimmed) {
    for (const strand of lines) {
      const { journey, to } = strand;
      if (to < journey.size - 1 || !this._showsLeg(journey, to)) continue;
      context.globalAlpha = dimmed * this._there(journey, to);
      ending(context, this.strands.curve(strand), journey.colour, journey.outcome);
    }
  }

  /**
   * A disc at each town that visible journeys pass: of many alike, of a few each with its marks.
   * @param {CanvasRenderingContext2D} context @param {number} dimmed
   */
  _discs(context, dimmed) {
    context.globalAlpha = dimmed;
    const { places } = this.records;
    if (this.visible.length <= MOST_SINGLE) {
      for (const [place, { colour, count }] of this._towns(context, dimmed)) {
        context.globalAlpha = dimmed;
        const radius = Math.min(4.5, 2.6 + 0.4 * Math.sqrt(count));
        dot(context, this._points[place], count > 1 ? SHARED : colour, radius);
      }
    } else {
      this.strands.seats.taken.forEach((count, spot) => {
        if (count && places[spot] && !places[spot].codes) dot(context, this._points[spot], SHARED, 2.4);
      });
    }
  }

  /**
   * How many visible journeys have reached each town, and the colour of the first; marks them too.
   * @param {CanvasRenderingContext2D} context @param {number} dimmed
   */
  _towns(context, dimmed) {
    /** @type {Map<number, { colour: string, count: number }>} */
    const towns = new Map();
    for (const journey of this.visible) {
      for (const [at, mark] of journey.marks.entries()) {
        if (mark.codes || !this._there(journey, at) || !this.shows(journey, mark)) continue;
        const town = towns.get(mark.place) || { colour: journey.colour, count: 0 };
        town.count += 1;
        towns.set(mark.place, town);
        this._mark(context, journey, at, dimmed);
      }
    }
    return towns;
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Journey} journey @param {number} at
   * @param {number} dimmed
   */
  _mark(context, journey, at, dimmed) {
    const point = this._points[journey.placeOf(at)];
    if (!this._sheet.shows(point, point)) return;
    if (this.day !== null) {
      context.globalAlpha = dimmed;
      halo(context, point, journey.colour, 1 - journey.since(at, this.day) / GLOW_DAYS);
    }
    this._dots.push({ journey, mark: journey.marks[at], point });
  }

  /**
   * A journey that is lit or in focus, in full.
   * @param {CanvasRenderingContext2D} context @param {Journey} journey
   */
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
    const colour = fading(context, curve, journey.colour, ...this._open(journey, to));
    stroke(context, curve, colour, FULL, journey.styleOf(to), true);
    arrow(context, curve, journey.colour, FULL);
    this._curves.push({ journey, to, curve, full: true });
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
    if (mark.soft) softCircle(context, point, this._softRadius(mark), journey.colour);
    if (journey.id !== this.focus) dot(context, point, journey.colour, 3.6);
    this._dots.push({ journey, mark, point });
  }

  /**
   * How strongly a mark that may have been reached by the day is drawn.
   * @param {Journey} journey @param {number} at
   */
  _there(journey, at) {
    const { day } = this;
    if (day === null) return 1;
    return journey.reached(at, day) * (journey.over(day) ? TRACE : 1);
  }

  /** @param {Journey} journey @param {number} to */
  _showsLeg(journey, to) {
    return !this.only || [to - 1, to].every((at) => this.shows(journey, journey.marks[at]));
  }

  /**
   * Whether the ends of a leg are those of the journey and lie only somewhere in an area.
   * @param {Journey} journey @param {number} to @returns {[boolean, boolean]}
   */
  _open(journey, to) {
    const { spots } = this.records;
    const [from, goal] = [to - 1, to].map((at) => spots[journey.spotOf(at)]);
    return [from.end, goal.end];
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
}
