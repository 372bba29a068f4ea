/* Strands: journeys that go the same way run side by side, each a thin line in its own colour with a
 * lane of its own, so that their number shows as width and each can still be found.
 *
 * Where there are more than have room, a bundle has fewer lines than journeys, and says its number.
 */
import { painted } from "../../colours/palette.js";
import { along, distance, distanceToLine, pointsAlong } from "../plane/curves.js";
import { around, overlap } from "../plane/rectangles.js";
import { FEWEST_WITH_ARROW, onMap } from "./crowd.js";
import { bundlesAt, lanesOf, middle, reachedOf, widthOf } from "./bundles.js";
import { Seats } from "./seats.js";
import { sentence } from "./sentence.js";
import { arrow, CASING, trace } from "./strokes.js";

const MOST_NUMBERS = 14;
const NUMBER_GAP_PX = 2;
const LEAST_ARROW_PX = 34;
const APART = 0.07; // of its length by which a bundle bows to the right, so that those back lie beside
const APART_PX = [3, 46];
const FAN = 1.8; // by which lines spread that end somewhere in an area
const AT_RIGHT_PX = 4; // of a bundle's end in an area
const TURN = 0.3; // of a leg's length along which it turns
const BEND = 4 / 3; // a cubic curve goes three quarters of the way to its controls
const CASING_PX = 3;
export const SHARED = "var(--shared)"; // of what several journeys have together

export class Strands {
  /** @param {import("./records.js").Records} records */
  constructor(records) {
    this.records = records;
    this.strings = records.strings;
    /** @type {Map<number, Bundles>} */
    this._graphs = new Map();
    this.seats = new Seats(records);
    /** @type {Bundles} */
    this._graph = { bundles: [], first: [], bundleOf: [], marks: [] };
    this._lanes = new Int32Array(0);
    /** @type {DrawnBundle[]} */
    this._bundles = [];
    /** @type {DrawnBundle[]} */
    this._drawn = [];
    /** @type {{ bundle: DrawnBundle, points: XY[] }[] | null} */
    this._shapes = null;
    /** @type {XY[]} */
    this._points = [];
  }

  /**
   * Gives each visible journey its lanes at a zoom; `points` are those of all spots.
   * @param {{ visible: Journey[], points: XY[], day: number | null }} what @param {number} zoom
   */
  arrange({ visible, points, day }, zoom) {
    this._points = points;
    this._shapes = null;
    this._graph = this._graphAt(zoom);
    const { bundles } = this._graph;
    const { lanes, counts } = lanesOf(this._graph, visible);
    const reached = day === null ? counts : reachedOf(this._graph, visible, day);
    this._lanes = lanes;
    const most = counts.reduce((greatest, count) => Math.max(greatest, count), 1);
    this._bundles = bundles.map(({ from, to }, index) => {
      const ends = between(middle(from, points), middle(to, points));
      const [count, come] = [counts[index], reached[index]];
      return { index, from, to, ...ends, count, reached: come, ...widthOf(count, most), colour: SHARED };
    });
    this.seats.arrange(visible);
    this._drawn = this._inOrder();
  }

  /** The bundles that somebody has come along, the greatest first. */
  _inOrder() {
    const drawn = this._bundles.filter(({ reached }) => reached > 0);
    return drawn.sort((one, other) => other.count - one.count);
  }

  /**
   * Counts anew how many have come so far on a day, of the journeys that were arranged.
   * @param {Journey[]} journeys @param {number} day
   */
  reach(journeys, day) {
    const reached = reachedOf(this._graph, journeys, day);
    for (const bundle of this._bundles) bundle.reached = reached[bundle.index];
    this._drawn = this._inOrder();
  }

  /**
   * The lines of some journeys that are drawn, by bundle, the greatest first: each with the mark at
   * which it ends. Of those that share a line the first one that `isThere` has it.
   * @param {Journey[]} journeys @param {(journey: Journey, to: number) => boolean} isThere
   * @returns {Strand[]}
   */
  lines(journeys, isThere) {
    const { first, bundleOf, marks } = this._graph;
    /** @type {Strand[]} */
    const found = [];
    const taken = this._bundles.map(({ lines }) => new Uint8Array(lines));
    for (const journey of journeys) {
      for (let at = first[journey.index]; at < first[journey.index + 1]; at++) {
        const bundle = this._bundles[bundleOf[at]];
        const lane = Math.floor((this._lanes[at] * bundle.lines) / bundle.count);
        if (taken[bundle.index][lane] || !isThere(journey, marks[at])) continue;
        taken[bundle.index][lane] = 1;
        bundle.colour = journey.colour;
        found.push({ journey, bundle, to: marks[at], lane });
      }
    }
    return found.sort((one, other) => other.bundle.count - one.bundle.count);
  }

