/* The timeline of a step, in the size of the room that it has. */
import { OWN_NAME } from "../time/names.js";

const COLOUR = /#[0-9A-F]{6}|rgba\(\d+,\d+,\d+/g;
const LARGE_PX = 1500;
const LARGE_CHART_PX = 330;
const PHONE_PX = 640; // where small type is not read
const LOW_CHART_PX = 235; // words beside its lanes would lie on each other
const MOST_OF_LANES = 3000; // marks of the vertical axis beyond this name lanes, not counts

/**
 * A figure as it is drawn in a room of a width and height. Where it is low it has words for the
 * counts and the name of what is open alone, unless it is nothing but `counts`.
 * @param {PlotlyFigure} figure @param {{ width: number, height: number }} room
 * @param {boolean} counts @returns {PlotlyFigure}
 */
export function chartFor({ data, layout }, { width, height }, counts) {
  const large = width > LARGE_PX && height > LARGE_CHART_PX;
  const phone = width <= PHONE_PX;
  const low = height < LOW_CHART_PX && !counts;
  const font = { ...layout.font, size: large || phone ? 14 : 12 };
  const margin = { ...layout.margin, l: large || (phone && !counts) ? 112 : 92, t: 10 };
  const notes = low ? layout.annotations.filter(({ name }) => name === OWN_NAME) : layout.annotations;
  const annotations = phone ? notes.map((note) => ({ ...note, font: { ...note.font, size: 14 } })) : notes;
  return {
    data: low ? data.filter((trace) => trace.name !== "event names") : data,
    layout: { ...layout, ...(low ? sparse(layout) : {}), annotations, font, margin, height, width },
  };
}

/**
 * A figure in the colours of a dark room; `dark` says what each of its own is there.
 * @param {PlotlyFigure} figure @param {Record<string, string>} dark @returns {PlotlyFigure}
 */
export function inDark(figure, dark) {
  const written = JSON.stringify(figure);
  return JSON.parse(written.replace(COLOUR, (colour) => dark[colour] || colour));
}

/** @param {PlotlyLayout} layout */
function sparse(layout) {
  const { tickvals, ticktext, range } = layout.yaxis;
  const kept = tickvals.map((value) => value <= MOST_OF_LANES && value < range[1]);
  const yaxis = {
    ...layout.yaxis,
    tickvals: tickvals.filter((_, at) => kept[at]),
    ticktext: ticktext.filter((_, at) => kept[at]),
  };
  return { yaxis };
}
