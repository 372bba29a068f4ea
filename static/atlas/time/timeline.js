/* A period on a Plotly timeline that can be dragged anew, resized at its ends and moved as a whole,
 * by pointer and by keyboard, and the marks that other parts of the page set on it.
 *
 * A Timeline lies over the plot of a chart. `preview(first, last)` is called for every move, without
 * arguments where nothing is chosen after all; `choose(first, last)` once when it is let go;
 * `click(id)` and `hover(id)` with the id of the mark under the pointer. Plotly's own selection is
 * kept from beginning.
 */
import { barBox, momentAt, pixelOf } from "./axis.js";
import { followPointer } from "./drag.js";
import { Lights } from "./lights.js";
import { tidyNames } from "./names.js";
import { fractionalYear, framedYears, movedPeriod, periodWithin, startOf, wholeYears } from "./years.js";

const IDLE_MS = 600; // after the last key a choice counts as let go
/** @type {Record<string, number>} */
const KEYS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: -99,
  End: 99,
};
/** @type {Edge[]} */
const EDGES = ["first", "last", "both"];

/**
 * @typedef {object} TimelineOptions
 * @property {Years} years
 * @property {Record<Edge, string>} strings
 * @property {(first?: number, last?: number) => void} preview
 * @property {(first: number, last: number) => void} choose
 * @property {(id: string) => void} click
 * @property {(id: string | null) => void} hover
 */

export class Timeline {
  /** @param {PlotlyChart} chart @param {TimelineOptions} options */
  constructor(chart, options) {
    this._chart = chart;
    this._options = options;
    /** @type {string | null} */
    this._hovered = null;
    /** @type {Years | null} */
    this._period = null;
    /** @type {Years | null} */
    this._pending = null; // by key, until it is let go
    /** @type {{ period: Years | null, moment?: number, other?: boolean }} */
    this._shown = { period: null };
    this._moved = false;
    this._left = this._width = this._idle = 0;
    this._scale = 1; // by which the page magnifies the chart
    this._ended = new AbortController();
    this._layer = make("div", "time-layer");
    this._frame = this._layer.appendChild(make("div", "time-frame"));
    this._veil = this._layer.appendChild(make("div", "time-veil"));
    this._cursor = this._layer.appendChild(make("div", "time-cursor"));
    this.lights = new Lights(this._layer);
    this._lightMark = this._layer.appendChild(make("div", "time-light"));
    this._handles = EDGES.map((edge) => ({ edge, element: this._handle(edge) }));
    this._lightMark.hidden = true;
    /** @type {Record<string, (event: PlotlyEvent) => void>} */
    this._events = {
      plotly_hover: (event) => this._hover(idOf(event)),
      plotly_unhover: () => this._hover(null),
      plotly_afterplot: () => this._plotted(),
    };
    this._resized = new ResizeObserver(() => this.place());
    this._listen();
    this._plotted();
  }

  /**
   * The chosen years, or null for the whole time: the chart itself frames them.
   * @param {Years | null} period
   */
  set(period) {
    this._period = period;
    this._shown = { period };
    this._draw();
  }

  /**
   * Shows years and a moment (ms) in place of the years that the chart frames as chosen.
   * @param {number} first @param {number} last @param {number} [moment]
   */
  mark(first, last, moment) {
    this._shown = { period: [first, last], moment, other: true };
    this._draw();
  }

  /**
   * Frames the bar of a journey, or none.
   * @param {string | null} id
   */
  light(id) {
    const box = id && this._barOf(id);
    this._lightMark.hidden = !box;
    if (box) Object.assign(this._lightMark.style, pixels(box));
  }

  /** The chart was drawn, perhaps in another width. */
  _plotted() {
    tidyNames(this._chart);
    this.place();
    this.lights.lay(this._chart, { width: this._width, height: this._layer.offsetHeight });
  }

