/* The timeline beside a map: the journeys of the step and the events of its years, and nothing else. */

const COUNTS = ["men", "women", "total", "periods", "period numbers", "cumulative"];
const SHADOWS = ["shadow", "shadow bands"]; // of what the step leaves out
const LOW_CHART_PX = 120; // words beside its lanes would lie on each other
const LEAST_OF_LANES = 3000; // marks of the vertical axis beyond this name lanes, not counts
const BELOW = 400; // of the lowest thing in sight, as the vertical axis counts
const LETTER_PX = 6.5;
const BESIDE_PX = 8; // between a bar or a mark and its name
const TITLE = /<b>(.*?)<\/b>/;

/** @typedef {{ width: number, range: [string, string], opened: string, ink?: string }} Seen */

/**
 * A figure without its counts, as low as what is left in it. Events in sight have their names where
 * there is room, and so has the bar of the journey that is `opened`; `own` is what names its note.
 * @param {PlotlyFigure} figure @param {number} height of its room
 * @param {Seen & { own: string }} seen with the colour of words @returns {PlotlyFigure}
 */
export function stripOf({ data, layout }, height, seen) {
  const low = height < LOW_CHART_PX;
  const left = [...COUNTS, ...SHADOWS, ...(low ? ["event names"] : [])];
  const shown = data.filter(({ name }) => !left.includes(name));
  const { tickvals, ticktext, range } = layout.yaxis;
  const kept = tickvals.map((value) => !low && value > LEAST_OF_LANES && value < range[1]);
  const ticks = tickvals.filter((_, at) => kept[at]);
  const heights = shown.filter(({ name }) => name === "journeys").flatMap(({ y }) => [...y]);
  const lowest = Math.min(...heights, ...ticks, range[1] - BELOW);
  const floor = Math.max(LEAST_OF_LANES, lowest - BELOW);
  /** @type {[number, number]} */
  const seenHeights = [floor, range[1]];
  const yaxis = {
    ...layout.yaxis,
    range: seenHeights,
    tickvals: ticks,
    ticktext: ticktext.filter((_, at) => kept[at]),
  };
  const notes = layout.annotations.filter(({ name }) => name === seen.own || (!low && name !== "counts"));
  return {
    data: shown.map((trace) => (trace.name === "event names" ? eventNames(trace, data, seen) : trace)),
    layout: {
      ...layout,
      yaxis,
      annotations: notes.map((note) => (note.name === seen.own ? besideBar(note, data, seen) : note)),
      margin: { ...layout.margin, r: 14 },
    },
  };
}

/**
 * The names of all events in sight; those without room are hidden where the chart is drawn.
 * @param {PlotlyTrace} trace @param {PlotlyTrace[]} data @param {Seen} seen @returns {PlotlyTrace}
 */
function eventNames(trace, data, { width, ink, range: [from, to] }) {
  const events = data.find(({ name }) => name === "events");
  if (!events) return trace;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const beside = (BESIDE_PX * (last - first)) / width;
  const found = [...events.x].flatMap((day, at) => {
    const moment = Date.parse(String(day));
    const title = TITLE.exec(events.hovertext?.[at] || "")?.[1];
    if (!title || moment < first || moment >= last) return [];
    const right = moment < (first + last) / 2;
    return [{ x: dayOf(moment + (right ? beside : -beside)), y: events.y[at], title, right }];
  });
  return /** @type {any} */ ({
    ...trace,
    x: found.map(({ x }) => x),
    y: found.map(({ y }) => y),
    text: found.map(({ title }) => title),
    textposition: found.map(({ right }) => (right ? "middle right" : "middle left")),
    textfont: { ...trace.textfont, color: ink },
  });
}

/**
 * The name of a journey beside what is in sight of its bar, or on it where neither side has room.
 * @param {PlotlyNote} note @param {PlotlyTrace[]} data @param {Seen} seen @returns {PlotlyNote}
 */
function besideBar(note, data, { width, range, opened }) {
  const trace = data.find(({ name }) => name === "journeys");
  const at = trace?.customdata ? [...trace.customdata].indexOf(opened) : -1;
  if (!trace || at < 0) return note;
  const [from, to] = range.map((day) => Date.parse(day));
  const start = Math.max(from, Date.parse(trace.base[at]));
  const end = Math.min(to, Date.parse(trace.base[at]) + trace.x[at]);
  const needed = note.text.length * LETTER_PX + BESIDE_PX;
  const room = (/** @type {number} */ ms) => (ms / (to - from)) * width > needed;
  const placed = { ...note, y: trace.y[at] };
  if (room(start - from)) return { ...placed, x: dayOf(start), xanchor: "right", xshift: -BESIDE_PX };
  if (room(to - end)) return { ...placed, x: dayOf(end), xanchor: "left", xshift: BESIDE_PX };
  return { ...note, x: dayOf(start), y: trace.y[at] - trace.width[at], xanchor: "left", xshift: 0 };
}

/** @param {number} moment */
function dayOf(moment) {
  return new Date(moment).toISOString().slice(0, 10);
}
