/* The timeline of a step, in the size of the room that it has. */
import { OWN_NAME } from "../time/names.js";
import { lowerCounts, numbersInSight } from "./wall/heights.js";
import { LEAST_PX } from "./wall/size.js";
import { stripOf } from "./wall/strip.js";
import { axisOf } from "./wall/years.js";

const COLOUR = /#[0-9A-F]{6}|rgba\(\d+,\d+,\d+/g;
const PHONE_PX = 14; // of words on a phone

/**
 * A figure as it is drawn in a room of a width and height, of which it shows these `years`.
 * What is nothing but `counts` has its key above; beside a map the counts are left out, and where
 * there is little room all words but the name of what is `opened`. A `column`, as on a phone, has all.
 * No word is smaller than `least`.
 * @param {PlotlyFigure} figure @param {{ width: number, height: number }} room
 * @param {{ counts: boolean, years: Years, opened?: string, column?: boolean, least?: number }} shown
 * @returns {PlotlyFigure}
 */
export function chartFor(figure, room, shown) {
  const { counts, years, opened = "", column = false, least = column ? PHONE_PX : LEAST_PX } = shown;
  const axis = axisOf(years);
  const seen = { ...figure, data: numbersInSight(figure.data, axis.range) };
  const left = counts ? 52 : column ? 112 : 108;
  const ink = figure.layout.font.color;
  const strip = { width: room.width - left, range: axis.range, opened, own: OWN_NAME, ink };
  const drawn = counts ? countsOf(seen, axis.range) : column ? seen : stripOf(seen, room.height, strip);
  const { data, layout } = drawn;
  return {
    data: data.map((trace) => legibleTrace(trace, least)),
    layout: {
      ...layout,
      ...room,
      xaxis: { ...layout.xaxis, ...axis },
      annotations: layout.annotations.map((note) => legibleNote(note, least)),
      font: { ...layout.font, size: least },
      margin: { ...layout.margin, l: left, t: counts ? 30 : 10, b: 24 },
    },
  };
}

/** @param {PlotlyFigure} figure @param {[string, string]} range of time @returns {PlotlyFigure} */
function countsOf({ data, layout }, range) {
  const notes = [...layout.annotations.filter(({ name }) => name !== "counts"), keyAbove(layout.annotations)];
  return { data, layout: { ...layout, ...lowerCounts({ data, layout }, range), annotations: notes } };
}

/**
 * The key of the counts in one line above them, where it takes no room from them.
 * @param {PlotlyNote[]} notes @returns {PlotlyNote}
 */
export function keyAbove(notes) {
  const own = notes.filter((note) => note.name === "counts");
  return {
    ...own[0],
    text: own.map(({ text }) => text).join(" \u2002 "),
    xref: "paper",
    yref: "paper",
    xanchor: "right",
    x: 1,
    y: 1,
    yanchor: "bottom",
  };
}

/** @param {PlotlyTrace} trace @param {number} least @returns {PlotlyTrace} */
function legibleTrace(trace, least) {
  const { textfont } = trace;
  return textfont ? { ...trace, textfont: { ...textfont, size: Math.max(least, textfont.size) } } : trace;
}

/** @param {PlotlyNote} note @param {number} least @returns {PlotlyNote} */
function legibleNote(note, least) {
  return { ...note, font: { ...note.font, size: Math.max(least, note.font?.size || 0) } };
}

/**
 * A figure in the colours of a dark room; `dark` says what each of its own is there.
 * @param {PlotlyFigure} figure @param {Record<string, string>} dark @returns {PlotlyFigure}
 */
export function inDark(figure, dark) {
  const written = JSON.stringify(figure);
  return JSON.parse(written.replace(COLOUR, (colour) => dark[colour] || colour));
}
