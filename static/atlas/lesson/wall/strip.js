/* The timeline beside a map: the journeys of the step and the events of its years, and nothing else. */

const COUNTS = ["men", "women", "total", "periods", "period numbers", "cumulative"];
const SHADOWS = ["shadow", "shadow bands"]; // of what the step leaves out
const LANE = 480; // of events, as the vertical axis counts: see axes.py
const LANE_PX = 12.9; // in a lower one the words beside it would lie on those of the next
const AROUND_PX = 34; // above and below the lanes
const DEEP = 4700; // bars below this height take more than half of the lanes
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
  const low = lanePx({ data, layout }, height) < LANE_PX;
  const left = [...COUNTS, ...SHADOWS, ...(low ? ["event names"] : [])];
  const shown = data.filter(({ name }) => !left.includes(name));
  const { tickvals, ticktext, range } = layout.yaxis;
  const kept = tickvals.map((value) => !low && value > LEAST_OF_LANES && value < range[1]);
  const ticks = tickvals.filter((_, at) => kept[at]);
  /** @type {[number, number]} */
  const seenHeights = [floorOf({ data, layout }), range[1]];
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
 * True where the journeys of a figure lie in so many lanes that they need more room.
 * @param {PlotlyFigure} figure
 */
export function isDeep({ data }) {
  return Math.min(...heightsOf(data)) < DEEP;
}

/** @param {PlotlyTrace[]} data */
function heightsOf(data) {
  return data.filter(({ name }) => name === "journeys").flatMap(({ y }) => [...y]);
}

/** How far down the vertical axis goes. @param {PlotlyFigure} figure */
function floorOf({ data, layout: { yaxis } }) {
  const ticks = yaxis.tickvals.filter((value) => value > LEAST_OF_LANES);
  const lowest = Math.min(...heightsOf(data), ...ticks, yaxis.range[1] - BELOW);
  return Math.max(LEAST_OF_LANES, lowest - BELOW);
}

/** How high a lane is. @param {PlotlyFigure} figure @param {number} height of the room */
function lanePx(figure, height) {
  return (LANE / (figure.layout.yaxis.range[1] - floorOf(figure))) * (height - AROUND_PX);
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
