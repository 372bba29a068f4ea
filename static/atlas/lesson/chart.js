/* The timeline of a step, in the size of the room that it has. */

const LARGE_PX = 1500;
const LARGE_CHART_PX = 330;
const PHONE_PX = 640; // where small type is not read
const LOW_CHART_PX = 235; // words beside its lanes would lie on each other
const MOST_OF_LANES = 3000; // marks of the vertical axis beyond this name lanes, not counts

/**
 * A figure as it is drawn in a room of a width and height. Where it is low it has words for the
 * counts alone, unless it is nothing but `counts`.
 * @param {PlotlyFigure} figure @param {{ width: number, height: number }} room
 * @param {boolean} counts @returns {PlotlyFigure}
 */
export function chartFor({ data, layout }, { width, height }, counts) {
  const large = width > LARGE_PX && height > LARGE_CHART_PX;
  const phone = width <= PHONE_PX;
  const low = height < LOW_CHART_PX && !counts;
  const font = { ...layout.font, size: large || phone ? 14 : 12 };
  const margin = { ...layout.margin, l: large || (phone && !counts) ? 112 : 92, t: 10 };
  const annotations = phone ? layout.annotations.map((note) => ({ ...note, font })) : layout.annotations;
  return {
    data: low ? data.filter((trace) => trace.name !== "event names") : data,
    layout: { ...layout, annotations, ...(low ? sparse(layout) : {}), font, margin, height, width },
  };
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
  return { yaxis, annotations: [] };
}
