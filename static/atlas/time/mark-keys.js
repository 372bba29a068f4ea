/* The marks of a chart by key: journeys, events and years one after the other, in words. */
import { pixelOf } from "./axis.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, PageUp: -10, PageDown: 10 };

/** @typedef {ReturnType<typeof marksOf>[number]} Mark */

export class MarkKeys {
  /**
   * One stop for the Tab key over the plot; the arrows go from mark to mark, Enter calls `choose(id)`.
   * @param {PlotlyChart} chart
   * @param {{ label: string, choose: (id: string) => void, light: (id: string | null) => void }} options
   */
  constructor(chart, options) {
    this._chart = chart;
    this._options = options;
    /** @type {Mark | null} */
    this._mark = null;
    this._list = document.createElement("div");
    this._list.className = "time-marks";
    this._list.tabIndex = 0;
    this._list.setAttribute("role", "listbox");
    this._list.setAttribute("aria-label", options.label);
    this._list.addEventListener("keydown", (event) => this._key(event));
    this._list.addEventListener("focus", () => this._stay());
    this._list.addEventListener("blur", () => this._leave());
    this._drawn = () => this._list.childElementCount && this._stay();
    chart.on("plotly_afterplot", this._drawn);
    chart.append(this._list);
  }

  remove() {
    this._chart.removeListener?.("plotly_afterplot", this._drawn);
    this._list.remove();
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const marks = marksOf(this._chart.data);
    const at = placeIn(marks, this._mark);
    const by = STEPS[event.key];
    if (by) this._go(Math.min(Math.max(at + by, 0), marks.length - 1));
    else if (event.key === "Home") this._go(0);
    else if (event.key === "End") this._go(marks.length - 1);
    else if (event.key === "Enter" && marks[at]) this._options.choose(marks[at].id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** At the mark where it is, wherever that stands among the marks that are drawn now. */
  _stay() {
    this._go(placeIn(marksOf(this._chart.data), this._mark));
  }

  /** @param {number} at */
  _go(at) {
    const mark = marksOf(this._chart.data)[at];
    if (!mark) return;
    this._mark = mark;
    const option = document.createElement("div");
    option.id = `time-mark-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "true");
    option.textContent = mark.words;
    this._list.replaceChildren(option);
    this._list.setAttribute("aria-activedescendant", option.id);
    this._place(mark.moment);
    this._options.light(mark.id);
  }

  /**
   * A line stands at the moment of the mark, and its words beside it.
   * @param {number} moment
   */
  _place(moment) {
    const plot = this._chart.querySelector(".nsewdrag");
    if (!plot) return;
    const { left, top, width, height } = plot.getBoundingClientRect();
    const outer = this._chart.getBoundingClientRect();
    const [start, end] = this._chart.layout.xaxis.range.map((edge) => new Date(edge).getTime());
    const x = pixelOf(moment, [start, end], width);
    const style = { left: left - outer.left + x, top: top - outer.top, height };
    for (const [name, value] of Object.entries(style)) this._list.style.setProperty(name, `${value}px`);
    this._list.classList.toggle("to-the-left", x > width / 2);
  }

  _leave() {
    this._list.replaceChildren();
    this._options.light(null);
  }
}

/**
 * Where a mark stands among others; if it is not there any more, the one that is nearest in time.
 * @param {Mark[]} marks @param {Mark | null} mark
 */
export function placeIn(marks, mark) {
  const same = mark ? marks.findIndex(({ id }) => id === mark.id) : 0;
  if (!mark || same >= 0) return same;
  const away = marks.map(({ moment }) => Math.abs(moment - mark.moment));
  return away.indexOf(Math.min(...away));
}

/**
 * What can be opened of a chart, by time: its id, its words, of which the title and the date in one
 * line, and its moment.
 * @param {PlotlyTrace[]} traces
 */
export function marksOf(traces) {
  const marks = traces.flatMap((trace) =>
    [...(trace.customdata || [])].map((id, at) => ({
      id: String(id || ""),
      ...markAt(trace, at),
    })),
  );
  /** @type {Map<string, typeof marks[number]>} */
  const first = new Map();
  for (const mark of marks) {
    const isWhole = mark.id && mark.words && Number.isFinite(mark.moment);
    if (isWhole && !first.has(mark.id)) first.set(mark.id, mark);
  }
  return [...first.values()].sort((a, b) => a.moment - b.moment);
}

/**
 * What a mark of a chart says, also in one line, and when it is.
 * @param {PlotlyTrace} trace @param {number} at
 */
export function markAt(trace, at) {
  return {
    words: inWords(hoverOf(trace, at)),
    line: inWords(inLine(hoverOf(trace, at))),
    moment: new Date((trace.orientation === "h" ? trace.base : trace.x)[at]).getTime(),
  };
}

/** @param {PlotlyTrace} trace @param {number} at */
function hoverOf({ hovertext }, at) {
  return [hovertext || ""].flat()[at] || "";
}

/**
 * The title of a hover box and the line below it.
 * @param {string} text
 */
function inLine(text) {
  const [, title, when = ""] = /^<b>(.*?)<\/b>(?:<br>([^<]*))?/.exec(text) || ["", text];
  const parts = [title.replaceAll("<br>", " "), when];
  return parts.filter(Boolean).join(" · ");
}

/**
 * The words of a hover box without its markup.
 * @param {string} text
 */
function inWords(text) {
  const lines = text.replace(/<br\s*\/?>/g, "\n").replace(/<[^>]*>/g, "");
  return lines.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
