/**
 * L.AtlasBasemap: a quiet paper map (land, borders, provinces, rivers, lakes, relief) drawn from
 * window.ATLAS_BASEMAP on canvas behind everything else. Needs Leaflet 1.9, shapes.js before and
 * labels.js after this file. Nothing is fetched but the relief picture.
 */
(function (L) {
  'use strict';

  const shapes = L.atlasShapes;
  const COLOURS = {
    sea: '#E3ECF0', land: '#F3EFE5', chosen: '#FCF9F1', province: '#DDD5C5', border: '#A89F8F',
    coast: '#A9B9C0', river: '#A9C5D3', lake: '#E3ECF0', waterName: '#3B6B88',
    countryName: '#716950', provinceName: '#716950', town: '#23262B', townMark: '#666C74',
    halo: '#FCF9F1', mark: '#666C74',
  };
  const BASE_PANE = {name: 'atlas-base', zIndex: 150};
  const LABEL_PANE = {name: 'atlas-labels', zIndex: 390};
  const MARGIN = 0.3;          // of the map's size, drawn around it, so that a drag shows no edge
  const MOST_PIXELS = 9e6;     // of the canvas: beyond, the margin is made smaller

  /* ---------------------------------------------------------------- the layers of the sheet */

  function drawFar(ctx, model, view, colours) {
    const nw = shapes.mercator(model.data.bounds[0][1], model.data.bounds[1][0]);
    const se = shapes.mercator(model.data.bounds[1][1], model.data.bounds[0][0]), box = view.box;
    if (box.west > nw[0] && box.north > nw[1] && box.east < se[0] && box.south < se[1]) return;
    [-256, 0, 256].forEach(function (turn) {
      const turned = Object.assign({}, view, {
        x: view.x - turn * view.scale,
        box: {west: box.west - turn, east: box.east - turn, north: box.north, south: box.south},
      });
      shapes.fill(ctx, model.far[0].rings, turned, colours.land);
      shapes.stroke(ctx, model.kinds.f, turned, colours.coast, 0.8);
      shapes.stroke(ctx, model.kinds.g, turned, colours.border, 0.8);
    });
  }

  /** Rank of the least river that is drawn at a zoom: 1 the greatest, 12 a brook. */
  function leastRank(zoom) {
    return zoom < 4 ? 4 : zoom < 5 ? 6 : zoom < 6 ? 7 : zoom < 7 ? 9 : 12;
  }

  function drawRivers(ctx, model, view, colours) {
    ctx.lineJoin = ctx.lineCap = 'round';
    const grown = Math.min(2.8, Math.max(1, 1 + (view.zoom - 5) * 0.4));
    model.rivers.forEach(function (river) {
      if (river.rank > leastRank(view.zoom) && !(river.zoom <= view.zoom + 1)) return;
      const width = river.rank <= 3 ? 1.3 : river.code ? 1.05 : 0.7;
      shapes.stroke(ctx, river.arcs, view, colours.river, width * grown);
    });
  }

  function drawRelief(ctx, relief, bounds, view) {
    const picture = relief.picture, box = view.box;
    if (!relief.shown || !picture.complete || !picture.naturalWidth) return;
    const nw = shapes.mercator(bounds[0][1], bounds[1][0]), se = shapes.mercator(bounds[1][1], bounds[0][0]);
    const west = Math.max(nw[0], box.west), east = Math.min(se[0], box.east);
    const north = Math.max(nw[1], box.north), south = Math.min(se[1], box.south);
    if (west >= east || north >= south) return;
    const kx = picture.naturalWidth / (se[0] - nw[0]), ky = picture.naturalHeight / (se[1] - nw[1]);
    ctx.save();
    ctx.globalAlpha = relief.opacity;
    ctx.globalCompositeOperation = 'multiply';
    ctx.drawImage(picture,
      (west - nw[0]) * kx, (north - nw[1]) * ky, (east - west) * kx, (south - north) * ky,
      west * view.scale - view.x, north * view.scale - view.y,
      (east - west) * view.scale, (south - north) * view.scale);
    ctx.restore();
  }

  function drawLakes(ctx, model, view, colours) {
    shapes.fill(ctx, [].concat(...model.lakes.map((lake) => lake.rings)), view, colours.lake);
    shapes.stroke(ctx, model.kinds.l, view, colours.coast, 0.6);
  }

  function drawLines(ctx, model, view, colours) {
    ctx.lineJoin = 'round';
    ctx.lineCap = 'butt';
    if (view.zoom >= 3.5) shapes.stroke(ctx, model.kinds.p, view, colours.province, 0.7);
    if (view.zoom >= 5.5) shapes.stroke(ctx, model.kinds.q, view, colours.province, 0.7);
    shapes.stroke(ctx, model.kinds.c, view, colours.coast, 0.8);
    shapes.stroke(ctx, model.kinds.b, view, colours.border, 1.3);
  }

  /* ---------------------------------------------------------------- units by code */

  /** The units and rivers that codes name; codes that the map does not know are left out. */
  function resolved(model, codes) {
    const found = {units: [], rivers: [], points: []};
    [].concat(codes || []).forEach(function (code) {
      const item = model.byCode.get(code) || model.byCode.get(model.data.aliases[code]);
      if (!item) return;
      if (item.units) found.units.push(...item.units);
      if (item.river) found.rivers.push(item.river);
      if (item.at) found.points.push(item.at);
    });
    return found;
  }

  function marked(model, mark) {
    const found = resolved(model, mark.codes);
    return Object.assign({fill: COLOURS.mark, fillOpacity: 0.08, stroke: null, dash: [], weight: 1.3}, mark, {
      rings: shapes.joined(found.units),
      outline: shapes.outerSteps(found.units).map((step) => step.arc).filter((arc) => arc.kind !== 'e'),
      rivers: [].concat(...found.rivers.map((river) => river.arcs)),
    });
  }

  function tint(ctx, view, mark) {
    ctx.save();
    ctx.lineCap = ctx.lineJoin = 'round';
    ctx.globalAlpha = mark.fillOpacity;
    shapes.fill(ctx, mark.rings, view, mark.fill);
    // A river is a thin thing: its tint is a band, and stronger.
    ctx.globalAlpha = Math.min(1, 2.5 * mark.fillOpacity);
    shapes.stroke(ctx, mark.rivers, view, mark.fill, 10);
    ctx.restore();
  }

  function edge(ctx, view, mark) {
    if (!mark.stroke) return;
    ctx.save();
    ctx.setLineDash(mark.dash);
    shapes.stroke(ctx, mark.outline, view, mark.stroke, mark.weight);
    shapes.stroke(ctx, mark.rivers, view, mark.stroke, mark.weight + 0.5);
    ctx.restore();
  }

  function nearest(points, to) {
    const away = (p) => Math.hypot(p[0] - to[0], (p[1] - to[1]) * Math.cos(to[0] * Math.PI / 180));
    return L.latLng(points.reduce((best, p) => away(p) < away(best) ? p : best));
  }

  function vertices(rivers) {
    const points = [];
    rivers.forEach((river) => river.arcs.forEach(function (arc) {
      for (let i = 0; i < arc.points.length; i += 2) {
        const at = L.CRS.EPSG3857.pointToLatLng(L.point(arc.points[i], arc.points[i + 1]), 0);
        points.push([at.lat, at.lng]);
      }
    }));
    return points;
  }

  /* ---------------------------------------------------------------- a canvas that follows the map */

  /** Points of a canvas to a pixel: what the map's option `ratio` says, else what the screen has. */
  function ratioOf(map) {
    return map.options.ratio || Math.min(window.devicePixelRatio || 1, 2);
  }

  /** A canvas in a pane of its own, moved and scaled with the map; `_paint(ctx, view)` fills it. */
  L.AtlasCanvas = L.Renderer.extend({
    getEvents: function () {
      return Object.assign(L.Renderer.prototype.getEvents.call(this), {move: this._onMove});
    },

    _initContainer: function () {
      this._container = L.DomUtil.create('canvas', 'atlas-canvas');
      this._container.setAttribute('aria-hidden', 'true');
      this._container.style.pointerEvents = 'none';
    },

    _destroyContainer: function () {
      L.DomUtil.remove(this._container);
      delete this._container;
      delete this._bounds;
    },

    /** A long drag is followed before the margin runs out. */
    _onMove: function () {
      const map = this._map;
      if (!this.options.padding || map._animatingZoom || map.getZoom() !== this._zoom) return;
      const corner = map.containerPointToLayerPoint([0, 0]);
      if (!this._bounds.contains(L.bounds(corner, corner.add(map.getSize())))) this._update();
    },

    _update: function () {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this._redraw();
    },

    _redraw: function () {
      if (!this._map || !this._bounds || this._map._animatingZoom) return;
      const canvas = this._container, min = this._bounds.min, size = this._bounds.getSize();
      const ratio = ratioOf(this._map);
      const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = size.x + 'px';
        canvas.style.height = size.y + 'px';
      }
      L.DomUtil.setPosition(canvas, min);
      if (!width || !height) return;
      const ctx = canvas.getContext('2d');
      ctx.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
      ctx.clearRect(min.x, min.y, size.x, size.y);
      this._paint(ctx, shapes.view(this._map, this._bounds));
    },
  });

  function ownPane(map, pane) {
    const element = map.getPane(pane.name) || map.createPane(pane.name);
    element.style.zIndex = pane.zIndex;
    element.style.pointerEvents = 'none';
  }

  /* ---------------------------------------------------------------- the layer */

  /**
   * @param {Object} data window.ATLAS_BASEMAP.
   * @param {Object} [options]
   * @param {('en'|'ko'|'zh')} [options.lang='en'] language of the names.
   * @param {?{url: string, opacity: number}} [options.relief=null] picture of the relief (same
   *   bounds as the data, Web Mercator); hidden and not fetched until `setRelief(true)`.
   * @param {Object<string, string>} [options.strings] other names, by code or by English name.
   * @param {Object<string, string>} [options.colours] other colours, for a dark room say.
   */
  L.AtlasBasemap = L.AtlasCanvas.extend({
    options: {pane: BASE_PANE.name, padding: MARGIN, lang: 'en', relief: null, strings: {}, colours: {}},

    initialize: function (data, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._model = shapes.decoded(data);
      this._colours = Object.assign({}, COLOURS, this.options.colours);
      this._chosen = [];
      this._marks = [];
      this._relief = null;
      this.options.attribution = this.options.attribution || data.credit;
      this._names = new L.AtlasLabels(this, {pane: LABEL_PANE.name});
    },

    onAdd: function (map) {
      ownPane(map, BASE_PANE);
      ownPane(map, LABEL_PANE);
      this._fitMargin();
      map.getContainer().style.background = this._colours.sea;
      L.AtlasCanvas.prototype.onAdd.call(this, map);
      map.addLayer(this._names);
    },

    onRemove: function (map) {
      map.removeLayer(this._names);
      L.AtlasCanvas.prototype.onRemove.call(this, map);
    },

    /** Shows or hides the relief, which is fetched when first shown. Nothing without `options.relief`. */
    setRelief: function (shown) {
      const relief = this.options.relief;
      if (!relief || (!shown && !this._relief)) return this;
      if (!this._relief) {
        this._relief = {picture: new Image(), opacity: relief.opacity === undefined ? 0.35 : relief.opacity};
        this._relief.picture.onload = () => this._redraw();
        this._relief.picture.src = relief.url;
      }
      this._relief.shown = Boolean(shown);
      this._redraw();
      return this;
    },

    /** @returns {Promise} kept when all is drawn, the relief too if it is shown. */
    complete: function () {
      return this._relief ? this._relief.picture.decode().then(() => this._redraw()) : Promise.resolve();
    },

    /** @param {string[]} codes ISO 3166-1 alpha-2: these countries are drawn lighter. */
    setCountries: function (codes) {
      this._chosen = shapes.joined(resolved(this._model, codes).units);
      this._redraw();
      return this;
    },

    /**
     * Tints and outlines units, in place of those marked before.
     * @param {Array<{codes: string[], fill: string, fillOpacity: number, stroke: string,
     *   dash: number[], weight: number}>} marks codes are ISO 3166-1, ISO 3166-2 or `river:Name`;
     *   the units of one mark get one common outline.
     */
    highlight: function (marks) {
      this._marks = (marks || []).map((mark) => marked(this._model, mark));
      this._redraw();
      return this;
    },

    /**
     * A point that stands for the units together: of one its label point; of several their middle
     * if it lies in one of them, else the label point nearest to it; of rivers a point on a river.
     * @param {string|string[]} codes
     * @returns {?L.LatLng} null where no code is known.
     */
    anchor: function (codes) {
      const found = resolved(this._model, codes), points = found.points;
      if (points.length < 2) return points.length ? L.latLng(points[0]) : null;
      const middle = [0, 1].map((k) => points.reduce((sum, at) => sum + at[k], 0) / points.length);
      if (!found.units.length) return nearest(vertices(found.rivers), middle);
      const at = shapes.mercator(middle[1], middle[0]);
      return found.units.some((unit) => shapes.inside(unit, at)) ? L.latLng(middle) : nearest(points, middle);
    },

    /** @returns {?string} code of the unit (province, else country) at a point; null at sea. */
    unitAt: function (latlng) {
      const at = shapes.mercator(latlng.lng, latlng.lat);
      const unit = this._model.units.find((one) => shapes.inside(one, at));
      return unit ? unit.code : null;
    },

    /** @param {?function(): Array<{x, y, w, h}>} fn boxes in container pixels that names avoid. */
    setObstacles: function (fn) {
      this._names.setObstacles(fn);
      return this;
    },

    /** @param {('en'|'ko'|'zh')} lang */
    setLang: function (lang) {
      this.options.lang = lang;
      return this.redrawLabels();
    },

    /** Places the names anew, for instance after journeys changed. */
    redrawLabels: function () {
      this._names.redraw();
      return this;
    },

    /** @returns {Array<{text, kind, x, y, w, h}>} the names as drawn now, in container pixels. */
    labels: function () {
      return this._names.drawn();
    },

    _fitMargin: function () {
      if (!this._map.options.dragging) return void (this.options.padding = 0);
      const size = this._map.getSize(), ratio = ratioOf(this._map);
      const sides = Math.sqrt(MOST_PIXELS / Math.max(size.x * size.y * ratio * ratio, 1));
      this.options.padding = Math.max(0.1, Math.min(MARGIN, (sides - 1) / 2));
    },

    _paint: function (ctx, view) {
      const model = this._model, colours = this._colours, min = this._bounds.min, size = this._bounds.getSize();
      ctx.fillStyle = colours.sea;
      ctx.fillRect(min.x, min.y, size.x, size.y);
      drawFar(ctx, model, view, colours);
      shapes.fill(ctx, model.land, view, colours.land);
      shapes.fill(ctx, this._chosen, view, colours.chosen);
      if (this._relief) drawRelief(ctx, this._relief, model.data.bounds, view);
      drawRivers(ctx, model, view, colours);
      drawLakes(ctx, model, view, colours);
      this._marks.forEach((mark) => tint(ctx, view, mark));
      drawLines(ctx, model, view, colours);
      this._marks.forEach((mark) => edge(ctx, view, mark));
    },
  });
})(window.L);
