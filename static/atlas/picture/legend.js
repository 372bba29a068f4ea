/* The legend of a picture: signs with their words in rows, as wide as there is room. */
import { painted } from "../colours/palette.js";
import { ending, softCircle, stroke } from "../map/journeys/strokes.js";
import { SANS } from "../map/names/looks.js";

/** @typedef {import("./svg-context.js").SvgContext} SvgContext */
/** @typedef {{ kind: string, words: string, colours: string[] }} Entry */
/** @typedef {Entry & XY & { w: number }} PlacedEntry */

export const LEGEND_FONT = `400 13px ${SANS}`;
const FEW = 8; // journeys that the legend names
const NOBODYS_COLOUR = "var(--many)";
const SIGN_PX = 34;
const GAP_PX = 8; // from a sign to its words
const BETWEEN_PX = 22;
const ROW_PX = 21;
const BED_PX = 11;
const LINES = 4; // in the signs of journeys side by side
const STYLES = ["stated", "inferred", "external", "schematic", "sold", "journey", "others"];

/**
 * What a map shows, and which journey is which where there are a few.
 * @param {Atlas} atlas @param {Record<string, string>} strings of the picture @returns {Entry[]}
 */
export function entriesOf({ focus, layer, legend, records: { packed } }, strings) {
  const colours = [focus ? focus.colour : NOBODYS_COLOUR];
  const kinds = /** @type {string[]} */ (legend.drawn());
  const signs = kinds.map((kind) => {
    const own = kind === "beside" || kind === "ribbon" ? packed.colours : colours;
    return { kind, words: packed.strings[kind], colours: own };
  });
  const told = layer.visible.filter((journey) => !journey.corridor);
  const named = !focus && told.length > 1 && told.length <= FEW ? told : [];
  const journeys = named.map(({ title, colour }) => ({ kind: "journey", words: title, colours: [colour] }));
  const others = { kind: "others", words: strings.others, colours: [NOBODYS_COLOUR] };
  const note = { kind: "", words: packed.strings.notTheWay, colours };
  const hasOthers = Boolean(focus) && layer.visible.length > 1;
  return [...journeys, ...signs, ...(hasOthers ? [others] : []), ...(kinds.length ? [note] : [])];
}

/**
 * Where each entry lies in rows of a width, and how high they are together.
 * @param {Entry[]} entries @param {number} width @param {(words: string) => number} measure
 */
export function rowsOf(entries, width, measure) {
  let [x, y] = [0, 0];
  /** @type {PlacedEntry[]} */
  const placed = [];
  for (const entry of entries) {
    const w = (entry.kind ? SIGN_PX + GAP_PX : 0) + measure(entry.words);
    if (x && x + w > width) [x, y] = [0, y + ROW_PX];
    placed.push({ ...entry, x, y, w });
    x += w + BETWEEN_PX;
  }
  return { placed, height: entries.length ? y + ROW_PX : 0 };
}

/**
 * @param {SvgContext} context with the typeface of its words @param {PlacedEntry[]} placed
 * @param {XY} corner
 */
export function paintLegend(context, placed, corner) {
  for (const entry of placed) {
    const [x, y] = [corner.x + entry.x, corner.y + entry.y + ROW_PX / 2];
    context.globalAlpha = 1;
    if (entry.kind) paintSign(context, entry, { x, y });
    context.globalAlpha = 1;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = painted(entry.kind ? "var(--ink)" : "var(--muted)");
    context.fillText(entry.words, x + (entry.kind ? SIGN_PX + GAP_PX : 0), y);
  }
}

/** @param {SvgContext} context @param {Entry} entry @param {XY} at the left of the sign, its middle */
function paintSign(context, { kind, colours }, { x, y }) {
  const canvas = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (context));
  const [colour] = colours;
  const line = lineFrom({ x, y }, SIGN_PX);
  const middle = { x: x + SIGN_PX / 2, y };
  if (kind === "others") context.globalAlpha = 0.3;
  const style = kind === "journey" || kind === "others" ? "stated" : kind;
  if (STYLES.includes(kind)) stroke(canvas, line, colour, 3, style, false);
  else if (kind === "beside" || kind === "ribbon") paintBundle(canvas, { x, y }, colours, kind === "ribbon");
  else if (kind === "corridor") paintBed(canvas, line, colour);
  else if (kind === "fade") paintFade(canvas, line, colour);
  else if (kind === "soft") softCircle(canvas, middle, 8, colour);
  else if (kind === "area") paintArea(context, { x, y }, colour);
  // So far to the left that its sign, near the end of a line, lies in the middle.
  else ending(canvas, lineFrom({ x: middle.x - 40, y }, 44), colour, /** @type {Outcome} */ (kind));
}

/** @param {XY} from @param {number} length @returns {Curve} */
function lineFrom({ x, y }, length) {
  const at = (/** @type {number} */ part) => ({ x: x + length * part, y });
  return { a: at(0), c: at(1 / 3), d: at(2 / 3), b: at(1) };
}

/**
 * @param {CanvasRenderingContext2D} canvas @param {XY} at @param {string[]} colours
 * @param {boolean} close
 */
function paintBundle(canvas, { x, y }, colours, close) {
  const step = close ? 2 : 3;
  for (let at = 0; at < LINES; at++) {
    const line = lineFrom({ x, y: y + (at - (LINES - 1) / 2) * step }, SIGN_PX);
    stroke(canvas, line, colours[at % colours.length], 2, "stated", false);
  }
}

/** @param {CanvasRenderingContext2D} canvas @param {Curve} line @param {string} colour */
function paintBed(canvas, line, colour) {
  canvas.globalAlpha = 0.25;
  canvas.lineJoin = "round";
  stroke(canvas, line, colour, BED_PX, "stated", false);
}

/** @param {CanvasRenderingContext2D} canvas @param {Curve} line @param {string} colour */
function paintFade(canvas, line, colour) {
  const { a, b } = line;
  // A level line has no height of its own, and a colour that fades in it would have no room.
  const fade = canvas.createLinearGradient(a.x, a.y, b.x, b.y);
  fade.addColorStop(0, `${painted(colour).slice(0, 7)}00`);
  fade.addColorStop(1, painted(colour));
  canvas.fillStyle = fade;
  canvas.fillRect(a.x, a.y - 1.5, b.x - a.x, 3);
}

/** @param {SvgContext} context @param {XY} at @param {string} colour */
function paintArea(context, { x, y }, colour) {
  context.beginPath();
  context.roundRect(x + 1, y - 7, SIGN_PX - 2, 14, 7);
  context.strokeStyle = painted(colour);
  context.lineWidth = 1.4;
  context.setLineDash([4, 3]);
  context.stroke();
  context.setLineDash([]);
}