  /**
   * The curve of a leg of a journey in its lane, or in one of its own where it has none.
   * @param {Journey} journey @param {number} to the mark where it ends
   */
  laneOf(journey, to) {
    const { first, bundleOf, marks } = this._graph;
    for (let at = first[journey.index]; at < first[journey.index + 1]; at++) {
      const bundle = this._bundles[bundleOf[at]];
      if (marks[at] !== to || !bundle.count) continue;
      const lane = Math.floor((this._lanes[at] * bundle.lines) / bundle.count);
      return this.curve({ journey, bundle, to, lane });
    }
    return this.curve({ journey, bundle: this._alone(journey, to), to, lane: 0 });
  }

  /**
   * @param {Strand} strand @returns {Curve}
   */
  curve({ journey, bundle, to, lane }) {
    const { a: from, b: goal, right, apart, width, lines } = bundle;
    const a = this.point(journey, to - 1);
    const b = this.point(journey, to);
    const by = (apart + ((lane + 0.5) * width) / lines) * BEND;
    const length = distance(a, b);
    const [leaves, comes] = [to - 1, to].map((at) => this._through(journey, at));
    const bowed = (/** @type {number} */ part) => ({
      x: from.x + (goal.x - from.x) * part + right.x * by,
      y: from.y + (goal.y - from.y) * part + right.y * by,
    });
    const c = leaves ? ahead(a, leaves, length * TURN) : bowed(0.22);
    const d = comes ? ahead(b, comes, -length * TURN) : bowed(0.78);
    return { a, b, c, d };
  }

  /**
   * Where a journey passes a mark: in an area beside the others that do.
   * @param {JourneyRecord} journey @param {number} at @returns {XY}
   */
  point(journey, at) {
    const { heading, end } = this.records.spots[journey.spotOf(at)];
    const point = this._points[journey.spotOf(at)];
    if (!heading) return point;
    const { share, width } = this.seats.of(journey, at);
    const by = end ? share * width * FAN + AT_RIGHT_PX : share * width;
    return { x: point.x - heading.y * by, y: point.y + heading.x * by };
  }

  /**
   * Whether the ends of a leg are those of the journey and lie only somewhere in an area.
   * @param {Journey} journey @param {number} to @returns {[boolean, boolean]}
   */
  isOpen(journey, to) {
    const [from, goal] = [to - 1, to].map((at) => this.records.spots[journey.spotOf(at)]);
    return [from.end, goal.end];
  }

  /**
   * What is drawn of a line, in a crowd or among few; null where nothing is.
   * @param {Strand} strand @param {boolean} crowd
   */
  drawnCurve(strand, crowd) {
    const [from, to] = [strand.to - 1, strand.to].map((at) => this.records.spots[strand.journey.spotOf(at)]);
    return crowd ? onMap(this.curve(strand), from, to) : this.curve(strand);
  }

  /**
   * The middle of a bundle, of one in a crowd what is drawn there.
   * @param {DrawnBundle} bundle @param {boolean} crowd
   */
  _middle(bundle, crowd) {
    const [from, to] = [bundle.from, bundle.to].map((spots) => this.records.spots[spots[0]]);
    return crowd ? onMap(axis(bundle), from, to) : axis(bundle);
  }

  /**
   * Under the lines of each of these bundles a light bed, so that bundles which cross stay apart.
   * @param {CanvasRenderingContext2D} context @param {Iterable<DrawnBundle>} bundles
   * @param {boolean} crowd
   */
  beds(context, bundles, crowd) {
    context.lineCap = "butt";
    context.setLineDash([]);
    context.strokeStyle = painted(CASING);
    for (const bundle of bundles) {
      const middle = this._middle(bundle, crowd);
      if (!middle) continue;
      trace(context, middle);
      context.lineWidth = bundle.width + CASING_PX;
      context.stroke();
    }
  }

  /**
   * Which way each of these bundles goes; in a crowd those of several journeys, or that leave the map.
   * @param {CanvasRenderingContext2D} context @param {Iterable<DrawnBundle>} bundles
   * @param {boolean} crowd
   */
  arrows(context, bundles, crowd) {
    for (const bundle of bundles) {
      const middle = this._middle(bundle, crowd);
      if (!middle || distance(bundle.a, bundle.b) < LEAST_ARROW_PX) continue;
      const isWhole = distance(middle.a, middle.b) > distance(bundle.a, bundle.b) - 1;
      if (crowd && isWhole && bundle.count < FEWEST_WITH_ARROW) continue;
      const colour = bundle.lines > 1 ? SHARED : bundle.colour;
      arrow(context, middle, colour, Math.min(bundle.width * 0.3, 5));
    }
  }

