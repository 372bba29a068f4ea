/* Journeys on one canvas: legs as gentle arcs, small dots for places, and their hit test.
 *
 * A journey is {id, title, colour, corridor, marks: [{id, ids, n, lat, lng, area, soft, metres,
 * label, tip}], legs: [{id, from, to, style, tip}]}; `from` and `to` are positions in `marks`.
 * Styles: stated, inferred, external, schematic. What is drawn is exactly `visible`.
 */
(function () {
  "use strict";

  const DASH = { stated: [], inferred: [9, 6], external: [13, 5, 3, 5], schematic: [1, 6] };
  const CASING = "rgba(255,255,255,.85)";
  const FEW = 8; // journeys that can be told apart when all are drawn in full
  const MANY = 20; // from here on each is thin and pale
  const REACH = 7; // pixels within which a pointer touches a line

  L.AtlasJourneys = L.Layer.extend({
    initialize(journeys) {
      this.journeys = journeys;
      this.visible = journeys;
      this.focus = null;
      this.hover = null;
      this._shapes = [];
    },

    onAdd(map) {
      const pane = map.getPane("atlas-journeys") || map.createPane("atlas-journeys");
      pane.style.zIndex = 420;
      pane.style.pointerEvents = "none";
      this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", pane);
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

    /** Draws `ids` alone; `focus` is the journey told in full, or null for an overview. */
    show(ids, focus) {
      this.visible = this.journeys.filter((journey) => ids.has(journey.id));
      this.focus = focus;
      this.draw();
    },

    /** The nearest mark or leg within reach of a container point, as {journey, id, tip} or null. */
    at(point) {
      let best = null;
      let bestDistance = REACH;
      for (const shape of this._shapes) {
        const distance = shape.distance(point) - shape.bonus;
        if (distance < bestDistance) {
          bestDistance = distance;
          best = shape;
        }
      }
      return best;
    },

    /** Rectangles of dots and full lines in container pixels, for labels to keep clear of. */
    obstacles() {
      return this._shapes.flatMap(({ points, size }) =>
        size ? points.map((at) => ({ x: at.x - size / 2, y: at.y - size / 2, w: size, h: size })) : []
      );
    },

    /** True where a leg or a dot, however pale, comes within a few pixels of a rectangle. */
    crosses({ x, y, w, h }) {
      const near = (at) => at.x > x - 8 && at.x < x + w + 8 && at.y > y - 8 && at.y < y + h + 8;
      return this._shapes.some((shape) => shape.points.some(near));
    },

    draw() {
      const map = this._map;
      if (!map) return;
      const size = map.getSize();
      const ratio = window.devicePixelRatio || 1;
      const pad = size.multiplyBy(0.25).round();
      const whole = size.add(pad.multiplyBy(2));
      this._origin = map.containerPointToLayerPoint(pad.multiplyBy(-1));
      this._zoom = map.getZoom();
      this._corner = map.layerPointToLatLng(this._origin);
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
      this._shapes = [];
      this._paths = new Map();
      for (const journey of this._inOrder()) this._journey(context, journey);
    },

    /** The corridor below, the journey in focus on top. */
    _inOrder() {
      const rank = (journey) => (journey.id === this.focus ? 2 : journey.corridor ? 0 : 1);
      return [...this.visible].sort((a, b) => rank(a) - rank(b));
    },

    /** Many journeys at once are thin and pale, so that the way as such stands out. */
    _weight(journey) {
      if (journey.id === this.focus || journey.id === this.hover) return { width: 3.2, alpha: 1, full: true };
      if (this.focus) return { width: 1.4, alpha: 0.12, full: false };
      if (journey.corridor) return { width: 3.2, alpha: 1, full: true };
      if (this.visible.length <= FEW) return { width: 2.4, alpha: 0.9, full: true };
      if (this.visible.length <= MANY) return { width: 1.8, alpha: 0.7, full: true };
      return { width: 1.1, alpha: 0.3, full: false };
    },

    _journey(context, journey) {
      const { width, alpha, full } = this._weight(journey);
      const points = journey.marks.map((mark) => this._map.latLngToContainerPoint(mark));
      context.globalAlpha = alpha;
      for (const leg of journey.legs) {
        const curve = arc(points[leg.from], points[leg.to], this._bend(leg, points));
        stroke(context, curve, journey.colour, width, DASH[leg.style], full);
        if (full) arrow(context, curve, journey.colour, width);
        this._shapes.push(legShape(journey, leg, curve, full));
      }
      journey.marks.forEach((mark, index) => {
        const point = points[index];
        if (mark.codes) return;
        if (mark.soft && full) softCircle(context, point, this._pixels(mark), journey.colour);
        if (journey.id !== this.focus) dot(context, point, journey.colour, full ? 3.6 : 2.4);
        this._shapes.push(markShape(journey, mark, point));
      });
      context.globalAlpha = 1;
    },

    /** How far a leg bows: more for each leg that already joins the same two points. */
    _bend(leg, points) {
      const ends = [points[leg.from], points[leg.to]].map((p) => `${Math.round(p.x)},${Math.round(p.y)}`);
      const key = ends.join(">");
      const before = this._paths.get(key) || 0;
      this._paths.set(key, before + 1);
      return 0.1 + 0.05 * before;
    },

    /** The radius of a place's uncertainty on the screen, never too small to be seen. */
    _pixels(mark) {
      const perPixel = (40075016.7 * Math.cos((mark.lat * Math.PI) / 180)) / (256 * 2 ** this._map.getZoom());
      return Math.max(20, (mark.metres || 0) / perPixel);
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
    context.setLineDash(dash);
    context.lineCap = dash[0] === 1 ? "round" : "butt"; // a dot is the cap of a very short dash
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

  function dot(context, point, colour, radius) {
    context.beginPath();
    context.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.strokeStyle = colour;
    context.lineWidth = radius / 2;
    context.fill();
    context.stroke();
  }

  function legShape(journey, leg, curve, full) {
    const pieces = Math.max(8, Math.ceil(curve.a.distanceTo(curve.b) / 10));
    const points = Array.from({ length: pieces + 1 }, (_, i) => along(curve, i / pieces));
    const distance = (p) => {
      let best = Infinity;
      for (let i = 1; i < points.length; i++) {
        best = Math.min(best, L.LineUtil.pointToSegmentDistance(p, points[i - 1], points[i]));
      }
      return best;
    };
    return { journey: journey.id, id: leg.id, tip: leg.tip, distance, bonus: 0, points, size: full ? 5 : 0 };
  }

  /** A place wins over the lines that end in it. */
  function markShape(journey, mark, point) {
    const distance = (p) => p.distanceTo(point);
    return { journey: journey.id, id: mark.id, tip: mark.tip, distance, bonus: 5, points: [point], size: 12 };
  }
})();