  /** Lays everything where the plot is now. */
  place() {
    const plot = this._chart.querySelector(".nsewdrag");
    if (!plot) return;
    if (this._layer.parentElement !== this._chart) this._chart.appendChild(this._layer);
    const { left, top, width, height } = plot.getBoundingClientRect();
    const outer = this._chart.getBoundingClientRect();
    const by = (this._scale = outer.width / this._chart.offsetWidth || 1);
    this._width = width / by;
    const [x, y] = [(left - outer.left) / by, (top - outer.top) / by];
    Object.assign(this._layer.style, pixels({ left: x, top: y, width: width / by, height: height / by }));
    this._draw();
  }

  remove() {
    this._ended.abort();
    this._resized.disconnect();
    // A chart that was taken down has forgotten its listeners already.
    for (const name in this._events) this._chart.removeListener?.(name, this._events[name]);
    this._layer.remove();
  }

  /** Draws the period on the plot, of which the width is known. */
  _draw() {
    const { period, moment, other } = this._shown;
    const [first, last] = period || this._options.years;
    const from = this._x(startOf(first));
    const to = this._x(moment === undefined ? startOf(last + 1) : moment);
    const isOther = other || String(framedYears(this._chart.layout)) !== String(period);
    this._chart.classList.toggle("time-other", isOther);
    this._frame.hidden = !isOther || (!other && !period);
    Object.assign(this._frame.style, { left: `${from}px`, width: `${Math.max(1, to - from)}px` });
    this._cursor.hidden = this._veil.hidden = moment === undefined;
    this._veil.style.left = `${to}px`;
    this.lights.show(moment);
    this._cursor.style.left = `${to}px`;
    const middles = { first: from, last: to, both: (from + to) / 2 };
    for (const { edge, element } of this._handles) {
      element.style.left = `${middles[edge]}px`;
      element.hidden = moment !== undefined || (edge === "both" && !period);
      say(element, edge === "last" ? last : first, edge === "both" ? `${first}–${last}` : "");
    }
  }

