/* Areas and lines of the basemap traced on a canvas. */
import { meets } from "./boxes.js";
import { painted } from "../../colours/palette.js";
import { pointsAt } from "./simplify.js";

/**
 * Where a canvas lies: layer pixel = world point * scale - origin; `box` in world points.
 * @param {number} zoom @param {XY} origin @param {{ min: XY, max: XY }} bounds in layer pixels
 * @returns {View}
 */
export function viewOf(zoom, origin, { min, max }) {
  const scale = 2 ** zoom;
  const box = {
    west: (min.x + origin.x) / scale,
    north: (min.y + origin.y) / scale,
    east: (max.x + origin.x) / scale,
    south: (max.y + origin.y) / scale,
  };
  return { scale, x: origin.x, y: origin.y, zoom, box };
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Ring[]} rings @param {View} view
 * @param {string} colour
 */
export function fill(ctx, rings, view, colour) {
  ctx.beginPath();
  for (const ring of rings) {
    if (!meets(ring.box, view.box)) continue;
    ring.steps.forEach((step, i) => traceStep(ctx, step, view, i === 0));
    ctx.closePath();
  }
  ctx.fillStyle = painted(colour);
  ctx.fill();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Arc[] | undefined} arcs @param {View} view
 * @param {string} colour @param {number} width
 */
export function stroke(ctx, arcs, view, colour, width) {
  ctx.beginPath();
  for (const arc of arcs || []) {
    if (meets(arc.box, view.box)) traceLine(ctx, pointsAt(arc, view.zoom), view);
  }
  ctx.strokeStyle = painted(colour);
  ctx.lineWidth = width;
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Float64Array} points @param {View} view */
function traceLine(ctx, points, view) {
  ctx.moveTo(points[0] * view.scale - view.x, points[1] * view.scale - view.y);
  for (let i = 2; i < points.length; i += 2) {
    ctx.lineTo(points[i] * view.scale - view.x, points[i + 1] * view.scale - view.y);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {RingStep} step @param {View} view
 * @param {boolean} first
 */
function traceStep(ctx, { arc, backwards }, view, first) {
  // An arc out of view may be cut short: what it encloses there is out of view as well.
  const p = meets(arc.box, view.box) ? pointsAt(arc, view.zoom) : ends(arc);
  const last = p.length - 2;
  for (let k = 0; k <= last; k += 2) {
    const i = backwards ? last - k : k;
    const x = p[i] * view.scale - view.x;
    const y = p[i + 1] * view.scale - view.y;
    if (first && k === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
}

/** @param {Arc} arc */
function ends({ points }) {
  const n = points.length;
  return [points[0], points[1], points[n - 2], points[n - 1]];
}
