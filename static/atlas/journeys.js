/* Journeys on one canvas: legs as gentle arcs, small dots for places, and their hit test.
 *
 * Journeys are those of records.js. Where many are shown far off, they run together into flows
 * (see flows.js). With a `day` the journeys are drawn as they were on it: what was not reached is
 * not there yet, what may have been reached is pale, what is over is a trace.
 */
(function () {
  "use strict";

  const DASH = { stated: [], inferred: [9, 6], external: [13, 5, 3, 5], schematic: [1, 6] };
  const CASING = "rgba(255,255,255,.85)";
  const FEW = 8; // journeys that can be told apart when all are drawn in full
  const MANY = 20; // from here on each is thin and pale
  const REACH = 7; // pixels within which a pointer touches a line
  const TRACE = 0.3; // of a journey that is over
  const GLOW_DAYS = 120; // for which a stop that was just reached has a halo

  L.AtlasJourneys = L.Layer.extend({
    initialize(records) {
      this.records = records;
      this.journeys = records.journeys.filter((journey) => journey.size);
      this.visible = this.journeys;
      this.focus = null;
      this.hover = null;
      this.day = null;
      this.only = null; // by journey, the ids of the stops that are shown; null: all of all
      this.flows = new L.AtlasFlows(records);
      this._curves = [];
      this._dots = [];
    },

    onAdd(map) {
      const pane = map.getPane("atlas-journeys") || map.createPane("atlas-journeys");
      pane.style.zIndex = 420;
      pane.style.pointerEvents = "none";
      this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", pane);
      this._canvas.setAttribute("aria-hidden", "true");
      map.on("moveend zoomend viewreset resize", this.draw, this);
      map.on("zoomanim", this._animate, this);
      map.on("zoom", this._follow, this);
      this.draw();
    },

    onRemove(map) {
      map.off("moveend zoomend viewreset resize", this.draw, this);
      map.off("zoomanim", this._animate, this);
      map.off("zoom", this._follow, this);
      this._canvas.remove();
    },

    /** Draws these journeys alone; `focus` is the id of one told in full, or null. */
    show(visible, focus, day = null) {
      this.visible = visible;
      this.focus = focus;
      this.day = day;
      this.draw();
    },

    /** True for a mark of which any stop is to be shown. */
    shows(journey, mark) {
      const only = this.only && this.only.get(journey.id);
      return !only || mark.ids.some((id) => only.has(id));
    },

    /** The marks of a journey with those of their stops alone that are to be shown. */
    marksShown(journey) {
      const only = this.only && this.only.get(journey.id);
      if (!only) return journey.marks;
      return journey.marks.filter((mark) => this.shows(journey, mark)).map((mark) => {
        const ids = mark.ids.filter((id) => only.has(id));
        const orders = ids.map((id) => id.split(":")[1]);
        const n = orders.length > 1 ? `${orders[0]}–${orders[orders.length - 1]}` : orders[0];
        return { ...mark, id: ids[0], ids, n: mark.n && n };
      });
    },

    /** True where what is shown runs together into flows at this zoom. */
    asFlows() {
      return this.flows.wanted(this.visible, this._map.getZoom());
    },

    /** The nearest mark, leg or flow within reach of a container point, or null. */
    at(point) {
      let best = null;
      let bestDistance = REACH;
      for (const shape of this._touchable()) {
        const distance = shape.distance(point) - shape.bonus;
        if (distance < bestDistance) {
          bestDistance = distance;
          best = shape;
        }
      }
      return best || (this.flowing ? this.flows.at(point, REACH) : null);
    },

    /** Rectangles of dots and full lines in container pixels, for labels to keep clear of. */
    obstacles() {
      const own = this._touchable().flatMap(({ points, size }) =>
        size ? points.map((at) => ({ x: at.x - size / 2, y: at.y - size / 2, w: size, h: size })) : []
      );
      return this.flowing ? own.concat(this.flows.obstacles()) : own;
    },

    /** True where a leg or a dot, however pale, comes within a few pixels of a rectangle. */
    crosses({ x, y, w, h }) {
      const near = (at) => at.x > x - 8 && at.x < x + w + 8 && at.y > y - 8 && at.y < y + h + 8;
      const flows = this.flowing ? this.flows.points() : [];
      return this._touchable().some((shape) => shape.points.some(near)) || flows.some(near);
    },

    /** The legs that are drawn, each as {journey, curve}: see `L.atlasArc`. */
    legs() {
      return this._curves;
    },

    /** Where a mark lies, in pixels of the map's window. */
    pointOf(mark) {
      return this._points[mark.place];
    },

    draw() {
      if (!this._map) return;
      const context = this._sheet();
      this._points = this._projected();
      this._curves = [];
      this._dots = [];
      this._shapes = null;
      this._paths = new Map();
      this.flowing = this.asFlows();
      if (this.flowing) this._flow(context);
      for (const journey of this._inOrder()) this._journey(context, journey);
      context.globalAlpha = 1;
    },

    /** The canvas around the map's window, cleared, with its origin in the map's corner. */
    _sheet() {
      const map = this._map;
      const size = map.getSize();
      const ratio = map.options.ratio || window.devicePixelRatio || 1;
      const pad = size.multiplyBy(map.options.dragging ? 0.25 : 0).round();
      const whole = size.add(pad.multiplyBy(2));
      this._origin = map.containerPointToLayerPoint(pad.multiplyBy(-1));
      this._zoom = map.getZoom();
      this._corner = map.layerPointToLatLng(this._origin);
      this._view = L.bounds(pad.multiplyBy(-1), size.add(pad));
      L.DomUtil.setTransform(this._canvas, this._origin, 1);
      if (this._canvas.width !== whole.x * ratio || this._canvas.height !== whole.y * ratio) {
        this._canvas.width = whole.x * ratio;
        this._canvas.height = whole.y * ratio;
        this._canvas.style.width = whole.x + "px";
        this._canvas.style.height = whole.y + "px";
      }
      const context = this._canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, whole.x, whole.y);
      context.translate(pad.x, pad.y);
      return context;
    },

    /** Every place in pixels of the map's window: many journeys share few places. */
    _projected() {
      return this.records.places.map((place) => this._map.latLngToContainerPoint(place));
    },

    _flow(context) {
      const dimmed = this.focus ? 0.4 : 1;
      const what = { visible: this.visible, points: this._points, day: this.day, dimmed };
      this.flows.draw(context, what, this._map.getZoom());
    },

    /** The corridor below, what is lit and what is in focus on top; of flows the latter alone. */
    _inOrder() {
      const rank = ({ id, corridor }) => (id === this.focus ? 3 : id === this.hover ? 2 : corridor ? 0 : 1);
      const single = this.flowing ? this.visible.filter((journey) => rank(journey) > 1) : this.visible;
      return [...single].sort((a, b) => rank(a) - rank(b));
    },

    /** Many journeys at once are thin and pale, so that the way as such stands out. */
    _weight(journey) {
      if (journey.id === this.focus || journey.id === this.hover) return { width: 3.2, alpha: 1, full: true };
      if (this.focus) return { width: 1.4, alpha: 0.12, full: false };
      if (journey.corridor) return { width: 3.2, alpha: 1, full: true };
      if (this.visible.length <= FEW || this._told()) return { width: 2.4, alpha: 0.9, full: true };
      if (this.visible.length <= MANY) return { width: 1.8, alpha: 0.7, full: true };
      return { width: 1.1, alpha: 0.3, full: false };
    },

    /** While time plays, only what was under way is there: it can be drawn in full for longer. */
    _told() {
      return this.day !== null && this.visible.length <= MANY;
    },

    _journey(context, journey) {
      const { width, alpha, full } = this._weight(journey);
      const { day } = this;
      const trace = day !== null && journey.over(day) ? TRACE : 1;
      const reached = (at) => (day === null ? 1 : journey.reached(at, day));
      for (const leg of journey.legs) {
        const [a, b] = [leg.from, leg.to].map((at) => this._points[journey.placeOf(at)]);
        const there = reached(leg.to);
        const shown = [leg.from, leg.to].every((at) => this.shows(journey, journey.marks[at]));
        if (!there || !shown || !this._inView(a, b)) continue;
        const curve = arc(a, b, this._bend(a, b));
        context.globalAlpha = alpha * there * trace;
        stroke(context, curve, journey.colour, width, DASH[leg.style], full);
        if (full) arrow(context, curve, journey.colour, width);
        this._curves.push({ journey, leg, curve, full });
      }
      for (const [at, mark] of journey.marks.entries()) {
        const point = this._points[mark.place];
        if (mark.codes || !reached(at) || !this.shows(journey, mark) || !this._inView(point, point)) continue;
        context.globalAlpha = alpha * reached(at) * trace;
        if (day !== null) halo(context, point, journey.colour, 1 - journey.since(at, day) / GLOW_DAYS);
        if (mark.soft && full) softCircle(context, point, this._pixels(mark), journey.colour);
        if (journey.id !== this.focus) dot(context, point, journey.colour, full ? 3.6 : 2.4);
        this._dots.push({ journey, mark, point });
      }
    },

    _inView(a, b) {
      const { min, max } = this._view;
      return Math.max(a.x, b.x) > min.x && Math.min(a.x, b.x) < max.x && Math.max(a.y, b.y) > min.y && Math.min(a.y, b.y) < max.y;
    },

    /** How far a leg bows: more for each leg that already joins the same two points. */
    _bend(a, b) {
      const key = [a, b].map((p) => `${Math.round(p.x)},${Math.round(p.y)}`).join(">");
      const before = this._paths.get(key) || 0;
      this._paths.set(key, before + 1);
      return 0.1 + 0.05 * Math.min(before, 6);
    },

    /** The radius of a place's uncertainty on the screen, never too small to be seen. */
    _pixels(mark) {
      const perPixel = (40075016.7 * Math.cos((mark.lat * Math.PI) / 180)) / (256 * 2 ** this._map.getZoom());
      return Math.max(20, (mark.metres || 0) / perPixel);
    },

    /** What was drawn as shapes to touch, made when first asked for: a drawn frame needs none. */
    _touchable() {
      this._shapes ||= [...this._curves.map(legShape), ...this._dots.map(markShape)];
      return this._shapes;
    },

    /** A zoom by wheel or button is animated by the browser: the canvas is stretched along. */
    _animate(event) {
      this._stretch(event.zoom, this._map._latLngToNewLayerPoint(this._corner, event.zoom, event.center));
    },

    /** A flight changes the zoom step by step: the canvas is stretched at each step. */
    _follow() {
      this._stretch(this._map.getZoom(), this._map.latLngToLayerPoint(this._corner));
    },

    _stretch(zoom, corner) {
      L.DomUtil.setTransform(this._canvas, corner, this._map.getZoomScale(zoom, this._zoom));
    },
  });

  /** A quadratic curve as {a, c, b}, bowed to the left of its direction. */
  function arc(a, b, bend) {
    const middle = a.add(b).divideBy(2);
    const across = L.point(b.y - a.y, a.x - b.x).multiplyBy(bend * 2);
    return { a, b, c: middle.add(across) };
  }

  function along({ a, b, c }, t) {
    const u = 1 - t;
    return L.point(u * u * a.x + 2 * u * t * c.x + t * t * b.x, u * u * a.y + 2 * u * t * c.y + t * t * b.y);
  }

  /** Points along a curve, about ten pixels apart. */
  function steps(curve) {
    const pieces = Math.max(8, Math.ceil(curve.a.distanceTo(curve.b) / 10));
    return Array.from({ length: pieces + 1 }, (_, i) => along(curve, i / pieces));
  }

  function distanceTo(points) {
    return (p) => {
      let best = Infinity;
      for (let i = 1; i < points.length; i++) {
        best = Math.min(best, L.LineUtil.pointToSegmentDistance(p, points[i - 1], points[i]));
      }
      return best;
    };
  }

  function stroke(context, { a, b, c }, colour, width, dash, cased) {
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo(c.x, c.y, b.x, b.y);
    if (cased) {
      context.lineCap = "round";
      context.setLineDash([]);
      context.strokeStyle = CASING;
      context.lineWidth = width + 2.6;
      context.stroke();
    }
    // A dot is the cap of a very short dash; thin lines have short dashes, which are drawn sooner.
    const dots = dash[0] === 1;
    context.setLineDash(dots && !cased ? [1.5, 4.5] : dash);
    context.lineCap = dots && cased ? "round" : "butt";
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  }

  /** One small arrowhead in the middle of the curve. */
  function arrow(context, curve, colour, width) {
    if (curve.a.distanceTo(curve.b) < 28) return;
    const tip = along(curve, 0.54);
    const from = along(curve, 0.46);
    const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
    const size = 4 + width;
    context.beginPath();
    for (const turn of [0, 2.5, -2.5]) {
      context.lineTo(tip.x + size * Math.cos(angle + turn), tip.y + size * Math.sin(angle + turn));
    }
    context.closePath();
    context.fillStyle = colour;
    context.strokeStyle = CASING;
    context.lineWidth = 1.2;
    context.stroke();
    context.fill();
  }

  L.atlasArc = { arc, along, steps, distanceTo, stroke, arrow, DASH, CASING };

  function softCircle(context, point, radius, colour) {
    context.beginPath();
    context.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    const alpha = context.globalAlpha;
    context.globalAlpha = alpha * 0.14;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = alpha * 0.8;
    context.setLineDash([4, 4]);
    context.strokeStyle = colour;
    context.lineWidth = 1.2;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = alpha;
  }

  /** A stop lights when it is reached; the light goes out over some months, from 1 to 0. */
  function halo(context, point, colour, light) {
    if (light <= 0 || light > 1) return;
    const alpha = context.globalAlpha;
    context.globalAlpha = alpha * light * 0.35;
    context.beginPath();
    context.arc(point.x, point.y, 7 + 9 * light, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = alpha;
  }

  function dot(context, point, colour, radius) {
    context.beginPath();
    context.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.strokeStyle = colour;
    context.lineWidth = radius / 2;
    context.fill();
    context.stroke();
  }

  function legShape({ journey, leg, curve, full }) {
    const points = steps(curve);
    const own = { journey: journey.id, id: leg.id, tip: leg.tip };
    return { ...own, distance: distanceTo(points), bonus: 0, points, size: full ? 5 : 0 };
  }

  /** A place wins over the lines that end in it. */
  function markShape({ journey, mark, point }) {
    const own = { journey: journey.id, id: mark.id, tip: mark.tip };
    return { ...own, distance: (p) => p.distanceTo(point), bonus: 5, points: [point], size: 12 };
  }
})();