  /** The bundles that have fewer lines than journeys. */
  ribbons() {
    return this._drawn.filter(({ lines, count }) => lines < count);
  }

  /**
   * Numbers on the greatest of them, none upon another.
   * @param {CanvasRenderingContext2D} context
   */
  numbers(context) {
    context.font = '600 13px "Source Sans", "Noto Sans", sans-serif';
    context.textAlign = "center";
    context.textBaseline = "middle";
    /** @type {Rect[]} */
    const taken = [];
    for (const bundle of this.ribbons().slice(0, MOST_NUMBERS)) {
      const at = along(axis(bundle), 0.32);
      const text = bundle.reached.toLocaleString();
      const own = around(at, { w: context.measureText(text).width + 12, h: 18 });
      if (taken.some((other) => overlap(own, other, NUMBER_GAP_PX))) continue;
      taken.push(own);
      pill(context, own);
      context.fillStyle = painted("var(--ink)");
      context.fillText(text, at.x, at.y + 0.5);
    }
  }

  /**
   * The ribbon within reach of a point, as something to touch.
   * @param {XY} point @returns {Touched | null}
   */
  at(point) {
    this._shapes ||= this.ribbons().map((bundle) => ({ bundle, points: pointsAlong(axis(bundle)) }));
    const hit = this._shapes.find(
      ({ bundle, points }) => distanceToLine(point, points) <= Math.max(bundle.width / 2, 6),
    );
    if (!hit) return null;
    const { from, to, reached } = hit.bundle;
    const parts = { n: reached.toLocaleString(), start: this._name(from), goal: this._name(to) };
    return { ribbon: true, journey: null, id: null, tip: sentence(this.strings.ribbonTip, parts) };
  }

  /**
   * Points along each bundle of at least this width, with it, for what keeps clear of them.
   * @param {number} least
   */
  points(least) {
    const wide = this._drawn.filter(({ width }) => width >= least);
    return wide.flatMap((bundle) =>
      pointsAlong(axis(bundle)).map((at) => ({ ...at, width: bundle.width })),
    );
  }

  /** What is drawn now: from and to as words, how many journeys and how many lines. */
  drawn() {
    return this._drawn.map(({ from, to, reached, lines }) => ({
      from: this._name(from),
      to: this._name(to),
      count: reached,
      lines,
    }));
  }

  /** @param {number} zoom made once for each @returns {Bundles} */
  _graphAt(zoom) {
    const level = Math.round(zoom);
    const graph = this._graphs.get(level) || bundlesAt(this.records, level);
    this._graphs.set(level, graph);
    return graph;
  }

  /** @param {JourneyRecord} journey @param {number} at @returns {XY | null} */
  _through(journey, at) {
    const { heading, end } = this.records.spots[journey.spotOf(at)];
    return end ? null : heading;
  }

  /** @param {Journey} journey @param {number} to @returns {DrawnBundle} */
  _alone(journey, to) {
    const [from, goal] = [to - 1, to].map((at) => journey.spotOf(at));
    const ends = between(this._points[from], this._points[goal]);
    const one = { count: 1, reached: 1, width: 0, lines: 1, colour: journey.colour };
    return { index: -1, from: [from], to: [goal], ...ends, ...one };
  }

  /** @param {number[]} spots */
  _name(spots) {
    const places = new Set(spots.map((spot) => this.records.spots[spot].place));
    const place = this.records.nameOf(this.records.spots[spots[0]].place);
    return places.size > 1 ? sentence(this.strings.near, { place }) : place;
  }
}

/** @param {XY} a @param {XY} b where a bundle begins and ends, and how it bows to its right */
function between(a, b) {
  const length = distance(a, b) || 1;
  const right = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  return { a, b, right, apart: Math.min(Math.max(APART_PX[0], APART * length), APART_PX[1]) };
}

/** @param {DrawnBundle} bundle @returns {Curve} the curve in the middle of its lanes */
function axis({ a, b, right, apart, width }) {
  const by = (apart + width / 2) * BEND;
  const bowed = (/** @type {number} */ part) => ({
    x: a.x + (b.x - a.x) * part + right.x * by,
    y: a.y + (b.y - a.y) * part + right.y * by,
  });
  return { a, b, c: bowed(0.22), d: bowed(0.78) };
}

/** @param {XY} from @param {XY} heading @param {number} by @returns {XY} */
function ahead(from, heading, by) {
  return { x: from.x + heading.x * by, y: from.y + heading.y * by };
}

/** @param {CanvasRenderingContext2D} context @param {Rect} box */
function pill(context, { x, y, w, h }) {
  context.beginPath();
  context.roundRect(x, y, w, h, h / 2);
  context.fillStyle = painted("var(--label)");
  context.strokeStyle = painted(SHARED);
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}
