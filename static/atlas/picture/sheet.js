/* The sheet of a picture: title and sentence, map and timeline, legend, and who says so. */
import { painted } from "../colours/palette.js";
import { sentence } from "../map/journeys/sentence.js";
import { SANS, SERIF } from "../map/names/looks.js";
import { linesOf, withRoom } from "./words.js";

/** @typedef {import("./svg-context.js").SvgContext} SvgContext */
/** @typedef {(font: string) => (words: string) => number} Measuring */
/** @typedef {{ text: string, font: string, px: number, colour: string }} Line */

export const SLIDE = { w: 1280, h: 720 };
const NARROW_PX = 600;
const LINE = 1.32;
const FOOT_LINES = { slide: 2, screen: 4 };
const HAIR_PX = 1;
const REST = /** @type {const} */ ({ map: "restMap", time: "restTime", both: "restBoth" });

/**
 * The lines above a picture: its title, and what is selected.
 * @param {PictureWords} words @param {string} said @param {number} width @param {Measuring} measure
 */
export function headLines({ title }, said, width, measure) {
  const px = width < NARROW_PX ? 20 : 28;
  return [
    ...lines(title, { font: `600 ${px}px ${SERIF}`, px, colour: "var(--ink)" }, width, measure),
    ...lines(said, { font: `400 15px ${SANS}`, px: 15, colour: "var(--muted)" }, width, measure),
  ];
}

/**
 * The lines below it: who says so, how far it was reviewed and what the map is made of, and where and
 * when it was taken.
 * @param {PictureWords} words
 * @param {{ whose: Credit, what: import("./rooms.js").What, credit: string, day: string,
 *   address: string, slide: boolean }} about
 * @param {number} width @param {Measuring} measure @returns {Line[]}
 */
export function footLines(words, { whose, what, credit, day, address, slide }, width, measure) {
  const look = { font: `400 12px ${SANS}`, px: 12, colour: "var(--muted)" };
  const broken = (/** @type {string} */ text) => linesOf(text, width, measure(look.font));
  const most = slide ? FOOT_LINES.slide : FOOT_LINES.screen;
  const who = !whose.total
    ? []
    : withRoom(whose.own || whose, (some, more) => whoSays(words, whose, what, some, more), most, broken);
  const taken = sentence(words.strings.taken, { day });
  const source = [words.site, address, taken].filter(Boolean).join(" · ");
  const rest = [words.review, credit].filter(Boolean).join(" ");
  return [...who, ...broken(rest), ...broken(source)].map((text) => ({ ...look, text }));
}

/**
 * Who tells what is open, and how many tell all else; or who tells all.
 * @param {PictureWords} words @param {Credit} whose @param {import("./rooms.js").What} what
 * @param {string[]} some names @param {number} more
 */
function whoSays({ strings }, { own }, what, some, more) {
  const told = some.join("; ");
  const list = more && told ? sentence(strings.more, { names: told, n: more }) : told;
  const names = list || sentence(strings.sources, { n: more });
  if (!own) return sentence(strings.who, { names });
  const rest = own.rest ? sentence(strings[REST[what]], { n: own.rest }) : "";
  return `${sentence(strings.whoOwn, { title: own.title, names })} ${rest}`.trim();
}

/**
 * How high lines are together.
 * @param {Line[]} told
 */
export function heightOf(told) {
  return told.reduce((sum, { px }) => sum + px * LINE, 0);
}

/** @param {SvgContext} context @param {Line[]} told @param {XY} corner */
export function paintLines(context, told, { x, y }) {
  context.textAlign = "left";
  context.textBaseline = "middle";
  let top = y;
  for (const { text, font, px, colour } of told) {
    context.font = font;
    context.fillStyle = painted(colour);
    context.fillText(text, x, top + (px * LINE) / 2);
    top += px * LINE;
  }
}

/** @param {SvgContext} context @param {Rect} room */
export function paintEdge(context, { x, y, w, h }) {
  context.beginPath();
  context.roundRect(x, y, w, h, 0);
  context.strokeStyle = painted("var(--hairline)");
  context.lineWidth = HAIR_PX;
  context.stroke();
}

/**
 * @param {string} words @param {Omit<Line, "text">} look @param {number} width
 * @param {Measuring} measure @returns {Line[]}
 */
function lines(words, look, width, measure) {
  return linesOf(words, width, measure(look.font)).map((text) => ({ ...look, text }));
}