  _listen() {
    const options = { capture: true, signal: this._ended.signal };
    const own = (/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest(".nsewdrag");
    this._chart.addEventListener("pointerdown", (event) => own(event) && this._press(event), options);
    // Without this a finger would begin Plotly's own selection beside ours.
    this._chart.addEventListener("touchstart", (event) => own(event) && event.stopPropagation(), options);
    this._chart.addEventListener("click", (event) => own(event) && this._clicked(), options);
    for (const name in this._events) this._chart.on(name, this._events[name]);
    this._resized.observe(this._chart);
  }

  /** @param {string | null} id */
  _hover(id) {
    this._hovered = id;
    this._options.hover(id);
  }

  _clicked() {
    if (!this._moved && this._hovered) this._options.click(this._hovered);
  }

  /**
   * A new period from where the pointer was pressed to where it is.
   * @param {PointerEvent} event
   */
  _press(event) {
    this._measure();
    const start = this._moment(event);
    this._follow(event, (at) => wholeYears(start, at));
  }

  /**
   * Shows the years that `yearsAt(moment)` gives for where the pointer is, until it is let go.
   * @param {PointerEvent} pressed @param {(moment: number) => Years} yearsAt
   */
  _follow(pressed, yearsAt) {
    if (pressed.button) return;
    this._moved = false;
    /** @type {Years | null} */
    let chosen = null;
    const move = (/** @type {PointerEvent} */ event) => {
      this._moved = true;
      chosen = yearsAt(this._moment(event));
      this._options.preview(...chosen);
      this.mark(...chosen);
    };
    followPointer(pressed, move, (done) => {
      // A drag that the browser took for a scroll chooses no period.
      if (chosen && done) this._choose(...chosen);
      else if (chosen) this._leave();
    });
  }

  _leave() {
    this._options.preview();
    this.set(this._period);
  }

  /** @param {number} first @param {number} last */
  _choose(first, last) {
    clearTimeout(this._idle);
    this._pending = null;
    this._period = periodWithin([first, last], this._options.years);
    this.mark(first, last);
    this._options.choose(first, last);
  }

  /**
   * An end of the period, or its middle by which the whole is moved, as a slider.
   * @param {Edge} edge
   */
  _handle(edge) {
    const { strings, years } = this._options;
    const handle = this._layer.appendChild(make("div", "time-handle"));
    handle.dataset.edge = edge;
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", strings[edge]);
    handle.setAttribute("aria-valuemin", String(years[0]));
    handle.setAttribute("aria-valuemax", String(years[1]));
    handle.title = strings[edge];
    const { signal } = this._ended;
    handle.addEventListener("pointerdown", (event) => this._grab(event, edge), { signal });
    handle.addEventListener("keydown", (event) => this._key(event, edge), { signal });
    handle.addEventListener("blur", () => this._letGo(), { signal });
    return handle;
  }

  /**
   * An end goes to the beginning of a year that is nearest to the pointer.
   * @param {PointerEvent} event @param {Edge} edge
   */
  _grab(event, edge) {
    this._measure();
    const { years } = this._options;
    const period = this._period || years;
    const held = { first: period[0], last: period[1] + 1, both: fractionalYear(this._moment(event)) }[edge];
    const by = (/** @type {number} */ at) => Math.round(fractionalYear(at) - held);
    this._follow(event, (at) => movedPeriod(edge, period, by(at), years));
  }

  /** @param {KeyboardEvent} event @param {Edge} edge */
  _key(event, edge) {
    const by = KEYS[event.key];
    if (event.key === "Enter") this._letGo();
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { years } = this._options;
    this._pending = movedPeriod(edge, this._pending || this._period || years, by, years);
    this._options.preview(...this._pending);
    this.mark(...this._pending);
    clearTimeout(this._idle);
    this._idle = window.setTimeout(() => this._letGo(), IDLE_MS);
  }

  _letGo() {
    if (this._pending) this._choose(...this._pending);
  }

  /** Where the plot begins in the window: it may have been scrolled. */
  _measure() {
    this._left = this._layer.getBoundingClientRect().left;
  }

  /** @returns {[number, number]} */
  _range() {
    const [start, end] = this._chart.layout.xaxis.range;
    return [new Date(start).getTime(), new Date(end).getTime()];
  }

  /** @param {number} moment */
  _x(moment) {
    return pixelOf(moment, this._range(), this._width);
  }

  /** @param {PointerEvent} event */
  _moment(event) {
    return momentAt((event.clientX - this._left) / this._scale, this._range(), this._width);
  }

  /**
   * Where the bar of a journey lies, or null.
   * @param {string} id
   */
  _barOf(id) {
    const trace = this._chart.data.find((one) => one.name === "journeys");
    const at = trace && trace.customdata ? [...trace.customdata].indexOf(id) : -1;
    if (!trace || at < 0) return null;
    const start = new Date(trace.base[at]).getTime();
    const bar = {
      from: this._x(start),
      to: this._x(start + trace.x[at]),
      middle: trace.y[at],
      thickness: trace.width[at],
    };
    return barBox(bar, this._chart.layout.yaxis.range, this._layer.offsetHeight);
  }
}

/** @param {string} tag @param {string} className */
function make(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/**
 * Tells a slider's value where it is another one: a frame that says nothing new costs less.
 * @param {HTMLElement} handle @param {number} value @param {string} words
 */
function say(handle, value, words) {
  if (handle.getAttribute("aria-valuenow") === String(value) && !words) return;
  handle.setAttribute("aria-valuenow", String(value));
  if (words && handle.getAttribute("aria-valuetext") !== words) handle.setAttribute("aria-valuetext", words);
}

/** @param {Record<string, number>} box */
function pixels(box) {
  return Object.fromEntries(Object.entries(box).map(([side, value]) => [side, `${value}px`]));
}

/** @param {PlotlyEvent} event */
function idOf(event) {
  const point = event.points && event.points[0];
  const id = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
  return id ? String(id) : null;
}
