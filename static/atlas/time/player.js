/* Plays time: a year at a time by hand, or by itself, within a frame.
 *
 * A Player fills an element with its buttons. While it plays, `at(moment, years, first, frame)` is
 * called for every frame; a single step calls `step(first, last)`; `choose(first, last)` is called
 * once when it is let go. What it asks of others: `times(frame)`, and `event(from, to)`, the last one
 * between two moments. A gap in which nothing happens passes quickly. Where the reader asked for less
 * motion, it goes from year to year.
 */
import {
  beginning,
  countTo,
  frameOf,
  gapsOf,
  longGapAt,
  momentAfter,
  toldFrom,
  windowAt,
} from "./playing.js";
import { counted, Readout } from "./readout.js";
import { periodWithin, samePeriod, startOf, yearOf } from "./years.js";

const WINDOWS = [1, 2, 3, 5, 10];
const SPEEDS = [0.5, 1, 2, 4];
const IDLE_MS = 600; // after the last key a step counts as let go
const STILL_MS = 1200; // for each year where there is less motion
const STILL_GAP_MS = 250; // and in which nothing happens

/**
 * @typedef {object} PlayerOptions
 * @property {Years} years
 * @property {Counts} counts of arrivals, each with who says so
 * @property {TimeStrings} strings
 * @property {(moment: number, years: number, first: number, frame: Years) => void} at
 * @property {(frame: Years) => Times | null} times null where nobody knows
 * @property {(from: number, to: number) => string} event
 * @property {() => void} begin is called when it begins to play
 * @property {(first: number, last: number, frame: Years) => void} step
 * @property {(first: number, last: number, frame: Years) => void} choose
 * @property {() => void} leave is called when years that it let go are no longer chosen
 */

export class Player {
  /** @param {HTMLElement} element @param {PlayerOptions} options */
  constructor(element, options) {
    this._element = element;
    this._options = options;
    this._playing = false;
    this._loop = false;
    this._window = 1;
    this._speed = 1;
    this._range = options.years;
    this._moment = startOf(options.years[0]);
    /** @type {Years | null} */
    this._own = null; // what it chose itself
    /** @type {Years | null} */
    this._period = null;
    /** @type {number[] | null} */
    this._begun = null;
    /** @type {Stretch[]} */
    this._gaps = [];
    this._drawnAt = 0;
    this._frame = 0;
    this._idle = 0;
    this._button = document.createElement("button");
    this._slider = document.createElement("input");
    this._build();
    const asked = () => this._playing && this._pause();
    this._readout = new Readout(element, options.strings, options.counts, asked);
    this.set(null);
  }

  /**
   * The period that is chosen, or null for the whole time; it becomes the frame to play in.
   * @param {Years | null} period
   */
  set(period) {
    if (this._playing) return this._plan();
    if (samePeriod(period, this._own)) return;
    if (this._own) this._options.leave();
    this._own = this._begun = null;
    this._period = period;
    this._range = frameOf(period, this._window, this._options.years);
    this._moment = beginning(period, this._range);
    this._say();
  }

  /** Plays, or stops playing where it is. */
  toggle() {
    if (this._playing) this._pause();
    else this._play();
  }

  /** Stops, and lets go of nothing. */
  rest() {
    clearTimeout(this._idle);
    this._stop();
    this._own = null;
    this._say();
  }

  get _year() {
    return yearOf(this._moment);
  }

  /** The years of the window that ends now. */
  get _years() {
    return windowAt(this._moment, this._window, this._options.years);
  }

  _play() {
    clearTimeout(this._idle);
    if (this._moment >= startOf(this._range[1] + 1) - 1) this._moment = startOf(this._range[0]);
    this._playing = true;
    this._options.begin();
    this._plan();
    this._drawnAt = performance.now();
    this._draw();
    this._next();
  }

  /** What will happen when. */
  _plan() {
    const times = this._options.times(this._range);
    this._begun = times && times.begun;
    this._gaps = times ? gapsOf(times.happenings, this._range) : [];
  }

  _next() {
    this._frame = requestAnimationFrame((now) => this._tick(now));
  }

  /** @param {number} now */
  _tick(now) {
    const past = Math.max(0, now - this._drawnAt);
    if (still() && past < (this._isGap ? STILL_GAP_MS : STILL_MS / this._speed)) return this._next();
    this._drawnAt = now;
    const { _moment: moment, _speed: speed, _gaps: gaps } = this;
    this._moment = still() ? startOf(this._year + 1) : momentAfter(moment, past, speed, gaps);
    if (this._moment >= startOf(this._range[1] + 1)) {
      if (!this._loop) return this._end();
      this._moment = startOf(this._range[0]);
    }
    this._draw();
    this._next();
  }

  /** One frame: as far as the moment, or to the end of its year where nothing may move. */
  _draw() {
    this._options.at(this._shown, this._window, this._years[0], this._range);
    this._say();
  }

