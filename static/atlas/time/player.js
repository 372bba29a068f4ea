/* Plays time: a year at a time by hand, or by itself, within a frame.
 *
 * A Player fills an element with its buttons. While it plays, `at(moment, years, first)` is called
 * for every frame; a single step calls `step(first, last)`; `choose(first, last)` is called once
 * when it is let go. `counts` are the official arrivals by year. Where the reader asked for less
 * motion, it goes from year to year.
 */
import { Answer } from "./answer.js";
import { beginning, frameOf, momentAfter, windowAt } from "./playing.js";
import { periodWithin, samePeriod, startOf, yearOf } from "./years.js";

const WINDOWS = [1, 2, 3, 5, 10];
const SPEEDS = [0.5, 1, 2, 4];
const IDLE_MS = 600; // after the last key a step counts as let go
const STILL_MS = 1200; // for each year where there is less motion

/**
 * @typedef {object} PlayerOptions
 * @property {Years} years
 * @property {Record<string, YearCount>} counts by year, each with who says so
 * @property {TimeStrings} strings
 * @property {(moment: number, years: number, first: number) => void} at
 * @property {(first: number, last: number) => void} step
 * @property {(first: number, last: number) => void} choose
 */

export class Player {
  /** @param {HTMLElement} element @param {PlayerOptions} options */
  constructor(element, options) {
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
    /** @type {number | null} */
    this._said = null;
    this._drawnAt = 0;
    this._frame = 0;
    this._idle = 0;
    this._button = document.createElement("button");
    this._slider = document.createElement("input");
    this._readout = document.createElement("output");
    this._build(element);
    this._answer = new Answer(element, options.strings.who);
    this.set(null);
  }

  /**
   * The period that is chosen, or null for the whole time; it becomes the frame to play in.
   * @param {Years | null} period
   */
  set(period) {
    if (this._playing || samePeriod(period, this._own)) return;
    this._own = null;
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
    this._drawnAt = performance.now();
    this._draw();
    this._say();
    this._next();
  }

  _next() {
    this._frame = requestAnimationFrame((now) => this._tick(now));
  }

  /** @param {number} now */
  _tick(now) {
    const past = Math.max(0, now - this._drawnAt);
    if (still() && past < STILL_MS / this._speed) return this._next();
    this._drawnAt = now;
    this._moment = still() ? startOf(this._year + 1) : momentAfter(this._moment, past, this._speed);
    if (this._moment >= startOf(this._range[1] + 1)) {
      if (!this._loop) return this._end();
      this._moment = startOf(this._range[0]);
    }
    this._draw();
    this._next();
  }

  /** One frame: the years of the window as far as the moment, or whole where nothing may move. */
  _draw() {
    const [first, last] = this._years;
    if (still()) this._options.step(first, last);
    else this._options.at(this._moment, this._window, first);
    if (this._said !== last) this._say();
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
    this._options.choose(...period);
  }

  /**
   * Goes to a year by hand; the server hears of it when no further step follows.
   * @param {number} year
   */
  _go(year, wait = IDLE_MS) {
    this._stop();
    const [start, end] = this._options.years;
    this._moment = startOf(Math.min(Math.max(year, start), end));
    this._options.step(...this._years);
    this._say();
    clearTimeout(this._idle);
    this._idle = window.setTimeout(() => this._letGo(this._years), wait);
  }

  /** @param {HTMLElement} element */
  _build(element) {
    const { strings } = this._options;
    element.classList.add("time-player");
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", strings.player);
    const back = element.appendChild(button("back", () => this._go(this._year - 1)));
    name(back, "‹", strings.back);
    this._button = element.appendChild(button("play", () => this.toggle()));
    const forward = element.appendChild(button("forward", () => this._go(this._year + 1)));
    name(forward, "›", strings.forward);
    element.append(this._slider, this._readout);
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

  /** The year, the official arrivals of that year, and what the button does now. */
  _say() {
    const { strings, counts, years } = this._options;
    const year = this._year;
    this._said = year;
    name(this._button, this._playing ? "❚❚" : "▶", this._playing ? strings.pause : strings.play);
    const whole = !this._period && !this._playing && this._moment === startOf(years[0]);
    const count = counts[year] ? strings.arrived.replace("{n}", counts[year].count) : strings.noCount;
    const text = whole ? strings.whole : `${year} · ${count}`;
    this._slider.value = String(year);
    this._slider.setAttribute("aria-valuetext", text);
    const bold = document.createElement("b");
    bold.textContent = whole ? "" : String(year);
    this._readout.replaceChildren(bold, whole ? text : ` ${count}`);
    this._answer.show(whole || this._playing ? undefined : counts[year]);
    // A voice that reads every year aloud could not keep up.
    this._readout.setAttribute("aria-live", this._playing ? "off" : "polite");
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

/** @param {{ one: string, other: string }} words @param {number} n */
function counted(words, n) {
  return (n === 1 ? words.one : words.other).replace("{n}", n === 0.5 ? "½" : String(n));
}
