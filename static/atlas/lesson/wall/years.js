/* Which years the timeline of a step shows, and how they are written below it. */

const BESIDE = 1 / 4; // of the years of a period, on either side
const MOST_BESIDE = 3;
const TICKS = [1, 2, 5]; // years
const MOST_TICKS = 12;

/**
 * The years of a period with a little room around them, within all years; all of them without one.
 * @param {Years | null} period @param {Years} all @returns {Years}
 */
export function yearsAround(period, [first, last]) {
  if (!period) return [first, last];
  const beside = Math.min(MOST_BESIDE, Math.ceil((period[1] - period[0] + 1) * BESIDE));
  return [Math.max(first, period[0] - beside), Math.min(last, period[1] + beside)];
}

/**
 * The whole years that an axis shows.
 * @param {[string, string]} range as its first day and the day after its last
 * @returns {Years}
 */
export function yearsOf([from, to]) {
  return [Number.parseInt(from, 10), new Date(Date.parse(to) - 1).getUTCFullYear()];
}

/**
 * An axis of these years, with as many of them written as have room.
 * @param {Years} years
 */
export function axisOf([first, last]) {
  const step = TICKS.find((years) => (last - first + 1) / years <= MOST_TICKS) || TICKS[TICKS.length - 1];
  return {
    range: /** @type {[string, string]} */ ([`${first}-01-01`, `${last + 1}-01-01`]),
    tick0: `${Math.ceil(first / step) * step}-01-01`,
    dtick: `M${12 * step}`,
  };
}

/**
 * The years in which a chart has the bar of a journey, or null.
 * @param {PlotlyFigure} figure @param {string} id @returns {Years | null}
 */
export function yearsOfBar({ data }, id) {
  const trace = data.find(({ name }) => name === "journeys");
  const at = trace?.customdata ? [...trace.customdata].indexOf(id) : -1;
  if (!trace || at < 0) return null;
  const start = Date.parse(trace.base[at]);
  return [new Date(start).getUTCFullYear(), new Date(start + trace.x[at]).getUTCFullYear()];
}
