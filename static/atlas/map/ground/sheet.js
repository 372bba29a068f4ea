/* The layers of the paper map, from the sea upwards. */
import { mercator } from "../plane/projection.js";
import { isDark } from "../../colours/palette.js";
import { fill, stroke } from "./tracing.js";

/** As `colours.css` names them. @type {Colours} */
export const COLOURS = {
  sea: "var(--sea)",
  land: "var(--land)",
  chosen: "var(--chosen)",
  province: "var(--province)",
  border: "var(--border)",
  coast: "var(--coast)",
  river: "var(--river)",
  lake: "var(--sea)",
  waterName: "var(--water-name)",
  countryName: "var(--land-name)",
  provinceName: "var(--land-name)",
  town: "var(--ink)",
  townMark: "var(--many)",
  halo: "var(--halo)",
};
const DEEPER = 2;
const WORLD_TURNS = [-256, 0, 256];

/**
 * Draws everything but names on a canvas.
 * @param {CanvasRenderingContext2D} ctx @param {Model} model @param {View} view
 * @param {{ chosen: Ring[], marks: AreaMark[], relief: Relief | null }} what
 */
export function paint(ctx, model, view, { chosen, marks, relief }) {
  drawFar(ctx, model, view);
  fill(ctx, model.land, view, COLOURS.land);
  fill(ctx, chosen, view, COLOURS.chosen);
  if (relief) drawRelief(ctx, relief, model.data.bounds, view);
  drawRivers(ctx, model, view);
  drawLakes(ctx, model, view);
  marks.forEach((mark) => tint(ctx, view, mark));
  drawLines(ctx, model, view);
  marks.forEach((mark) => edge(ctx, view, mark));
}

/**
 * The corners of the detailed map, north-west and south-east, in world points.
 * @param {LatLon[]} bounds south-west and north-east
 */
function corners([southWest, northEast]) {
  return { nw: mercator(southWest[1], northEast[0]), se: mercator(northEast[1], southWest[0]) };
}

/** @param {CanvasRenderingContext2D} ctx @param {Model} model @param {View} view */
function drawFar(ctx, model, view) {
  const { nw, se } = corners(model.data.bounds);
  const { box } = view;
  if (box.west > nw[0] && box.north > nw[1] && box.east < se[0] && box.south < se[1]) return;
  for (const turn of WORLD_TURNS) {
    const turnedBox = { ...box, west: box.west - turn, east: box.east - turn };
    const turned = { ...view, x: view.x - turn * view.scale, box: turnedBox };
    fill(ctx, model.far[0].rings, turned, COLOURS.land);
    stroke(ctx, model.kinds.f, turned, COLOURS.coast, 0.8);
    stroke(ctx, model.kinds.g, turned, COLOURS.border, 0.8);
  }
}

/**
 * Rank of the least river that is drawn at a zoom: 1 the greatest, 12 a brook.
 * @param {number} zoom
 */
function leastRank(zoom) {
  if (zoom < 4) return 4;
  if (zoom < 5) return 6;
  if (zoom < 6) return 7;
  return zoom < 7 ? 9 : 12;
}

/** @param {CanvasRenderingContext2D} ctx @param {Model} model @param {View} view */
function drawRivers(ctx, model, view) {
  ctx.lineJoin = ctx.lineCap = "round";
  const grown = Math.min(2.8, Math.max(1, 1 + (view.zoom - 5) * 0.4));
  for (const river of model.rivers) {
    if (river.rank > leastRank(view.zoom) && !(river.zoom <= view.zoom + 1)) continue;
    const width = river.rank <= 3 ? 1.3 : river.code ? 1.05 : 0.7;
    stroke(ctx, river.arcs, view, COLOURS.river, width * grown);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Relief} relief @param {LatLon[]} bounds
 * @param {View} view
 */
function drawRelief(ctx, { shown, picture, opacity }, bounds, view) {
  if (!shown || !picture.complete || !picture.naturalWidth) return;
  const { nw, se } = corners(bounds);
  const west = Math.max(nw[0], view.box.west);
  const east = Math.min(se[0], view.box.east);
  const north = Math.max(nw[1], view.box.north);
  const south = Math.min(se[1], view.box.south);
  if (west >= east || north >= south) return;
  const kx = picture.naturalWidth / (se[0] - nw[0]);
  const ky = picture.naturalHeight / (se[1] - nw[1]);
  const { scale } = view;
  ctx.save();
  // A shadow on what is dark already must be deeper to be seen.
  ctx.globalAlpha = isDark() ? Math.min(1, opacity * DEEPER) : opacity;
  ctx.globalCompositeOperation = "multiply";
  ctx.drawImage(
    picture,
    ...[(west - nw[0]) * kx, (north - nw[1]) * ky, (east - west) * kx, (south - north) * ky],
    ...[west * scale - view.x, north * scale - view.y, (east - west) * scale, (south - north) * scale],
  );
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Model} model @param {View} view */
function drawLakes(ctx, model, view) {
  const rings = model.lakes.flatMap((lake) => lake.rings);
  fill(ctx, rings, view, COLOURS.lake);
  stroke(ctx, model.kinds.l, view, COLOURS.coast, 0.6);
}

/** @param {CanvasRenderingContext2D} ctx @param {Model} model @param {View} view */
function drawLines(ctx, model, view) {
  ctx.lineJoin = "round";
  ctx.lineCap = "butt";
  if (view.zoom >= 3.5) stroke(ctx, model.kinds.p, view, COLOURS.province, 0.7);
  if (view.zoom >= 5.5) stroke(ctx, model.kinds.q, view, COLOURS.province, 0.7);
  stroke(ctx, model.kinds.c, view, COLOURS.coast, 0.8);
  stroke(ctx, model.kinds.b, view, COLOURS.border, 1.3);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {AreaMark} mark */
function tint(ctx, view, mark) {
  ctx.save();
  ctx.lineCap = ctx.lineJoin = "round";
  ctx.globalAlpha = mark.fillOpacity;
  fill(ctx, mark.rings, view, mark.fill);
  // A river is a thin thing: its tint is a band, and stronger.
  ctx.globalAlpha = Math.min(1, 2.5 * mark.fillOpacity);
  stroke(ctx, mark.rivers, view, mark.fill, 10);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {AreaMark} mark */
function edge(ctx, view, mark) {
  if (!mark.stroke) return;
  ctx.save();
  ctx.setLineDash(mark.dash);
  stroke(ctx, mark.outline, view, mark.stroke, mark.weight);
  stroke(ctx, mark.rivers, view, mark.stroke, mark.weight + 0.5);
  ctx.restore();
}
