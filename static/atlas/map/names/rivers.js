/* Names of rivers, along a stretch that is straight enough for them. */
import { turnedBox } from "../plane/rectangles.js";
import { lookIn, sizeOf } from "./looks.js";
import { clamp } from "./placement.js";

const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9]; // of a run

/** @param {Placing} placing @param {Written<River>} river */
export function placeRiver({ measure, sheet, world }, river) {
  const look = lookIn(world, "river", clamp(11.5, 11.5 + (world.zoom - 5) * 0.6, 14));
  const { px } = look;
  const lines = [river.text];
  const size = sizeOf(measure, lines, look);
  const stretches = runsInView(world, river).flatMap((run) => stretchesOf(run, size, px));
  stretches.sort((a, b) => a.cost - b.cost);
  const best = sheet.choose(stretches.flatMap((stretch) => bothSides(stretch, size, px)));
  if (!best) return;
  const { x, y, angle, box } = best;
  sheet.take({ text: river.text, kind: "river", lines, look, x, y, angle, boxes: [box] });
}

/**
 * The parts of a river that are in view, each as points of the map's window.
 * @param {World} world @param {River} river
 */
function runsInView(world, { arcs }) {
  /** @type {XY[][]} */
  const runs = [];
  for (const { points } of arcs) {
    /** @type {XY[] | null} */
    let run = null;
    for (let i = 0; i < points.length; i += 2) {
      const at = world.pointOf(points[i], points[i + 1]);
      if (!world.within(at, 0)) run = null;
      else if (run) run.push(at);
      else runs.push((run = [at]));
    }
  }
  return runs.filter((run) => run.length > 1);
}

/**
 * The stretches of a run that can carry a name, each with what it costs to read it there.
 * @param {XY[]} run @param {Size} size @param {number} px of the letters
 */
export function stretchesOf(run, size, px) {
  const along = measured(run);
  const total = along[along.length - 1];
  if (total < size.w * 1.15) return [];
  return PARTS.flatMap((part) => {
    const s = part * total;
    if (s < size.w / 2 || s > total - size.w / 2) return [];
    const stretch = stretchAt(run, along, s, size.w);
    if (stretch.straight < 0.7 || stretch.bend > 2.4 * px) return [];
    const cost = stretch.bend / px + 2 * Math.abs(part - 0.5) + 0.9 * Math.abs(stretch.angle) - total / 2000;
    return [{ ...stretch, cost }];
  });
}

/**
 * Above and below a stretch.
 * @param {{ middle: XY, normal: XY, angle: number, above: number, below: number }} stretch
 * @param {Size} size @param {number} px
 */
function bothSides({ middle, normal, angle, above, below }, size, px) {
  return [above - px * 0.62, below + px * 0.68].map((away) => {
    const at = { x: middle.x + normal.x * away, y: middle.y + normal.y * away };
    return { ...at, angle, box: turnedBox(at, size, angle) };
  });
}

/**
 * How far each point of a run lies along it.
 * @param {XY[]} run
 */
function measured(run) {
  const along = [0];
  for (let i = 1; i < run.length; i++) {
    along.push(along[i - 1] + Math.hypot(run[i].x - run[i - 1].x, run[i].y - run[i - 1].y));
  }
  return along;
}

/** @param {XY[]} run @param {number[]} along @param {number} s @returns {XY} */
function pointAt(run, along, s) {
  let i = 1;
  while (i < run.length - 1 && along[i] < s) i++;
  const part = (s - along[i - 1]) / Math.max(along[i] - along[i - 1], 1e-6);
  return {
    x: run[i - 1].x + (run[i].x - run[i - 1].x) * part,
    y: run[i - 1].y + (run[i].y - run[i - 1].y) * part,
  };
}

/**
 * A stretch of a run: its middle, its angle, and how far it bends to both sides of a name on it.
 * @param {XY[]} run @param {number[]} along @param {number} s @param {number} width
 */
function stretchAt(run, along, s, width) {
  const a = pointAt(run, along, s - width / 2);
  const b = pointAt(run, along, s + width / 2);
  let angle = Math.atan2(b.y - a.y, b.x - a.x);
  if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
  const normal = { x: -Math.sin(angle), y: Math.cos(angle) };
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  let above = 0;
  let below = 0;
  for (let t = -0.5; t <= 0.5; t += 0.1) {
    const p = pointAt(run, along, s + t * width);
    const away = (p.x - middle.x) * normal.x + (p.y - middle.y) * normal.y;
    above = Math.min(above, away);
    below = Math.max(below, away);
  }
  const straight = Math.hypot(b.x - a.x, b.y - a.y) / width;
  return { middle, normal, angle, above, below, bend: below - above, straight };
}
