/* Lines, arrowheads, dots and soft circles on a canvas. */
import { painted } from "../../colours/palette.js";
import { along, distance } from "../plane/curves.js";
import { metresPerPixel } from "../plane/projection.js";

/** @typedef {Record<string, number[]>} Dashes of a leg by how its route is known */
/** @type {Dashes} */
const DASH = {
  stated: [], inferred: [9, 6], external: [13, 5, 3, 5], schematic: [1, 6], sold: [3, 6, 3, 16],
};
/** @type {Dashes} The same on a thin line, which should still be read as one. */
const THIN = {
  stated: [], inferred: [5, 2.5], external: [9, 1.8, 1.6, 1.8], schematic: [1.6, 2], sold: [2, 2, 2, 7],
  sparse: [1.6, 4.6],
};
export const CASING = "var(--casing)";
const LEAST_ARROW_PX = 28;
/** Along and across a line, in pixels. @type {Partial<Record<Outcome, [number, number]>>} */
const ENDINGS = { arrived: [7, 7], "settled-elsewhere": [7, 7], returned: [7, 7], died: [3, 11] };
const LEAST_SOFT_PX = 20;
const FADE = 0.45; // of a leg

/**
 * Begins the path of a curve.
 * @param {CanvasRenderingContext2D} context @param {Curve} curve
 */
export function trace(context, { a, b, c, d }) {
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.bezierCurveTo(c.x, c.y, d.x, d.y, b.x, b.y);
}

/**
 * A colour that fades towards an end of a curve which lies only somewhere in an area.
 * @param {CanvasRenderingContext2D} context @param {Curve} curve @param {string} written
 * @param {boolean} start @param {boolean} end
 */
export function fading(context, { a, b }, written, start, end) {
  if (!start && !end) return written;
  const colour = painted(written);
  const gradient = context.createLinearGradient(a.x, a.y, b.x, b.y);
  gradient.addColorStop(0, start ? `${colour.slice(0, 7)}10` : colour);
  gradient.addColorStop(start ? FADE : 0, colour);
  gradient.addColorStop(end ? 1 - FADE : 1, colour);
  gradient.addColorStop(1, end ? `${colour.slice(0, 7)}10` : colour);
  return gradient;
}

/**
 * @param {CanvasRenderingContext2D} context @param {Curve} curve @param {string | CanvasGradient} colour
 * @param {number} width @param {string} style @param {boolean} cased with a light edge
 */
export function stroke(context, curve, colour, width, style, cased) {
  trace(context, curve);
  if (cased) {
    context.lineCap = "round";
    context.setLineDash([]);
    context.strokeStyle = painted(CASING);
    context.lineWidth = width + 2.6;
    context.stroke();
  }
  // A dot is the cap of a very short dash; thin lines have short ones.
  const dots = style === "schematic";
  context.setLineDash(cased ? DASH[style] : THIN[style]);
  context.lineCap = dots && cased ? "round" : "butt";
  context.strokeStyle = painted(colour);
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
  context.fillStyle = painted(colour);
  context.strokeStyle = painted(CASING);
  context.lineWidth = 1.2;
  context.stroke();
  context.fill();
}

/**
 * What became of those who travelled, near the end of their line: arrived a disc, settled in another
 * country a diamond, sent back to North Korea a square, died a bar across it. Of others a line says nothing.
 * @param {CanvasRenderingContext2D} context @param {Curve} curve @param {string} colour
 * @param {Outcome} outcome
 */
export function ending(context, curve, colour, outcome) {
  const [w, h] = ENDINGS[outcome] || [0, 0];
  if (!w) return;
  const [at, to] = [along(curve, 0.9), along(curve, 0.95)];
  context.save();
  context.translate(at.x, at.y);
  const turned = outcome === "settled-elsewhere" ? Math.PI / 4 : 0;
  context.rotate(Math.atan2(to.y - at.y, to.x - at.x) + turned);
  context.beginPath();
  context.roundRect(-w / 2, -h / 2, w, h, outcome === "arrived" ? w / 2 : 0);
  context.fillStyle = painted(colour);
  context.strokeStyle = painted(CASING);
  context.lineWidth = 2;
  context.stroke();
  context.fill();
  context.restore();
}

/**
 * The radius of a place's uncertainty on the screen, never too small to be seen.
 * @param {Mark} mark @param {number} zoom
 */
export function softRadius({ metres, lat }, zoom) {
  return Math.max(LEAST_SOFT_PX, (metres || 0) / metresPerPixel(lat, zoom));
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
  context.fillStyle = painted(colour);
  context.fill();
  context.globalAlpha = alpha * 0.8;
  context.setLineDash([4, 4]);
  context.strokeStyle = painted(colour);
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
  context.fillStyle = painted(colour);
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
  context.fillStyle = painted("var(--disc)");
  context.strokeStyle = painted(colour);
  context.lineWidth = radius / 2;
  context.fill();
  context.stroke();
}
