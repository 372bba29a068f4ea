/* Outlines of areas: several taken together as one, and what lies in them. */
import { emptyBox, holds, stretch } from "./boxes.js";
import { pointsAt } from "./simplify.js";

/**
 * A ring with its box.
 * @param {RingStep[]} steps @returns {Ring}
 */
export function ringOf(steps) {
  const box = emptyBox();
  steps.forEach((step) => stretch(box, step.arc.box));
  return { steps, box };
}

/**
 * The steps that bound the areas together: arcs that only one of them has.
 * @param {Area[]} areas @returns {RingStep[]}
 */
export function outerSteps(areas) {
  /** @type {Map<Arc, RingStep | null>} */
  const sides = new Map();
  for (const step of areas.flatMap((area) => area.rings).flatMap((ring) => ring.steps)) {
    sides.set(step.arc, sides.has(step.arc) ? null : step);
  }
  return [...sides.values()].filter((step) => step !== null);
}

/**
 * One set of rings for several areas, without the lines between them.
 * @param {Area[]} areas @returns {Ring[]}
 */
export function commonOutline(areas) {
  /** @typedef {{ step: RingStep, ends: [string, string], used: boolean }} Side */
  /** @type {Map<string, Side[]>} */
  const starting = new Map();
  /** @type {Side[]} */
  const sides = outerSteps(areas).map((step) => ({ step, ends: ends(step), used: false }));
  for (const side of sides) {
    const same = starting.get(side.ends[0]);
    if (same) same.push(side);
    else starting.set(side.ends[0], [side]);
  }
  const rings = [];
  for (const side of sides) {
    if (side.used) continue;
    const ring = [];
    /** @type {Side | undefined} */
    let next = side;
    while (next) {
      next.used = true;
      ring.push(next.step);
      next = starting.get(next.ends[1])?.find((other) => !other.used);
    }
    rings.push(ringOf(ring));
  }
  return rings;
}

/** @param {RingStep} step @returns {[string, string]} */
function ends({ arc, backwards }) {
  const p = arc.points;
  const first = `${p[0]} ${p[1]}`;
  const last = `${p[p.length - 2]} ${p[p.length - 1]}`;
  return backwards ? [last, first] : [first, last];
}

/**
 * True where a world point lies in the area (even-odd rule), as it is drawn at a zoom or in full.
 * @param {Area} area @param {[number, number]} at @param {number} [zoom]
 */
export function inside(area, at, zoom) {
  let odd = false;
  for (const ring of area.rings) {
    if (!holds(ring.box, at)) continue;
    for (const { arc } of ring.steps) {
      odd = odd !== crossings(zoom === undefined ? arc.points : pointsAt(arc, zoom), at);
    }
  }
  return odd;
}

/** @param {Float64Array} p @param {[number, number]} at */
function crossings(p, [x, y]) {
  let odd = false;
  for (let i = 2; i < p.length; i += 2) {
    if (p[i + 1] > y === p[i - 1] > y) continue;
    const across = ((p[i - 2] - p[i]) * (y - p[i + 1])) / (p[i - 1] - p[i + 1]) + p[i];
    if (x < across) odd = !odd;
  }
  return odd;
}
