/* Lines, arrowheads, dots and soft circles on a canvas. */
import { along, distance } from "../plane/curves.js";

/** The dashes of a leg by how its route is known. @type {Record<string, number[]>} */
export const DASH = { stated: [], inferred: [9, 6], external: [13, 5, 3, 5], schematic: [1, 6] };
export const CASING = "rgba(255,255,255,.85)";
const LEAST_ARROW_PX = 28;

/**
 * Begins the path of a curve.
 * @param {CanvasRenderingContext2D} context @param {Curve} curve
 */
export function trace(context, { a, b, c }) {
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.quadraticCurveTo(c.x, c.y, b.x, b.y);
}

/**
 * @param {CanvasRenderingContext2D} context @param {Curve} curve @param {string} colour
 * @param {number} width @param {number[]} dash @param {boolean} cased with a light edge
 */
export function stroke(context, curve, colour, width, dash, cased) {
  trace(context, curve);
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

/**
 * One small arrowhead in the middle of a curve that is long enough for it.
 * @param {CanvasRenderingContext2D} context @param {Curve} curve @param {string} colour
 * @param {number} width of the line
 */
export function arrow(context, curve, colour, width) {
  if (distance(curve.a, curve.b) < LEAST_ARROW_PX) return;
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

/**
 * The circle within which a place lies that is known only so far.
 * @param {CanvasRenderingContext2D} context @param {XY} point @param {number} radius
 * @param {string} colour
 */
export function softCircle(context, point, radius, colour) {
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

/**
 * The light of a stop that was just reached; it goes out from 1 to 0.
 * @param {CanvasRenderingContext2D} context @param {XY} point @param {string} colour
 * @param {number} light
 */
export function halo(context, point, colour, light) {
  if (light <= 0 || light > 1) return;
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * light * 0.35;
  context.beginPath();
  context.arc(point.x, point.y, 7 + 9 * light, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = alpha;
}

/**
 * @param {CanvasRenderingContext2D} context @param {XY} point @param {string} colour
 * @param {number} radius
 */
export function dot(context, point, colour, radius) {
  context.beginPath();
  context.arc(point.x, point.y, radius, 0, 2 * Math.PI);
  context.fillStyle = "#fff";
  context.strokeStyle = colour;
  context.lineWidth = radius / 2;
  context.fill();
  context.stroke();
}
