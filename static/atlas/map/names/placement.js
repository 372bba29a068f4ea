/* Names are placed one after the other, the most important first, each at the first of its spots
 * that is free; one that finds none is left out.
 */
import { around, overlap, within } from "../plane/rectangles.js";
import { sizeOf } from "./looks.js";

const GAP_PX = 3; // kept free around every name
const MARGIN_PX = 5; // and along the edge of the map

/** What is taken of the map's window: by what lies on it, and by names. */
export class Sheet {
  /**
   * `marks` are where towns wait for their name: better not covered.
   * @param {XY} size @param {Rect[]} obstacles @param {TownMark[]} marks
   */
  constructor(size, obstacles, marks) {
    this.size = size;
    this.obstacles = obstacles;
    this.marks = marks;
    /** @type {PlacedName[]} */
    this.placed = [];
  }

  /** @param {Rect} box */
  fits(box) {
    return within(box, this.size, MARGIN_PX);
  }

  /** @param {Rect} box */
  free(box) {
    return (
      !this.obstacles.some((other) => overlap(box, other, 1)) &&
      !this.placed.some((name) => name.boxes.some((other) => overlap(box, other, GAP_PX)))
    );
  }

  /**
   * The first spot that is free and covers no town but its own; else the first that is free.
   * @template {{ box: Rect }} T
   * @param {T[]} spots @param {object} [own]
   */
  choose(spots, own) {
    const free = spots.filter((spot) => this.fits(spot.box) && this.free(spot.box));
    const covers = (/** @type {Rect} */ box) =>
      this.marks.some((mark) => mark.of !== own && overlap(box, mark));
    return free.find((spot) => !covers(spot.box)) || free[0];
  }

  /** @param {PlacedName} name */
  take(name) {
    this.placed.push(name);
    return name;
  }
}

/**
 * Takes the first free spot for a name of one or more lines.
 * @param {Placing} placing @param {{ text: string, kind: NameKind, code?: string }} item
 * @param {Look} look @param {LineSpot[]} spots
 */
export function takeFirst({ measure, sheet }, item, look, spots) {
  const boxed = spots.map((spot) => ({ ...spot, box: around(spot, sizeOf(measure, spot.lines, look)) }));
  const spot = sheet.choose(boxed);
  if (!spot) return;
  const { x, y, lines, box, lead } = spot;
  const worn = lead ? { ...look, halo: 0 } : look;
  sheet.take({ ...item, lines, look: worn, x, y, angle: 0, boxes: [box], lead });
}

/**
 * A name on one line; on two where it has a space and one line is wider than its room.
 * @param {Measure} measure @param {string} text @param {Look} look @param {number} room
 */
export function linesOf(measure, text, look, room) {
  const cut = text.indexOf(" ");
  if (cut < 0 || measure(text, look) <= room) return [text];
  const middle = text.length / 2;
  let best = cut;
  for (let i = cut; i >= 0; i = text.indexOf(" ", i + 1)) {
    if (Math.abs(i - middle) < Math.abs(best - middle)) best = i;
  }
  return [text.slice(0, best), text.slice(best + 1)];
}

/** @param {number} low @param {number} value @param {number} high */
export function clamp(low, value, high) {
  return Math.max(low, Math.min(high, value));
}
