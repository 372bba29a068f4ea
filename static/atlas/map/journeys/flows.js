/* Flows: where many journeys are seen from far off, parallel routes run together by corridor, each
 * with the number of its journeys, so that the common path shows and no one person does.
 *
 * A flow is drawn where at least FEWEST journeys go from one node to another (see flow-graph.js);
 * how many routes are left out is said in the legend.
 */
import { along, arc, distance, distanceToLine, pointsAlong } from "../plane/curves.js";
import { around, overlap } from "../plane/rectangles.js";
import { flowGraph, journeysByEdge, middle } from "./flow-graph.js";
import { sentence } from "./sentence.js";
import { arrow, CASING, trace } from "./strokes.js";

const FROM = 60; // journeys: fewer can be drawn singly
const SINGLE_ZOOM = 7; // from here on every route is drawn
const FEWEST = 3;
const MOST_NUMBERS = 14;
const NUMBER_GAP_PX = 2;
const LEAST_ARROW_PX = 60;
const PALEST = 0.3;
const COLOUR = "#4f5a66";
const THINNEST = 1.4;
const THICKEST = 13;

export class Flows {
  /** @param {import("./records.js").Records} records */
  constructor(records) {
    this.records = records;
    this.strings = records.strings;
    this.left = 0; // routes of too few journeys to be drawn
    this.singleZoom = SINGLE_ZOOM;
    /** @type {Map<number, FlowGraph>} */
    this._graphs = new Map();
    /** @type {Flow[]} */
    this._flows = [];
    /** @type {{ flow: Flow, points: XY[] }[] | null} */
    this._shapes = null;
  }

  /** @param {JourneyRecord[]} visible @param {number} zoom */
  wanted(visible, zoom) {
    return visible.length > FROM && zoom < SINGLE_ZOOM;
  }

  /**
   * Draws the flows of `visible` journeys, as far as they came by `day` if there is one.
   * @param {CanvasRenderingContext2D} context
   * @param {{ visible: JourneyRecord[], points: XY[], day: number | null, dimmed: number }} what
   * @param {number} zoom
   */
  draw(context, { visible, points, day, dimmed }, zoom) {
    const graph = this._graph(zoom);
    const counts = journeysByEdge(graph, visible, day);
    const drawn = graph.edges.filter((edge) => counts[edge.index] >= FEWEST);
    this.left = counts.reduce((sum, count) => sum + Number(count > 0 && count < FEWEST), 0);
    drawn.sort((a, b) => counts[a.index] - counts[b.index]);
    this._flows = drawn.map((edge) => {
      const curve = arc(middle(edge.from, points), middle(edge.to, points), 0.1);
      return { edge, count: counts[edge.index], curve };
    });
    this._shapes = null;
    for (const flow of this._flows) drawFlow(context, flow, Math.sqrt(flow.count / graph.most), dimmed);
    context.globalAlpha = dimmed;
    this._numbers(context);
  }

  /**
   * The flow within reach of a point, as something to touch.
   * @param {XY} point @param {number} reach @returns {Touched | null}
   */
  at(point, reach) {
    this._shapes ||= this._flows.map((flow) => ({ flow, points: pointsAlong(flow.curve) }));
    const away = this._shapes.map(({ points }) => distanceToLine(point, points));
    const nearest = away.indexOf(Math.min(...away));
    if (nearest < 0 || away[nearest] > reach) return null;
    const { edge, count } = this._shapes[nearest].flow;
    const parts = { n: count.toLocaleString(), start: this._name(edge.from), goal: this._name(edge.to) };
    return { flow: true, journey: null, id: null, tip: sentence(this.strings.flowTip, parts) };
  }

  points() {
    return this._flows.flatMap(({ curve }) => pointsAlong(curve));
  }

  obstacles() {
    return this.points().map((at) => around(at, { w: 6, h: 6 }));
  }

  /** What is drawn now: from and to as words, and how many journeys. */
  drawn() {
    return this._flows.map(({ edge, count }) => ({
      from: this._name(edge.from),
      to: this._name(edge.to),
      count,
    }));
  }

  styles() {
    return [...new Set(this._flows.map(({ edge }) => (edge.area ? "flowArea" : "flow")))].sort();
  }

  /**
   * Made once for each zoom.
   * @param {number} zoom
   */
  _graph(zoom) {
    const level = Math.round(zoom);
    const graph = this._graphs.get(level) || flowGraph(this.records, level);
    this._graphs.set(level, graph);
    return graph;
  }

  /**
   * Numbers on the greatest flows, none upon another.
   * @param {CanvasRenderingContext2D} context
   */
  _numbers(context) {
    context.font = '600 12px "Source Sans", "Noto Sans", sans-serif';
    context.textAlign = "center";
    context.textBaseline = "middle";
    /** @type {Rect[]} */
    const taken = [];
    for (const { count, curve } of this._flows.slice(-MOST_NUMBERS).reverse()) {
      const at = along(curve, 0.32);
      const text = count.toLocaleString();
      const own = around(at, { w: context.measureText(text).width + 12, h: 18 });
      if (taken.some((other) => overlap(own, other, NUMBER_GAP_PX))) continue;
      taken.push(own);
      pill(context, own);
      context.fillStyle = "#23262b";
      context.fillText(text, at.x, at.y + 0.5);
    }
  }

  /** @param {FlowNode} node */
  _name({ places }) {
    const place = this.records.nameOf(places[0]);
    return places.length > 1 ? sentence(this.strings.near, { place }) : place;
  }
}

/**
 * @param {CanvasRenderingContext2D} context @param {Flow} flow
 * @param {number} share the square root of its share of the greatest flow @param {number} dimmed
 */
function drawFlow(context, { edge, curve }, share, dimmed) {
  const width = THINNEST + (THICKEST - THINNEST) * share;
  context.globalAlpha = dimmed * (PALEST + (1 - PALEST) * share);
  trace(context, curve);
  context.lineCap = "round";
  context.setLineDash(edge.area ? [0.1, width + 4] : []);
  context.strokeStyle = CASING;
  context.lineWidth = width + 2.4;
  context.stroke();
  context.strokeStyle = COLOUR;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
  if (distance(curve.a, curve.b) > LEAST_ARROW_PX) arrow(context, curve, COLOUR, Math.min(width, 6));
}

/** @param {CanvasRenderingContext2D} context @param {Rect} box */
function pill(context, { x, y, w, h }) {
  context.beginPath();
  context.roundRect(x, y, w, h, h / 2);
  context.fillStyle = "rgba(255,255,255,.94)";
  context.strokeStyle = COLOUR;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}
