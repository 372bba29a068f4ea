/**
 * The shapes of window.ATLAS_BASEMAP, made ready to be drawn: decoded from TopoJSON, simplified
 * by zoom, traced on a canvas. Loaded before basemap.js.
 *
 * A point is kept as x, y in pixels of zoom 0 in Web Mercator (0 to 256). An `arc` is a line that
 * is stored once, however many areas it bounds; a step in a ring is its number, ~number backwards.
 */
(function (L) {
  'use strict';

  const FULL_ZOOM = 9;         // from here on every vertex is drawn
  const TOLERANCE_PX = 0.45;   // before, what lies nearer than this to the line is left out

  function mercator(lon, lat) {
    const sin = Math.sin(lat * Math.PI / 180);
    return [(lon + 180) / 360 * 256, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 256];
  }

  /* ---------------------------------------------------------------- decoding */

  function emptyBox() {
    return {west: Infinity, north: Infinity, east: -Infinity, south: -Infinity};
  }

  function stretch(box, other) {
    box.west = Math.min(box.west, other.west);
    box.north = Math.min(box.north, other.north);
    box.east = Math.max(box.east, other.east);
    box.south = Math.max(box.south, other.south);
  }

  function decodedArc(steps, transform, kind) {
    const points = new Float64Array(steps.length * 2), box = emptyBox();
    let column = 0, row = 0;
    steps.forEach(function (step, i) {
      column += step[0];
      row += step[1];
      const at = mercator(column * transform.scale[0] + transform.translate[0],
        row * transform.scale[1] + transform.translate[1]);
      points[2 * i] = at[0];
      points[2 * i + 1] = at[1];
      stretch(box, {west: at[0], east: at[0], north: at[1], south: at[1]});
    });
    return {points: points, box: box, kind: kind, levels: []};
  }

  /** A ring is a list of {arc, backwards}, an area a list of rings; each with its box. */
  function decodedRing(numbers, arcs) {
    return boxed(numbers.map((n) => ({arc: arcs[n < 0 ? ~n : n], backwards: n < 0})));
  }

  function boxed(steps) {
    const box = emptyBox();
    steps.forEach((step) => stretch(box, step.arc.box));
    return {steps: steps, box: box};
  }

  function decodedAreas(geometries, arcs) {
    return geometries.map((geometry) => Object.assign({
      rings: [].concat(...geometry.arcs.map((polygon) => polygon.map((ring) => decodedRing(ring, arcs)))),
    }, geometry.properties));
  }

  function decodedRivers(geometries, arcs) {
    return geometries.map((geometry) => Object.assign({
      arcs: [].concat(...geometry.arcs).map((n) => arcs[n < 0 ? ~n : n]),
    }, geometry.properties));
  }

  /**
   * @param {Object} data window.ATLAS_BASEMAP
   * @returns {Object} `units`, `lakes`, `far` (areas), `rivers`, `kinds` (arcs by the letter of
   *   their kind), `land` (rings), `countries` by code, `byCode`: what a code stands for.
   */
  function decoded(data) {
    const topology = data.topology, objects = topology.objects, kinds = {};
    const arcs = topology.arcs.map((arc, i) => decodedArc(arc, topology.transform, topology.kinds[i]));
    arcs.forEach((arc) => (kinds[arc.kind] = kinds[arc.kind] || []).push(arc));
    const model = {
      data: data, kinds: kinds,
      units: decodedAreas(objects.units.geometries, arcs),
      lakes: decodedAreas(objects.lakes.geometries, arcs),
      far: decodedAreas(objects.far.geometries, arcs),
      rivers: decodedRivers(objects.rivers.geometries, arcs),
      countries: new Map(data.countries.map((country) => [country.code, country])),
    };
    model.land = joined(model.units);
    model.byCode = codes(model);
    return model;
  }

  function codes(model) {
    const found = new Map();
    model.units.forEach(function (unit) {
      if (unit.code !== unit.country) found.set(unit.code, {units: [unit], at: unit.at});
      const country = found.get(unit.country) || {units: [], at: (model.countries.get(unit.country) || {}).at};
      country.units.push(unit);
      found.set(unit.country, country);
    });
    model.rivers.filter((river) => river.code)
      .forEach((river) => found.set(river.code, {river: river, at: river.at}));
    return found;
  }

  /* ---------------------------------------------------------------- areas taken together */

  /** The steps that bound the areas together: arcs that only one of them has. */
  function outerSteps(areas) {
    const sides = new Map();
    areas.forEach((area) => area.rings.forEach((ring) => ring.steps.forEach(function (step) {
      if (sides.has(step.arc)) sides.set(step.arc, null);
      else sides.set(step.arc, step);
    })));
    return Array.from(sides.values()).filter(Boolean);
  }

  function ends(step) {
    const p = step.arc.points, first = p[0] + ' ' + p[1], last = p[p.length - 2] + ' ' + p[p.length - 1];
    return step.backwards ? [last, first] : [first, last];
  }

  /** One set of rings for several areas, without the lines between them. */
  function joined(areas) {
    const starting = new Map(), rings = [];
    const steps = outerSteps(areas).map((step) => ({step: step, ends: ends(step), used: false}));
    steps.forEach((one) => starting.set(one.ends[0], (starting.get(one.ends[0]) || []).concat(one)));
    steps.forEach(function (one) {
      if (one.used) return;
      const ring = [];
      for (let next = one; next; next = (starting.get(next.ends[1]) || []).find((other) => !other.used)) {
        next.used = true;
        ring.push(next.step);
      }
      rings.push(boxed(ring));
    });
    return rings;
  }

  /* ---------------------------------------------------------------- simplified by zoom */

  /** The points worth drawing at a zoom (Douglas and Peucker 1973), made once for each whole zoom. */
  function pointsAt(arc, zoom) {
    const level = Math.max(0, Math.floor(zoom));
    if (level >= FULL_ZOOM || arc.points.length <= 4) return arc.points;
    if (!arc.levels[level]) arc.levels[level] = simplified(arc.points, TOLERANCE_PX / Math.pow(2, level + 0.3));
    return arc.levels[level];
  }

  function simplified(points, tolerance) {
    const count = points.length / 2, keep = new Uint8Array(count), stack = [0, count - 1];
    let kept = 2;
    keep[0] = keep[count - 1] = 1;
    while (stack.length) {
      const last = stack.pop(), first = stack.pop(), far = farthest(points, first, last);
      if (far.away <= tolerance * tolerance) continue;
      keep[far.at] = 1;
      kept++;
      stack.push(first, far.at, far.at, last);
    }
    const result = new Float64Array(kept * 2);
    for (let i = 0, k = 0; i < count; i++) {
      if (!keep[i]) continue;
      result[k++] = points[2 * i];
      result[k++] = points[2 * i + 1];
    }
    return result;
  }

  /** The point between two that lies farthest from their chord, and its distance squared. */
  function farthest(points, first, last) {
    const ax = points[2 * first], ay = points[2 * first + 1];
    const dx = points[2 * last] - ax, dy = points[2 * last + 1] - ay, length = dx * dx + dy * dy;
    let at = first, most = 0;
    for (let i = first + 1; i < last; i++) {
      let x = points[2 * i] - ax, y = points[2 * i + 1] - ay;
      const part = length ? Math.max(0, Math.min(1, (x * dx + y * dy) / length)) : 0;
      x -= part * dx;
      y -= part * dy;
      if (x * x + y * y > most) {
        most = x * x + y * y;
        at = i;
      }
    }
    return {at: at, away: most};
  }

  /* ---------------------------------------------------------------- tracing */

  /** Where a canvas lies: layer pixel = world point * scale - origin; `box` in world points. */
  function view(map, bounds) {
    const scale = Math.pow(2, map.getZoom()), origin = map.getPixelOrigin();
    return {
      scale: scale, x: origin.x, y: origin.y, zoom: map.getZoom(),
      box: {
        west: (bounds.min.x + origin.x) / scale, north: (bounds.min.y + origin.y) / scale,
        east: (bounds.max.x + origin.x) / scale, south: (bounds.max.y + origin.y) / scale,
      },
    };
  }

  function meets(a, b) {
    return a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north;
  }

  function traceLine(ctx, points, seen) {
    ctx.moveTo(points[0] * seen.scale - seen.x, points[1] * seen.scale - seen.y);
    for (let i = 2; i < points.length; i += 2) {
      ctx.lineTo(points[i] * seen.scale - seen.x, points[i + 1] * seen.scale - seen.y);
    }
  }

  function traceStep(ctx, step, seen, first) {
    // An arc out of view may be cut short: what it encloses there is out of view as well.
    const p = meets(step.arc.box, seen.box) ? pointsAt(step.arc, seen.zoom) : short(step.arc);
    const last = p.length - 2;
    for (let k = 0; k <= last; k += 2) {
      const i = step.backwards ? last - k : k;
      const x = p[i] * seen.scale - seen.x, y = p[i + 1] * seen.scale - seen.y;
      if (first && k === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
  }

  function short(arc) {
    const p = arc.points, n = p.length;
    return [p[0], p[1], p[n - 2], p[n - 1]];
  }

  function fill(ctx, rings, seen, colour) {
    ctx.beginPath();
    rings.forEach(function (ring) {
      if (!meets(ring.box, seen.box)) return;
      ring.steps.forEach((step, i) => traceStep(ctx, step, seen, i === 0));
      ctx.closePath();
    });
    ctx.fillStyle = colour;
    ctx.fill();
  }

  function stroke(ctx, arcs, seen, colour, width) {
    ctx.beginPath();
    (arcs || []).forEach((arc) => meets(arc.box, seen.box) && traceLine(ctx, pointsAt(arc, seen.zoom), seen));
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }

  /** True where a world point lies in the area (even-odd rule), as it is drawn at a zoom or in full. */
  function inside(area, at, zoom) {
    let odd = false;
    area.rings.forEach(function (ring) {
      const box = ring.box;
      if (at[0] < box.west || at[0] > box.east || at[1] < box.north || at[1] > box.south) return;
      ring.steps.forEach((step) => odd = odd !== crossings(zoom === undefined ? step.arc.points : pointsAt(step.arc, zoom), at));
    });
    return odd;
  }

  function crossings(p, at) {
    let odd = false;
    for (let i = 2; i < p.length; i += 2) {
      if ((p[i + 1] > at[1]) !== (p[i - 1] > at[1]) &&
          at[0] < (p[i - 2] - p[i]) * (at[1] - p[i + 1]) / (p[i - 1] - p[i + 1]) + p[i]) odd = !odd;
    }
    return odd;
  }

  L.atlasShapes = {mercator, decoded, outerSteps, joined, view, meets, fill, stroke, inside};
})(window.L);
