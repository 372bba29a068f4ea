/* Plays time: a year at a time by hand, or by itself, within a frame.
 *
 * new AtlasPlayer(element, {years, counts, strings, at, step, choose}) fills an element with its
 * buttons. While it plays, `at(moment, years, first)` is called for every frame; a single step
 * calls `step(first, last)`; `choose(first, last)` is called once when it is let go. `counts` are
 * the official arrivals by year: {2002: "1,142"}. Where the reader asked for less motion, it goes
 * from year to year.
 */
(function () {
  "use strict";

  const WINDOWS = [1, 2, 3, 5, 10];
  const SPEEDS = [0.5, 1, 2, 4];
  const IDLE_MS = 600; // after the last key a step counts as let go
  const LONGEST_FRAME_MS = 100; // a tab that was hidden does not jump
  const STILL_MS = 1200; // for each year where there is less motion
  const START = (year) => Date.UTC(year, 0, 1);

  window.AtlasPlayer = class {
    constructor(element, options) {
      this._options = options;
      this._playing = false;
      this._loop = false;
      this._window = 1;
      this._speed = 1;
      this._range = options.years;
      this._build(element);
      this.set(null);
    }

    /** The period that is chosen, or null for the whole time; it becomes the frame to play in. */
    set(period) {
      if (this._playing || same(period, this._own)) return;
      this._own = null;
      this._period = period;
      this._range = period && period[1] - period[0] + 1 > this._window ? period : this._options.years;
      this._moment = START(period && this._range !== period ? period[1] : this._range[0]);
      this._say();
    }

    /** Plays, or stops playing where it is. */
    toggle() {
      if (this._playing) this._pause();
      else this._play();
    }

    remove() {
      cancelAnimationFrame(this._frame);
      clearTimeout(this._idle);
    }

    get _year() {
      return new Date(this._moment).getUTCFullYear();
    }

    /** The years of the window that ends now. */
    get _years() {
      return [Math.max(this._options.years[0], this._year - this._window + 1), this._year];
    }

    _play() {
      clearTimeout(this._idle);
      if (this._moment >= START(this._range[1] + 1) - 1) this._moment = START(this._range[0]);
      this._playing = true;
      this._told = performance.now();
      this._draw();
      this._say();
      this._frame = requestAnimationFrame((now) => this._tick(now));
    }

    _tick(now) {
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      const past = Math.max(0, now - this._told);
      if (still && past < STILL_MS / this._speed) {
        this._frame = requestAnimationFrame((next) => this._tick(next));
        return;
      }
      this._told = now;
      const year = START(this._year + 1) - START(this._year);
      this._moment = still ? START(this._year + 1) : this._moment + (Math.min(past, LONGEST_FRAME_MS) / 1000) * this._speed * year;
      if (this._moment >= START(this._range[1] + 1)) {
        if (!this._loop) return this._end();
        this._moment = START(this._range[0]);
      }
      this._draw();
      this._frame = requestAnimationFrame((next) => this._tick(next));
    }

    /** One frame: the years of the window as far as the moment, or whole where nothing may move. */
    _draw() {
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      const [first, last] = this._years;
      if (still) this._options.step(first, last);
      else this._options.at(this._moment, this._window, first);
      if (this._said !== last) this._say();
    }

    _pause() {
      this._stop();
      this._let(...this._years);
    }

    /** At its end the frame that it played in is shown again. */
    _end() {
      this._stop();
      this._moment = START(this._range[1] + 1) - 1;
      this._let(...this._range);
    }

    _stop() {
      cancelAnimationFrame(this._frame);
      this._playing = false;
    }

    _let(first, last) {
      clearTimeout(this._idle);
      const [start, end] = this._options.years;
      this._own = first <= start && last >= end ? null : [first, last];
      this._period = this._own;
      this._say();
      this._options.choose(first, last);
    }

    /** Goes to a year by hand; the server hears of it when no further step follows. */
    _go(year, wait = IDLE_MS) {
      this._stop();
      const [start, end] = this._options.years;
      this._moment = START(Math.min(Math.max(year, start), end));
      this._options.step(...this._years);
      this._say();
      clearTimeout(this._idle);
      this._idle = setTimeout(() => this._let(...this._years), wait);
    }

    _build(element) {
      const { strings, years } = this._options;
      element.classList.add("time-player");
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", strings.player);
      const button = (name, action) => {
        const made = element.appendChild(document.createElement("button"));
        made.type = "button";
        made.dataset.player = name;
        made.addEventListener("click", action);
        return made;
      };
      const named = (made, sign, words) => {
        made.textContent = sign;
        made.title = words;
        made.setAttribute("aria-label", words);
      };
      named(button("back", () => this._go(this._year - 1)), "‹", strings.back);
      this._button = button("play", () => this.toggle());
      named(button("forward", () => this._go(this._year + 1)), "›", strings.forward);
      this._name = named;
      this._slider = element.appendChild(document.createElement("input"));
      Object.assign(this._slider, { type: "range", min: years[0], max: years[1], step: 1 });
      this._slider.setAttribute("aria-label", strings.year);
      this._slider.addEventListener("input", () => this._go(Number(this._slider.value)));
      this._slider.addEventListener("pointerup", () => this._go(Number(this._slider.value), 0));
      this._readout = element.appendChild(document.createElement("output"));
      this._choice(element, "window", strings.window, WINDOWS, (n) => counted(strings.years, n), (n) => (this._window = n));
      this._choice(element, "speed", strings.speed, SPEEDS, (n) => counted(strings.perSecond, n), (n) => (this._speed = n), 1);
      const loop = element.appendChild(document.createElement("label"));
      const box = loop.appendChild(document.createElement("input"));
      box.type = "checkbox";
      box.dataset.player = "loop";
      box.addEventListener("change", () => (this._loop = box.checked));
      loop.append(strings.loop);
    }

    _choice(element, name, words, values, say, change, chosen = values[0]) {
      const label = element.appendChild(document.createElement("label"));
      label.append(words);
      const select = label.appendChild(document.createElement("select"));
      select.dataset.player = name;
      for (const value of values) select.add(new Option(say(value), value, value === chosen, value === chosen));
      select.addEventListener("change", () => change(Number(select.value)));
    }

    /** The year, the official arrivals of that year, and what the button does now. */
    _say() {
      const { strings, counts, years } = this._options;
      this._said = this._year;
      this._name(this._button, this._playing ? "❚❚" : "▶", this._playing ? strings.pause : strings.play);
      const year = this._said;
      const whole = !this._period && !this._playing && this._moment === START(years[0]);
      const count = counts[year] ? strings.arrived.replace("{n}", counts[year]) : strings.noCount;
      const text = whole ? strings.whole : `${year} · ${count}`;
      this._slider.value = String(year);
      this._slider.setAttribute("aria-valuetext", text);
      const bold = document.createElement("b");
      bold.textContent = whole ? "" : String(year);
      this._readout.replaceChildren(bold, whole ? text : ` ${count}`);
      // A voice that reads every year aloud could not keep up.
      this._readout.setAttribute("aria-live", this._playing ? "off" : "polite");
    }
  };

  function counted(words, n) {
    return (n === 1 ? words.one : words.other).replace("{n}", n === 0.5 ? "½" : n);
  }

  function same(a, b) {
    return Boolean(a && b) && a[0] === b[0] && a[1] === b[1];
  }
})();