  get _shown() {
    return still() ? startOf(this._year + 1) - 1 : this._moment;
  }

  /** Whether the moment lies in a gap that would take long, or all of its year in any. */
  get _isGap() {
    if (!still()) return Boolean(longGapAt(this._moment, this._speed, this._gaps));
    const [from, to] = [startOf(this._year), startOf(this._year + 1)];
    return this._gaps.some(([start, end]) => start <= from && end >= to);
  }

  _pause() {
    this._stop();
    this._letGo(this._years);
  }

  /** At its end the frame that it played in is shown again. */
  _end() {
    this._stop();
    this._moment = startOf(this._range[1] + 1) - 1;
    this._letGo(this._range);
  }

  _stop() {
    cancelAnimationFrame(this._frame);
    this._playing = false;
  }

  /** @param {Years} period */
  _letGo(period) {
    clearTimeout(this._idle);
    this._own = this._period = periodWithin(period, this._options.years);
    this._say();
    this._options.choose(...period, this._range);
  }

  /**
   * Goes to a year by hand; the server hears of it when no further step follows.
   * @param {number} year
   */
  _go(year, wait = IDLE_MS) {
    this._stop();
    this._begun = null;
    const [start, end] = this._options.years;
    this._moment = startOf(Math.min(Math.max(year, start), end));
    this._options.step(...this._years, this._range);
    this._say();
    clearTimeout(this._idle);
    this._idle = window.setTimeout(() => this._letGo(this._years), wait);
  }

  _build() {
    const { _element: element, _options: options } = this;
    const { strings } = options;
    element.classList.add("time-player");
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", strings.player);
    const back = element.appendChild(button("back", () => this._go(this._year - 1)));
    name(back, "‹", strings.back);
    this._button = element.appendChild(button("play", () => this.toggle()));
    const forward = element.appendChild(button("forward", () => this._go(this._year + 1)));
    name(forward, "›", strings.forward);
    element.append(this._slider);
    this._slide();
    const years = choices(WINDOWS, WINDOWS[0], (n) => counted(strings.years, n));
    years.addEventListener("change", () => (this._window = Number(years.value)));
    element.append(labelled("window", strings.window, years));
    const speeds = choices(SPEEDS, this._speed, (n) => counted(strings.perSecond, n));
    speeds.addEventListener("change", () => (this._speed = Number(speeds.value)));
    element.append(labelled("speed", strings.speed, speeds));
    this._offerLoop(element);
  }

  _slide() {
    const { strings, years } = this._options;
    const slider = this._slider;
    Object.assign(slider, { type: "range", min: years[0], max: years[1], step: 1 });
    slider.setAttribute("aria-label", strings.year);
    slider.addEventListener("input", () => this._go(Number(slider.value)));
    slider.addEventListener("pointerup", () => this._go(Number(slider.value), 0));
  }

  /** @param {HTMLElement} element */
  _offerLoop(element) {
    const loop = element.appendChild(document.createElement("label"));
    const box = loop.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.dataset.player = "loop";
    box.addEventListener("change", () => (this._loop = box.checked));
    loop.append(this._options.strings.loop);
  }

  /** What is so now, and what the button does. */
  _say() {
    const { strings, years, event } = this._options;
    const year = this._year;
    const playing = this._playing;
    name(this._button, playing ? "❚❚" : "▶", playing ? strings.pause : strings.play);
    this._element.classList.toggle("in-use", playing || this._own !== null);
    const whole = !this._period && !playing && this._moment === startOf(years[0]);
    this._slider.value = String(year);
    this._slider.setAttribute("aria-valuetext", this._readout.yearly(year, whole));
    this._readout.say({
      year,
      whole,
      playing,
      begun: this._begun && countTo(this._begun, this._shown),
      event: playing ? event(toldFrom(this._shown, this._window, this._range), this._shown) : "",
      quick: playing && this._isGap,
    });
  }
}

/** True where the reader asked for less motion. */
function still() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @param {string} what @param {() => void} action */
function button(what, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.player = what;
  made.addEventListener("click", action);
  return made;
}

/** @param {HTMLElement} element @param {string} sign @param {string} words */
function name(element, sign, words) {
  element.textContent = sign;
  element.title = words;
  element.setAttribute("aria-label", words);
}

/** @param {number[]} values @param {number} chosen @param {(value: number) => string} say */
function choices(values, chosen, say) {
  const select = document.createElement("select");
  for (const value of values) {
    select.add(new Option(say(value), String(value), value === chosen, value === chosen));
  }
  return select;
}

/** @param {string} what @param {string} words @param {HTMLElement} field */
function labelled(what, words, field) {
  const label = document.createElement("label");
  field.dataset.player = what;
  label.append(words, field);
  return label;
}
