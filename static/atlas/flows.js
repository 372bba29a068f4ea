/* Flows: where many journeys are seen from far off, parallel ways run together by corridor, each
 * with the number of its journeys, so that the common path shows and no one person does.
 *
 * Places that lie near each other at a zoom are one node; an area is a node of its own, because it
 * is no point. A flow is drawn where at least FEWEST journeys go from one node to another; how
 * many ways are left out is said in the legend.
 */
(function () {
  "use strict";

  const FROM = 60; // journeys: fewer can be drawn singly
  const SINGLE_ZOOM = 7; // from here on every way is drawn
  const FEWEST = 3;
  const NEAR_PX = 80;
  const MOST_NUMBERS = 14;
  const PALEST = 0.3;
  const COLOUR = "#4f5a66";
  const THINNEST = 1.4;
  const THICKEST = 13;

  L.AtlasFlows = class {
    constructor(records) {
      this.records = records;
      this.strings = records.strings;
      this.left = 0; // ways of too few journeys to be drawn
      this.singleZoom = SINGLE_ZOOM;
      this._graphs = new Map();
      this._flows = [];
    }

    wanted(visible, zoom) {
      return visible.length > FROM && zoom < SINGLE_ZOOM;
    }

    /** Draws the flows of `visible` journeys, as far as they came by `day` if there is one. */
    draw(context, { visible, points, day, dimmed }, zoom) {
      const graph = this._graph(zoom);
      const counts = this._count(graph, visible, day);
      const width = (count) => THINNEST + (THICKEST - THINNEST) * Math.sqrt(count / graph.most);
      const drawn = graph.edges.filter((edge) => counts[edge.index] >= FEWEST);
      this.left = graph.edges.reduce((sum, edge) => sum + (counts[edge.index] > 0 && counts[edge.index] < FEWEST), 0);
      drawn.sort((a, b) => counts[a.index] - counts[b.index]);
      this._flows = drawn.map((edge) => {
        const [a, b] = [edge.from, edge.to].map((node) => centre(node, points));
        return { edge, count: counts[edge.index], curve: L.atlasArc.arc(a, b, 0.1) };
      });
      this._shapes = null;
      for (const { edge, count, curve } of this._flows) {
        const thick = width(count);
        const dash = edge.area ? [0.1, thick + 4] : [];
        context.globalAlpha = dimmed * (PALEST + (1 - PALEST) * Math.sqrt(count / graph.most));
        strokeFlow(context, curve, thick, dash);
        if (curve.a.distanceTo(curve.b) > 60) L.atlasArc.arrow(context, curve, COLOUR, Math.min(thick, 6));
      }
      context.globalAlpha = dimmed;
      this._numbers(context);
    }

    /** The flow within reach of a point, as something to touch. */
    at(point, reach) {
      this._shapes ||= this._flows.map((flow) => ({ flow, points: L.atlasArc.steps(flow.curve) }));
      const away = this._shapes.map(({ points }) => L.atlasArc.distanceTo(points)(point));
      const nearest = away.indexOf(Math.min(...away));
      if (nearest < 0 || away[nearest] > reach) return null;
      const { edge, count } = this._shapes[nearest].flow;
      const parts = { n: count.toLocaleString(), start: this._name(edge.from), goal: this._name(edge.to) };
      return { flow: true, journey: null, id: null, tip: L.atlasWords(this.strings.flowTip, parts) };
    }

    points() {
      return this._flows.flatMap(({ curve }) => L.atlasArc.steps(curve));
    }

    obstacles() {
      return this.points().map((at) => ({ x: at.x - 3, y: at.y - 3, w: 6, h: 6 }));
    }

    /** What is drawn now: from and to as words, and how many journeys. */
    drawn() {
      return this._flows.map(({ edge, count }) => ({ from: this._name(edge.from), to: this._name(edge.to), count }));
    }

    styles() {
      return [...new Set(this._flows.map(({ edge }) => (edge.area ? "flowArea" : "flow")))].sort();
    }

    /** Of how many journeys each flow is, in which a journey counts once. */
    _count(graph, visible, day) {
      const counts = new Int32Array(graph.edges.length);
      for (const journey of visible) {
        if (journey.corridor) continue; // the way as such is nobody's journey
        for (let at = graph.first[journey.index]; at < graph.first[journey.index + 1]; at++) {
          if (day === null || journey.reached(graph.marks[at], day) > 0) counts[graph.ways[at]] += 1;
        }
      }
      return counts;
    }

    /** Nodes and edges at a zoom, and the edges that each journey takes; made once for a zoom. */
    _graph(zoom) {
      const level = Math.round(zoom);
      if (!this._graphs.has(level)) this._graphs.set(level, this._made(level));
      return this._graphs.get(level);
    }

    _made(level) {
      const nodes = nodesAt(this.records, level);
      const edges = new Map();
      const first = [0];
      const ways = [];
      const marks = [];
      for (const journey of this.records.journeys) {
        const taken = new Set();
        for (let at = 1; at < journey.size; at++) {
          const [from, to] = [nodes[journey.placeOf(at - 1)], nodes[journey.placeOf(at)]];
          const key = `${from.key}>${to.key}`;
          if (from === to || taken.has(key)) continue;
          taken.add(key);
          if (!edges.has(key)) edges.set(key, { index: edges.size, from, to, area: from.area || to.area, all: 0 });
          const edge = edges.get(key);
          edge.all += 1;
          ways.push(edge.index);
          marks.push(at);
        }
        first.push(ways.length);
      }
      const all = [...edges.values()];
      return { edges: all, first, ways, marks, most: Math.max(1, ...all.map((edge) => edge.all)) };
    }

    /** Numbers on the greatest flows, none upon another. */
    _numbers(context) {
      context.font = '600 12px "Source Sans", "Noto Sans", sans-serif';
      context.textAlign = "center";
      context.textBaseline = "middle";
      const taken = [];
      for (const { count, curve } of this._flows.slice(-MOST_NUMBERS).reverse()) {
        const at = L.atlasArc.along(curve, 0.32);
        const text = count.toLocaleString();
        const own = { x: at.x, y: at.y, w: context.measureText(text).width + 12, h: 18 };
        if (taken.some((other) => meet(own, other))) continue;
        taken.push(own);
        pill(context, own);
        context.fillStyle = "#23262b";
        context.fillText(text, at.x, at.y + 0.5);
      }
    }

    _name(node) {
      return node.places.length > 1 ? L.atlasWords(this.strings.near, { place: this._short(node) }) : this._short(node);
    }

    _short(node) {
      return this.records.nameOf(node.places[0]);
    }
  };

  /** A node for each place: areas alone, points together with those near them. */
  function nodesAt(records, level) {
    const found = new Map();
    return records.places.map((place, index) => {
      const world = L.CRS.EPSG3857.latLngToPoint(L.latLng(place), level);
      const cell = `${Math.floor(world.x / NEAR_PX)},${Math.floor(world.y / NEAR_PX)}`;
      const key = place.codes ? place.codes.join() : cell;
      if (!found.has(key)) found.set(key, { key, area: Boolean(place.codes), places: [] });
      found.get(key).places.push(index);
      return found.get(key);
    });
  }

  function centre(node, points) {
    const sum = node.places.reduce((total, place) => total.add(points[place]), L.point(0, 0));
    return sum.divideBy(node.places.length);
  }

  function strokeFlow(context, { a, b, c }, width, dash) {
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo(c.x, c.y, b.x, b.y);
    context.lineCap = "round";
    context.setLineDash(dash);
    context.strokeStyle = L.atlasArc.CASING;
    context.lineWidth = width + 2.4;
    context.stroke();
    context.strokeStyle = COLOUR;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  }

  function pill(context, { x, y, w, h }) {
    context.beginPath();
    context.roundRect(x - w / 2, y - h / 2, w, h, h / 2);
    context.fillStyle = "rgba(255,255,255,.94)";
    context.strokeStyle = COLOUR;
    context.lineWidth = 1;
    context.fill();
    context.stroke();
  }

  function meet(a, b) {
    return Math.abs(a.x - b.x) < (a.w + b.w) / 2 + 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + 2;
  }
})();
