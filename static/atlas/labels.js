/**
 * The names of L.AtlasBasemap: which are drawn, where, and that none lies on another. Loaded after
 * basemap.js. Names are placed one after the other, the most important first, each at the first
 * of its positions that is free; one that finds none is left out.
 */
(function (L) {
  'use strict';

  const shapes = L.atlasShapes;
  const SERIF = '"Source Serif", "Source Serif 4", Georgia, "Noto Serif", "Noto Serif CJK KR", serif';
  const SANS = '"Source Sans", "Source Sans 3", "Noto Sans", "Noto Sans CJK KR", system-ui, sans-serif';
  const MASK_PX = 3;     // side of a point of the picture that tells land from sea
  const GAP_PX = 3;      // kept free around every name
  const MARGIN_PX = 5;   // and along the edge of the map
  const STEP_PX = 5;     // between points that are asked whether they lie at sea
  const GREAT_RIVER = 3; // rank: rivers up to here, and border rivers, are named before the towns
  // Where else the name of a sea may stand, in heights of a letter from its point.
  const SEA_SHIFTS = [[0, 0], [0, -1.5], [0, 1.5], [2.5, 0], [-2.5, 0], [2.5, 2], [-2.5, 2], [0, -3], [0, 3],
    [4, -2], [-4, -2], [4, 3], [-4, 3]];

  const clamp = (low, value, high) => Math.max(low, Math.min(high, value));

  /* ------------------------------------------------------------------ how a kind of name looks */

  const style = (face, px, spacing, colour, halo) =>
    ({font: face.replace('*', px + 'px'), px: px, spacing: spacing, colour: colour, halo: halo});

  const STYLES = {
    country: (px, colours) => style('400 * ' + SERIF, px, px * 0.17, colours.countryName, 3),
    sea: (px, colours) => style('italic 400 * ' + SERIF, px, px * 0.1, colours.waterName, 0),
    lake: (px, colours) => style('italic 400 * ' + SERIF, px, 0.2, colours.waterName, 2.5),
    river: (px, colours) => style('italic 400 * ' + SERIF, px, 0.4, colours.waterName, 2.5),
    capital: (px, colours) => style('600 * ' + SANS, px, 0, colours.town, 3),
    town: (px, colours) => style('400 * ' + SANS, px, 0, colours.town, 3),
    province: (px, colours) => style('400 * ' + SERIF, px, px * 0.12, colours.provinceName, 2.5),
  };

  const widths = new Map();

  function setFont(ctx, style) {
    ctx.font = style.font;
    if ('letterSpacing' in ctx) ctx.letterSpacing = style.spacing + 'px';
  }

  /** Where the browser cannot space letters, hair spaces do. */
  function spaced(ctx, line, style) {
    return style.spacing < 1 || 'letterSpacing' in ctx ? line : Array.from(line).join('\u200a');
  }

  function widthOf(ctx, line, style) {
    const key = style.font + style.spacing + line;
    if (!widths.has(key)) {
      setFont(ctx, style);
      widths.set(key, ctx.measureText(spaced(ctx, line, style)).width);
    }
    return widths.get(key);
  }

  function sizeOf(ctx, lines, style) {
    return {
      w: Math.max(...lines.map((line) => widthOf(ctx, line, style))),
      h: style.px * 1.18 * lines.length,
    };
  }

  /* ------------------------------------------------------------------ what is taken already */

  /** Boxes that are taken, in container pixels. */
  function Sheet(size, obstacles, marks) {
    this.size = size;
    this.obstacles = obstacles;
    this.marks = marks;    // where towns wait for their name: better not covered
    this.placed = [];
  }

  Sheet.prototype = {
    fits: function (box) {
      return box.x >= MARGIN_PX && box.y >= MARGIN_PX &&
        box.x + box.w <= this.size.x - MARGIN_PX && box.y + box.h <= this.size.y - MARGIN_PX;
    },
    free: function (box) {
      return !this.obstacles.some((other) => overlap(box, other, 1)) &&
        !this.placed.some((label) => label.boxes.some((other) => overlap(box, other, GAP_PX)));
    },
    /** The first spot that is free and covers no town; else the first that is free; else none. */
    choose: function (spots, own) {
      const free = spots.filter((spot) => this.fits(spot.box) && this.free(spot.box));
      return free.find((spot) => !this.marks.some((mark) => mark.of !== own && overlap(spot.box, mark, 0))) || free[0];
    },
    take: function (label) {
      this.placed.push(label);
      return label;
    },
  };

  function overlap(a, b, gap) {
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
  }

  function around(x, y, size) {
    return {x: x - size.w / 2, y: y - size.h / 2, w: size.w, h: size.h};
  }

  /** The upright box around a name that is turned by an angle. */
  function turnedBox(x, y, size, angle) {
    const cos = Math.abs(Math.cos(angle)), sin = Math.abs(Math.sin(angle));
    return around(x, y, {w: size.w * cos + size.h * sin, h: size.w * sin + size.h * cos});
  }

  function label(item, lines, style, x, y, box, extra) {
    return Object.assign({
      text: item.text, kind: item.kind, lines: lines, style: style, x: x, y: y, angle: 0, boxes: [box],
    }, extra);
  }

  /* ------------------------------------------------------------------ countries and provinces */

  /** A name on one line; on two where it has a space and one line is too wide for the land. */
  function folded(ctx, text, style, room) {
    const cut = text.indexOf(' ');
    if (cut < 0 || widthOf(ctx, text, style) <= room) return [text];
    const middle = text.length / 2;
    let best = cut;
    for (let i = cut; i >= 0; i = text.indexOf(' ', i + 1)) {
      if (Math.abs(i - middle) < Math.abs(best - middle)) best = i;
    }
    return [text.slice(0, best), text.slice(best + 1)];
  }

  function placeCountry(ctx, sheet, world, country) {
    if (country.room * world.degree < 5) return;
    const spot = countrySpot(world, country);
    if (!spot) return;
    const text = country.text.toUpperCase(), room = spot.room;
    const style = STYLES.country(Math.round(clamp(11, room * 0.27, 21) * 2) / 2, world.colours);
    const width = widthOf(ctx, text, style);
    // A corner of a country at the edge of the view is not worth a name that covers it.
    if (!spot.own && width > 2.6 * room) return;
    const spots = width > 3.2 * room ? besideCountry(ctx, world, country, text, style) : [];
    const lines = folded(ctx, text, style, 2.6 * room);
    const size = sizeOf(ctx, lines, style);
    [0, -1.3, 1.3, -2.6, 2.6].forEach(function (row) {
      const one = {x: spot.at.x, y: spot.at.y + row * style.px, lines: lines};
      if (isHome(world, country, one, spot.own ? 0 : size.w)) spots.push(one);
    });
    takeFirst(ctx, sheet, {text: country.text, kind: 'country'}, style, spots);
  }

  /** True where a name of this width would not stand in another country. */
  function isHome(world, country, spot, width) {
    return [-0.5, 0, 0.5].every((part) =>
      [undefined, country.code].includes((world.unitAt(spot.x + part * width, spot.y) || {}).country));
  }

  /** A narrow land has its name in the sea beside it, if no other land lies between. */
  function besideCountry(ctx, world, country, text, style) {
    const spots = [], at = world.point(country.at), room = country.room * world.degree;
    const lines = folded(ctx, text, style, widthOf(ctx, text, style) - 1);
    const size = sizeOf(ctx, lines, style), half = size.w / 2;
    [1, -1].forEach((side) => [0, -0.8, 0.8].forEach(function (row) {
      const y = at.y + row * room, shore = shoreFrom(world, country, at.x, y, side, 3 * room);
      if (shore === null) return;
      const x = shore + side * (half + 4);
      if (isSeaUnder(world, x, y, size, lines.length)) spots.push({x: x, y: y, lines: lines, atSea: true});
    }));
    return spots;
  }

  /** Where the country ends at the sea on a row of the map; null where another land comes first. */
  function shoreFrom(world, country, x, y, side, reach) {
    for (let away = 0; away <= reach; away += STEP_PX) {
      const unit = world.unitAt(x + side * away, y);
      if (unit && unit.country !== country.code) return null;
      if (!unit && isSea(world, x + side * away, x + side * (away + 30), y)) return x + side * away;
    }
    return null;
  }

  /** True where a name of so many lines would lie on nothing but sea. */
  function isSeaUnder(world, x, y, size, lines) {
    const rows = lines > 1 ? [y - size.h / 3, y + size.h / 3] : [y];
    return rows.every((row) => isSea(world, x - size.w / 2 - 3, x + size.w / 2 + 3, row));
  }

  function isSea(world, from, to, y) {
    const count = Math.max(1, Math.ceil(Math.abs(to - from) / STEP_PX));
    for (let i = 0; i <= count; i++) if (world.landAt(from + (to - from) * i / count, y)) return false;
    return true;
  }

  /** Its own point; where that is out of view, the middle of the largest part in view. */
  function countrySpot(world, country) {
    const own = {at: world.point(country.at), room: country.room * world.degree, own: true};
    if (world.within(own.at, 30)) return own;
    const cells = world.cells(), others = cells.filter((cell) => cell.country !== country.code);
    const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
    let best = null;
    cells.filter((cell) => cell.country === country.code).forEach(function (cell) {
      const room = Math.min(world.toEdge(cell), ...others.map((other) => apart(cell, other)));
      const cost = apart(cell, {x: world.size.x / 2, y: world.size.y / 2}) / 12 - room;
      if (!best || cost < best.cost) best = {at: cell, room: Math.min(room, own.room), cost: cost};
    });
    return best;
  }

  function placeProvince(ctx, sheet, world, unit) {
    const room = unit.room * world.degree;
    if (room < 26) return;
    const style = STYLES.province(clamp(9.5, room * 0.16, 12), world.colours);
    const at = world.point(unit.at), lines = folded(ctx, unit.text, style, 2 * room);
    const spots = [0, -1.4, 1.4, -2.8, 2.8].map((row) => ({x: at.x, y: at.y + row * style.px, lines: lines}));
    takeFirst(ctx, sheet, {text: unit.text, kind: 'province'}, style, spots);
  }

  function takeFirst(ctx, sheet, item, style, spots) {
    spots.forEach((spot) => spot.box = around(spot.x, spot.y, sizeOf(ctx, spot.lines, style)));
    const spot = sheet.choose(spots);
    if (!spot) return null;
    const worn = spot.atSea ? Object.assign({}, style, {halo: 0}) : style;
    return sheet.take(label(item, spot.lines, worn, spot.x, spot.y, spot.box));
  }

  /* ------------------------------------------------------------------ seas, lakes, rivers */

  function placeWater(ctx, sheet, world, water) {
    if (sheet.placed.some((one) => one.code === water.code)) return;
    const lake = water.kind === 'lake';
    const style = STYLES[water.kind](lake ? 11.5 : clamp(12, 12 + (world.zoom - 4) * 1.5, 18), world.colours);
    const at = world.point(water.at), whole = [water.text], spots = [];
    const both = water.text.split(' / ');
    const broken = both.length > 1 ? [both[0] + ' /', both[1]] : folded(ctx, water.text, style, 0);
    const nearby = lake ? 3 : water.zoom[0] > 3 ? 5 : SEA_SHIFTS.length; // a gulf has no room to wander
    const shifts = SEA_SHIFTS.slice(0, nearby);
    (both.length > 1 ? [broken] : [whole, broken]).forEach((lines) => shifts.forEach(function (shift) {
      const size = sizeOf(ctx, lines, style), x = at.x + shift[0] * style.px, y = at.y + shift[1] * style.px;
      if (lake || isSeaUnder(world, x, y, size, lines.length)) spots.push({x: x, y: y, lines: lines});
    }));
    const placed = takeFirst(ctx, sheet, {text: water.text, kind: water.kind}, style, spots);
    if (placed) placed.code = water.code;
  }

  /** The parts of a river that are in view, each as points in container pixels. */
  function visibleRuns(world, river) {
    const runs = [];
    river.arcs.forEach(function (arc) {
      let run = null;
      for (let i = 0; i < arc.points.length; i += 2) {
        const at = world.pointOf(arc.points[i], arc.points[i + 1]);
        if (!world.within(at, 0)) run = null;
        else if (run) run.push(at);
        else runs.push(run = [at]);
      }
    });
    return runs.filter((run) => run.length > 1);
  }

  function measured(run) {
    const along = [0];
    for (let i = 1; i < run.length; i++) {
      along.push(along[i - 1] + Math.hypot(run[i].x - run[i - 1].x, run[i].y - run[i - 1].y));
    }
    return along;
  }

  function pointAt(run, along, s) {
    let i = 1;
    while (i < run.length - 1 && along[i] < s) i++;
    const part = (s - along[i - 1]) / Math.max(along[i] - along[i - 1], 1e-6);
    return {x: run[i - 1].x + (run[i].x - run[i - 1].x) * part, y: run[i - 1].y + (run[i].y - run[i - 1].y) * part};
  }

  /** A name over a stretch of the river: its middle, its angle, and how far the river bends. */
  function stretchSpot(run, along, s, size) {
    const a = pointAt(run, along, s - size.w / 2), b = pointAt(run, along, s + size.w / 2);
    let angle = Math.atan2(b.y - a.y, b.x - a.x);
    if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
    const nx = -Math.sin(angle), ny = Math.cos(angle), middle = {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
    let above = 0, below = 0;
    for (let t = -0.5; t <= 0.5; t += 0.1) {
      const p = pointAt(run, along, s + t * size.w);
      const away = (p.x - middle.x) * nx + (p.y - middle.y) * ny;
      above = Math.min(above, away);
      below = Math.max(below, away);
    }
    return {middle: middle, angle: angle, nx: nx, ny: ny, above: above, below: below, bend: below - above,
      straight: Math.hypot(b.x - a.x, b.y - a.y) / size.w};
  }

  function riverSpots(run, size, px) {
    const along = measured(run), total = along[along.length - 1], spots = [];
    if (total < size.w * 1.15) return spots;
    [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9].forEach(function (part) {
      const s = part * total;
      if (s < size.w / 2 || s > total - size.w / 2) return;
      const spot = stretchSpot(run, along, s, size);
      if (spot.straight < 0.7 || spot.bend > 2.4 * px) return;
      spot.cost = spot.bend / px + 2 * Math.abs(part - 0.5) + 0.9 * Math.abs(spot.angle) - total / 2000;
      spots.push(spot);
    });
    return spots;
  }

  function placeRiver(ctx, sheet, world, river) {
    const px = clamp(11.5, 11.5 + (world.zoom - 5) * 0.6, 14);
    const style = STYLES.river(px, world.colours), lines = [river.text];
    const size = sizeOf(ctx, lines, style), item = {text: river.text, kind: 'river'};
    const spots = [].concat(...visibleRuns(world, river).map((run) => riverSpots(run, size, px)));
    spots.sort((a, b) => a.cost - b.cost);
    const sides = [].concat(...spots.map((spot) => [-1, 1].map(function (side) {
      const away = side < 0 ? spot.above - px * 0.62 : spot.below + px * 0.68;
      const x = spot.middle.x + spot.nx * away, y = spot.middle.y + spot.ny * away;
      return {x: x, y: y, angle: spot.angle, box: turnedBox(x, y, size, spot.angle)};
    })));
    const best = sheet.choose(sides);
    if (best) sheet.take(label(item, lines, style, best.x, best.y, best.box, {angle: best.angle}));
  }

  /* ------------------------------------------------------------------ towns */

  /** Right, left, and the corners first; above and below only if nothing else is free. */
  function townSpots(at, size, reach) {
    const dx = reach + size.w / 2, dy = size.h * 0.62 + reach * 0.4;
    return [[dx, 0], [-dx, 0], [dx * 0.9, -dy * 0.7], [dx * 0.9, dy * 0.7], [-dx * 0.9, -dy * 0.7], [-dx * 0.9, dy * 0.7],
      [0, -dy - 1], [0, dy + 1]].map((d) => ({x: at.x + d[0], y: at.y + d[1]}));
  }

  function markRadius(town) {
    return town.capital ? 3 : 2.2;
  }

  function markBox(world, town) {
    const at = world.point(town.at), side = markRadius(town) * 2 + 1;
    return Object.assign(around(at.x, at.y, {w: side, h: side}), {of: town});
  }

  function placeTown(ctx, sheet, world, town) {
    const at = world.point(town.at), radius = markRadius(town), mark = markBox(world, town);
    if (!world.within(at, 8) || !sheet.free(mark)) return;
    const kind = town.capital ? 'capital' : 'town';
    const px = town.capital ? 13.5 : clamp(11.5, 13 - (town.zoom - 4) * 0.4 + (world.zoom - town.zoom) * 0.4, 13.5);
    const style = STYLES[kind](px, world.colours), lines = [town.text], size = sizeOf(ctx, lines, style);
    const spots = townSpots(at, size, radius + 3);
    spots.forEach((spot) => spot.box = around(spot.x, spot.y, size));
    const best = sheet.choose(spots, town);
    if (!best) return;
    sheet.take(label({text: town.text, kind: kind}, lines, style, best.x, best.y, best.box,
      {mark: {x: at.x, y: at.y, radius: radius}})).boxes.push(mark);
  }

  /* ------------------------------------------------------------------ drawing */

  function drawLabel(ctx, one, colours) {
    if (one.mark) drawMark(ctx, one.mark, one.kind === 'capital', colours);
    ctx.save();
    ctx.translate(one.x, one.y);
    ctx.rotate(one.angle);
    setFont(ctx, one.style);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.lineJoin = 'round';
    const step = one.style.px * 1.18, top = -(one.lines.length - 1) / 2 * step;
    one.lines.forEach(function (line, i) {
      const text = spaced(ctx, line, one.style), x = one.style.spacing / 2, y = top + i * step;
      if (one.style.halo) {
        ctx.globalAlpha = 0.8;
        ctx.lineWidth = one.style.halo;
        ctx.strokeStyle = colours.halo;
        ctx.strokeText(text, x, y);
        ctx.globalAlpha = 1;
      }
      ctx.fillStyle = one.style.colour;
      ctx.fillText(text, x, y);
    });
    ctx.restore();
  }

  function drawMark(ctx, mark, capital, colours) {
    ctx.beginPath();
    ctx.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
    ctx.fillStyle = colours.halo;
    ctx.fill();
    ctx.lineWidth = 1.1;
    ctx.strokeStyle = colours.townMark;
    ctx.stroke();
    if (!capital) return;
    ctx.beginPath();
    ctx.arc(mark.x, mark.y, 1.1, 0, 2 * Math.PI);
    ctx.fillStyle = colours.townMark;
    ctx.fill();
  }

  /* ------------------------------------------------------------------ the layer */

  /** What the map's own buttons and lines of credit cover. */
  function controlBoxes(map) {
    const origin = map.getContainer().getBoundingClientRect();
    return Array.from(map.getContainer().querySelectorAll('.leaflet-control')).map(function (control) {
      const box = control.getBoundingClientRect();
      return {x: box.left - origin.left, y: box.top - origin.top, w: box.width, h: box.height};
    });
  }

  /** Where there is land, asked of a small picture of it: a name asks this of many points. */
  function landMask(model, view, corner, size) {
    const width = Math.ceil(size.x / MASK_PX), height = Math.ceil(size.y / MASK_PX);
    if (!width || !height) return () => false;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const ctx = canvas.getContext('2d', {willReadFrequently: true});
    ctx.setTransform(1 / MASK_PX, 0, 0, 1 / MASK_PX, -corner.x / MASK_PX, -corner.y / MASK_PX);
    shapes.fill(ctx, model.land, view, '#000');
    const pixels = ctx.getImageData(0, 0, width, height).data;
    return function (x, y) {
      const column = Math.floor(x / MASK_PX), row = Math.floor(y / MASK_PX);
      return column >= 0 && row >= 0 && column < width && row < height && pixels[4 * (row * width + column) + 3] > 90;
    };
  }

  /** Points spread over the view, each with the country that it lies in (undefined at sea). */
  function gridOf(size, unitAt) {
    const columns = clamp(5, Math.round(size.x / 80), 20), rows = clamp(5, Math.round(size.y / 80), 14), cells = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const x = (column + 0.5) / columns * size.x, y = (row + 0.5) / rows * size.y;
        cells.push({x: x, y: y, country: (unitAt(x, y) || {}).country});
      }
    }
    return cells;
  }

  /** The names of a basemap, on a canvas of their own; made and driven by L.AtlasBasemap. */
  L.AtlasLabels = L.AtlasCanvas.extend({
    options: {padding: 0},

    initialize: function (basemap, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._basemap = basemap;
      this._obstacles = null;
      this._placed = [];
      if (document.fonts && document.fonts.ready) {
        document.fonts.ready.then(() => {
          widths.clear();
          this.redraw();
        });
      }
    },

    setObstacles: function (fn) {
      this._obstacles = fn;
      this.redraw();
    },

    redraw: function () {
      if (this._map && !this._map._animatingZoom) this._redraw();
    },

    drawn: function () {
      return this._placed.map((one) => Object.assign({text: one.text, kind: one.kind}, one.boxes[0]));
    },

    _paint: function (ctx, view) {
      const world = this._world(view), colours = this._basemap._colours;
      const obstacles = controlBoxes(this._map).concat(this._obstacles ? this._obstacles() || [] : []);
      const groups = this._groups(world), sheet = new Sheet(this._map.getSize(), obstacles, groups.marks);
      groups.forEach((group) => group.items.forEach((item) => group.place(ctx, sheet, world, item)));
      this._placed = sheet.placed;
      ctx.save();
      ctx.translate(this._bounds.min.x, this._bounds.min.y);
      sheet.placed.forEach((one) => drawLabel(ctx, one, colours));
      ctx.restore();
    },

    /** What is named at this zoom, group by group, the most important first. */
    _groups: function (world) {
      const model = this._basemap._model, data = model.data, zoom = world.zoom, name = this._name.bind(this);
      const named = (item) => Object.assign({text: name(item)}, item);
      const towns = data.towns.filter((row) => row[5] <= zoom + 0.05).map((row) => ({
        text: name({en: row[0], ko: row[1], zh: row[2]}), at: [row[3], row[4]], zoom: row[5], capital: row[6] === 1,
      }));
      const rivers = model.rivers.filter((river) => river.code && river.zoom <= zoom + 0.05).map(named);
      const great = (river) => river.rank <= GREAT_RIVER || river.code === 'river:Tumen' || river.code === 'river:Yalu';
      const countries = data.countries.map(named).sort((a, b) => b.room - a.room);
      const groups = [
        {place: placeCountry, items: countries},
        {place: placeTown, items: towns.filter((town) => town.capital)},
        {place: placeWater, items: data.waters.filter((water) => water.zoom[0] <= zoom + 0.05 && zoom <= water.zoom[1]).map(named)},
        {place: placeRiver, items: rivers.filter(great)},
        {place: placeTown, items: towns.filter((town) => !town.capital)},
        {place: placeRiver, items: rivers.filter((river) => !great(river))},
        {place: placeProvince, items: zoom < 5.5 ? [] : world.provinces.map(named)},
      ];
      groups.marks = towns.map((town) => markBox(world, town));
      return groups;
    },

    _name: function (item) {
      const options = this._basemap.options;
      return options.strings[item.code] || options.strings[item.en] || item[options.lang] || item.en;
    },

    /** What placing needs to know of the view; points are in container pixels. */
    _world: function (view) {
      const model = this._basemap._model, size = this._map.getSize(), corner = this._bounds.min;
      const pointOf = (x, y) => ({x: x * view.scale - view.x - corner.x, y: y * view.scale - view.y - corner.y});
      const seen = model.units.filter((unit) => unit.rings.some((ring) => shapes.meets(ring.box, view.box)));
      const landAt = landMask(model, view, corner, size);
      const unitAt = function (x, y) {
        if (!landAt(x, y)) return undefined;
        const at = [(x + view.x + corner.x) / view.scale, (y + view.y + corner.y) / view.scale];
        return seen.find((unit) => shapes.inside(unit, at, view.zoom));
      };
      let cells = null;
      return {
        zoom: view.zoom, size: size, colours: this._basemap._colours, degree: view.scale * 256 / 360, pointOf: pointOf,
        provinces: seen.filter((unit) => unit.at && unit.code !== unit.country),
        point: (latLon) => pointOf(...shapes.mercator(latLon[1], latLon[0])),
        within: (at, margin) => at.x >= margin && at.y >= margin && at.x <= size.x - margin && at.y <= size.y - margin,
        toEdge: (at) => Math.min(at.x, at.y, size.x - at.x, size.y - at.y),
        landAt: landAt, unitAt: unitAt,
        cells: () => cells = cells || gridOf(size, unitAt),
      };
    },
  });
})(window.L);
