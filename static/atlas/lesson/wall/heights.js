/* How high a chart of counts reaches, and what stands at its left. */

const COUNTS = ["men", "women", "total"];
const STEPS = [50, 100, 200, 250, 500, 1000];
const MOST_STEPS = 5;
const ABOVE = 1.25; // of the highest bar: a bracket and its number lie over it
const LOW = 0.5; // of the whole height: bars that are no higher are drawn to a scale of their own

/**
 * The height of the highest bar of counts between two moments.
 * @param {PlotlyTrace[]} data @param {[number, number]} range
 */
function highest(data, [from, to]) {
  const bars = data.filter(({ name }) => COUNTS.includes(name));
  const tops = bars.flatMap(({ x, y, base }) =>
    [...x].map((at, n) => {
      const moment = Date.parse(String(at));
      return moment < from || moment >= to ? 0 : Number(base?.[n] || 0) + y[n];
    }),
  );
  return Math.max(0, ...tops);
}

/**
 * The vertical axis of counts, with lines at its marks, where all that is in sight is low; else null.
 * @param {PlotlyFigure} figure @param {[string, string]} range of time
 */
export function lowerCounts({ data, layout }, [from, to]) {
  const top = highest(data, [Date.parse(from), Date.parse(to)]) * ABOVE;
  if (!top || top > layout.yaxis.range[1] * LOW) return null;
  const step = STEPS.find((one) => top / one <= MOST_STEPS) || STEPS[STEPS.length - 1];
  const marks = Array.from({ length: Math.floor(top / step) + 1 }, (_, n) => n * step);
  const line = (layout.shapes || []).find(({ type }) => type === "line");
  const rest = (layout.shapes || []).filter(({ type }) => type !== "line");
  /** @type {[number, number]} */
  const range = [0, top];
  return {
    yaxis: { ...layout.yaxis, range, tickvals: marks, ticktext: marks.map(written) },
    shapes: [...(line ? marks.slice(1).map((y) => ({ ...line, y0: y, y1: y })) : []), ...rest],
  };
}

/** @param {number} count */
function written(count) {
  return count.toLocaleString("en");
}

/**
 * The numbers of the brackets over several years, each in sight where its bracket is.
 * @param {PlotlyTrace[]} data @param {[string, string]} range of time @returns {PlotlyTrace[]}
 */
export function numbersInSight(data, [from, to]) {
  const brackets = spans(data.find(({ name }) => name === "periods"));
  return data.map((trace) => {
    if (trace.name !== "period numbers") return trace;
    const x = [...trace.x].map(String);
    const textposition = [...(trace.textposition || [])];
    brackets.forEach(([first, last], n) => {
      if (x[n] >= from && x[n] < to) return;
      const seen = first < to && last > from;
      if (seen && x[n] < from) [x[n], textposition[n]] = [from, "top right"];
      else if (seen) [x[n], textposition[n]] = [first, "top right"];
    });
    return { .../** @type {any} */ (trace), x, textposition };
  });
}

/**
 * The first and the last day of each bracket.
 * @param {PlotlyTrace | undefined} trace @returns {[string, string][]}
 */
function spans(trace) {
  /** @type {string[][]} */
  const found = [[]];
  for (const day of trace ? [...trace.x] : []) {
    if (day === null) found.push([]);
    else found[found.length - 1].push(String(day));
  }
  return found.filter((days) => days.length).map((days) => [days[0], days[days.length - 1]]);
}
