/* A period on a Plotly timeline that can be dragged anew, resized at its ends and moved as a whole,
 * by pointer and by keyboard, and the marks that other parts of the page set on it.
 *
 * new AtlasTimeline(chart, {years, strings, preview, choose, click, hover}) lies over the plot of
 * `chart`. `preview(first, last)` is called for every move, without arguments where nothing is
 * chosen after all; `choose(first, last)` once when it is let go; `click(id)` and `hover(id)` with
 * the id of the mark under the pointer. Plotly's own selection is kept from beginning.
 */
(function () {
  "use strict";

  const LEAST_DRAG_PX = 6; // less is a click
  const IDLE_MS = 600; // after the last key a choice counts as let go
  const START = (year) => Date.UTC(year, 0, 1);

  window.AtlasTimeline = class {
    constructor(chart, options) {
      this._chart = chart;
      this._options = options;
      this._hovered = null;
      this._shown = { period: null };
      this._ended = new AbortController();
      this._layer = make("div", "time-layer");
      this._frame = this._layer.appendChild(make("div", "time-frame"));
      this._cursor = this._layer.appendChild(make("div", "time-cursor"));
      this._lightMark = this._layer.appendChild(make("div", "time-light"));
      this._handles = ["first", "last", "both"].map((edge) => this._handle(edge));
      this._lightMark.hidden = true;
      this._listen();
      this.place();
    }

    /** The chosen years, or null for the whole time: the chart itself frames them. */
    set(period) {
      this._period = period;
      this._shown = { period };
      this._chart.classList.remove("time-other");
      this._draw();
    }

    /** Shows years and a moment (ms) in place of the years that the chart frames as chosen. */
    mark(first, last, moment) {
      this._shown = { period: [first, last], moment, other: true };
      this._chart.classList.add("time-other");
      this._draw();
    }

    /** Frames the bar of a journey, or none. */
    light(id) {
      const box = id && this._barOf(id);
      this._lightMark.hidden = !box;
      if (box) Object.assign(this._lightMark.style, pixels(box));
    }

    /** Lays everything where the plot is now. */
    place() {
      const plot = this._chart.querySelector(".nsewdrag");
      if (!plot) return;
      if (this._layer.parentElement !== this._chart) this._chart.appendChild(this._layer);
      const box = plot.getBoundingClientRect();
      const outer = this._chart.getBoundingClientRect();
      this._width = box.width;
      const within = { left: box.left - outer.left, top: box.top - outer.top, width: box.width, height: box.height };
      Object.assign(this._layer.style, pixels(within));
      this._draw();
    }

    /** Draws the period on the plot, of which the width is known. */
    _draw() {
      const { period, moment, other } = this._shown;
      const [first, last] = period || this._options.years;
      const from = this._x(START(first));
      const to = this._x(moment === undefined ? START(last + 1) : moment);
      this._frame.hidden = !other;
      Object.assign(this._frame.style, { left: `${from}px`, width: `${Math.max(1, to - from)}px` });
      this._cursor.hidden = moment === undefined;
      this._cursor.style.left = `${to}px`;
      const middles = { first: from, last: to, both: (from + to) / 2 };
      for (const handle of this._handles) {
        const { edge } = handle.dataset;
        handle.style.left = `${middles[edge]}px`;
        handle.hidden = moment !== undefined || (edge === "both" && !period);
        say(handle, edge === "last" ? last : first, edge === "both" ? `${first}–${last}` : "");
      }
    }

    remove() {
      this._ended.abort();
      this._resized.disconnect();
      // A chart that was taken down has forgotten its listeners already.
      if (this._chart.removeListener) for (const name in this._events) this._chart.removeListener(name, this._events[name]);
      this._layer.remove();
    }

    _listen() {
      const { signal } = this._ended;
      const own = (event) => event.target.closest(".nsewdrag");
      this._chart.addEventListener("pointerdown", (event) => own(event) && this._press(event), { capture: true, signal });
      // Without this a finger would begin Plotly's own selection beside ours.
      this._chart.addEventListener("touchstart", (event) => own(event) && event.stopPropagation(), { capture: true, signal });
      this._chart.addEventListener("click", (event) => own(event) && this._clicked(), { capture: true, signal });
      this._events = {
        plotly_hover: (event) => this._hover(idOf(event)),
        plotly_unhover: () => this._hover(null),
        plotly_afterplot: () => this.place(),
      };
      for (const name in this._events) this._chart.on(name, this._events[name]);
      this._resized = new ResizeObserver(() => this.place());
      this._resized.observe(this._chart);
    }

    _hover(id) {
      this._hovered = id;
      this._options.hover(id);
    }

    _clicked() {
      if (!this._moved && this._hovered) this._options.click(this._hovered);
    }

    /** A new period from where the pointer was pressed to where it is. */
    _press(event) {
      this._measure();
      const start = this._moment(event);
      this._follow(event, (at) => wholeYears(start, at));
    }

    /** Shows the years that `yearsAt(moment)` gives for where the pointer is, until it is let go. */
    _follow(pressed, yearsAt) {
      if (pressed.button) return;
      if (pressed.pointerType !== "touch") pressed.preventDefault(); // no mouse events for Plotly
      this._moved = false;
      let chosen = null;
      const ended = new AbortController();
      let last = null;
      let drawn = false; // in this frame, of which a fast mouse fills one with many moves
      const move = (event) => {
        const early = event.type === "pointerrawupdate";
        if (event.pointerId !== pressed.pointerId || (early && drawn) || event.clientX === last) return;
        last = event.clientX;
        drawn = true;
        requestAnimationFrame(() => (drawn = false));
        this._moved ||= Math.abs(event.clientX - pressed.clientX) > LEAST_DRAG_PX;
        if (!this._moved) return;
        chosen = yearsAt(this._moment(event));
        this._options.preview(...chosen);
        this.mark(...chosen);
      };
      const release = (event) => {
        if (event.pointerId !== pressed.pointerId) return;
        ended.abort();
        // A drag that the browser took for a scroll chooses no period.
        if (chosen && event.type === "pointerup") this._choose(...chosen);
        else if (chosen) this._leave();
      };
      const options = { capture: true, signal: ended.signal };
      // The raw move comes before the frame that shows it, so that drawing waits for nothing.
      window.addEventListener("pointerrawupdate", move, options);
      window.addEventListener("pointermove", move, options);
      window.addEventListener("pointerup", release, options);
      window.addEventListener("pointercancel", release, options);
    }

    _leave() {
      this._options.preview();
      this.set(this._period);
    }

    _choose(first, last) {
      clearTimeout(this._idle);
      this._pending = null;
      const [start, end] = this._options.years;
      this._period = first <= start && last >= end ? null : [first, last];
      this.mark(first, last);
      this._options.choose(first, last);
    }

    /** An end of the period, or its middle by which the whole is moved, as a slider. */
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

    /** An end goes to the beginning of a year that is nearest to the pointer. */
    _grab(event, edge) {
      this._measure();
      const period = this._period || this._options.years;
      const held = { first: period[0], last: period[1] + 1, both: fractionalYear(this._moment(event)) }[edge];
      this._follow(event, (at) => this._resizedTo(edge, period, Math.round(fractionalYear(at) - held)));
    }

    /** The period with one end, or all of it, moved by some years, inside the axis. */
    _resizedTo(edge, [first, last], by) {
      const [start, end] = this._options.years;
      const hold = (year) => Math.min(Math.max(year, start), end);
      if (edge === "both") {
        const held = Math.min(Math.max(by, start - first), end - last);
        return [first + held, last + held];
      }
      const ends = edge === "first" ? [hold(first + by), last] : [first, hold(last + by)];
      return ends.sort((a, b) => a - b);
    }

    _key(event, edge) {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5, Home: -99, End: 99 }[event.key];
      if (event.key === "Enter") this._letGo();
      if (by === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const period = this._pending || this._period || this._options.years;
      this._pending = this._resizedTo(edge, period, by);
      this._options.preview(...this._pending);
      this.mark(...this._pending);
      clearTimeout(this._idle);
      this._idle = setTimeout(() => this._letGo(), IDLE_MS);
    }

    _letGo() {
      if (this._pending) this._choose(...this._pending);
    }

    /** Where the plot begins in the window: it may have been scrolled. */
    _measure() {
      this._left = this._layer.getBoundingClientRect().left;
    }

    _range() {
      return this._chart.layout.xaxis.range.map((edge) => new Date(edge).getTime());
    }

    _x(moment) {
      const [start, end] = this._range();
      return ((Math.min(Math.max(moment, start), end) - start) / (end - start)) * this._width;
    }

    _moment(event) {
      const [start, end] = this._range();
      return start + ((event.clientX - this._left) / this._width) * (end - start);
    }

    /** Where the bar of a journey lies, or null. */
    _barOf(id) {
      const trace = this._chart.data.find((one) => one.name === "journeys");
      const at = trace && trace.customdata ? [...trace.customdata].indexOf(id) : -1;
      if (at < 0) return null;
      const start = new Date(trace.base[at]).getTime();
      const [low, high] = this._chart.layout.yaxis.range;
      const scale = this._layer.offsetHeight / (high - low);
      const [left, right] = [this._x(start), this._x(start + trace.x[at])];
      const height = trace.width[at] * scale;
      return { left: left - 3, top: (high - trace.y[at]) * scale - height / 2 - 3, width: right - left + 6, height: height + 6 };
    }
  };

  function make(tag, className) {
    const element = document.createElement(tag);
    element.className = className;
    return element;
  }

  /** Tells a slider's value where it is another one: a frame that says nothing new costs less. */
  function say(handle, value, words) {
    if (handle.getAttribute("aria-valuenow") === String(value) && !words) return;
    handle.setAttribute("aria-valuenow", String(value));
    if (words && handle.getAttribute("aria-valuetext") !== words) handle.setAttribute("aria-valuetext", words);
  }

  function pixels(box) {
    return Object.fromEntries(Object.entries(box).map(([side, value]) => [side, `${value}px`]));
  }

  function idOf(event) {
    const point = event.points && event.points[0];
    const id = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
    return id ? String(id) : null;
  }

  function yearAt(moment) {
    return new Date(moment).getUTCFullYear();
  }

  /** The years whose middle lies between two moments (ms), as the server takes them. */
  function wholeYears(...edges) {
    const [start, end] = edges.map(fractionalYear).sort((a, b) => a - b);
    const first = Math.ceil(start - 0.5);
    const last = Math.floor(end - 0.5);
    if (first <= last) return [first, last];
    const nearest = Math.floor((start + end) / 2);
    return [nearest, nearest];
  }

  function fractionalYear(moment) {
    const year = yearAt(moment);
    return year + (moment - START(year)) / (START(year + 1) - START(year));
  }
})();
