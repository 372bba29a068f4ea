/* Gives a lesson: map and timeline beside a text, stepped by key, clicker, button or by itself.
 *
 * `new Lesson(lesson, atlas)` takes over the page (see lesson_page.py). The step stands in the
 * address as `#3`; `?kiosk` plays by itself. Whoever frames the page is told of each step by a
 * `lesson-step` event on the frame.
 */
import { isDark, whenColoursChange } from "../colours/palette.js";
import { Glossary } from "../glossary/glossary.js";
import { sentence } from "../map/journeys/sentence.js";
import { Timeline } from "../time/timeline.js";
import { chartFor, inDark } from "./chart.js";
import { actOf, isTaken, keepsBlank } from "./keys.js";
import { Kiosk } from "./kiosk.js";
import { Notes } from "./notes.js";
import { LessonPage } from "./page.js";
import { LessonPlay } from "./play.js";
import { pupilsFoot } from "./pupils.js";
import { changeRoom, enterRoom } from "./room.js";
import { attendSwipes } from "./swipe.js";
import { announcement, cover, sourceLine, content } from "./words.js";

const SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7]; // of the type, until a step fits the screen
const MAP = ".leaflet-container";
const CONTROLS = "button, a, summary, [role=button], [role=slider], select, input";

export class Lesson {
  /** @param {LessonData} lesson @param {Atlas} atlas */
  constructor(lesson, atlas) {
    this.lesson = lesson;
    this.atlas = atlas;
    this.step = 0;
    /** @type {Set<string>} content notes that were read: asked for, or passed on the first step */
    this._agreed = new Set();
    this._begun = false;
    this._pointed = false; // the focus is where a pointer put it, not a key
    /** @type {Timeline | null} */
    this._timeline = null;
    this._acts = this._allActs();
    this._glossary = new Glossary(lesson.terms, lesson.strings.termClose); // first to hear a key
    this._notes = new Notes(lesson.strings, (event) => this._key(event));
    this._kiosk = new Kiosk({ next: () => this._goOn(), again: () => this._again() });
    enterRoom();
    const room = { timeline: () => this._timeline, resized: () => this.timed() };
    this._play = new LessonPlay(lesson, atlas, room);
    this._page = new LessonPage(lesson.strings, this._acts, this._notes.elements, this._play.row);
    this._page.room.setAttribute("aria-pressed", String(isDark()));
    this._listen();
    const kiosk = new URLSearchParams(location.search).has("kiosk");
    this.go(this._asked());
    if (kiosk) this._kiosk.set(true, this._text);
  }

  /**
   * Shows a step, counted from 0; one that is announced as heavy asks first.
   * @param {number} number
   */
  go(number) {
    const leavesFirst = this._begun && this.step === 0 && number > 0 && !this._waiting;
    if (leavesFirst) this._agreed.add(this.lesson.care);
    this._begun = true;
    this.step = Math.min(Math.max(number, 0), this._last);
    const step = this._step;
    this._page.closeForStep();
    this._play.close();
    document.body.classList.toggle("chart-first", step.chart);
    this._words(step);
    this._map(step);
    this.timed();
    this._notes.tell(this._place, step, this.lesson.steps[this.step + 1]);
    this._address();
    this._page.play.disabled = this._waiting;
    this._page.back.disabled = this.step === 0;
    this._page.next.disabled = this.step === this._last && !this._waiting;
    this._page.sayNext(this._waiting);
    this._page.bar.style.width = `${(100 * (this.step + 1)) / this.lesson.steps.length}%`;
    this._kiosk.stay(this._text);
  }

  next() {
    if (this._waiting) this._agree();
    else if (this.step < this._last) this.go(this.step + 1);
  }

  back() {
    if (this.step > 0) this.go(this.step - 1);
  }

  /** The timeline of the step, once Plotly is there: it is large, and comes last. */
  timed() {
    if (!window.Plotly) return;
    const { figure, chart, period } = this._step;
    const element = this._page.chart;
    const room = { width: element.clientWidth, height: element.clientHeight };
    const light = this.lesson.figures[figure];
    const shown = isDark() ? inDark(light, this.lesson.dark) : light;
    const { data, layout } = chartFor(shown, room, chart);
    window.Plotly.react(element, data, layout, { displayModeBar: false, responsive: false });
    this._timeline ||= this._live(/** @type {PlotlyChart} */ (element));
    this._timeline.set(period);
  }

  /** What is on the screen now, for tests. */
  shown() {
    const { journeys, marks, focus } = this.atlas.drawn();
    const stops = focus ? marks.map((mark) => mark.id) : [];
    const heading = this._page.heading.textContent;
    return { step: this.step + 1, heading, journeys, focus, stops, waiting: this._waiting };
  }

  get _step() {
    return this.lesson.steps[this.step];
  }

  get _last() {
    return this.lesson.steps.length - 1;
  }

  /** The place of the step among the others, in words. */
  get _place() {
    const { title, strings, steps } = this.lesson;
    return sentence(strings.place, { title, n: this.step + 1, count: steps.length });
  }

  get _text() {
    return this._page.body.textContent || "";
  }

  /** True while a step that is heavy waits to be asked for. */
  get _waiting() {
    return Boolean(this._step.care) && !this._agreed.has(this._step.care);
  }

  _agree() {
    this._agreed.add(this._step.care);
    this.go(this.step);
  }

  _skip() {
    if (this.step < this._last) this.go(this.step + 1);
  }

  /** A heavy step is announced and passed over where nobody leads; after the last comes the first. */
  _goOn() {
    this.go(this.step === this._last ? 0 : this.step + 1);
  }

  _again() {
    this._agreed.clear();
    this.go(0);
  }

  /** @param {LessonStep} step */
  _words(step) {
    const { strings, title } = this.lesson;
    const { place, heading, body, foot, words } = this._page;
    place.textContent = this._place;
    heading.textContent = step.heading;
    document.title = `${step.heading} · ${title}`;
    const asks = this._waiting;
    document.body.classList.toggle("asks", asks);
    if (asks)
      body.replaceChildren(
        ...announcement(step, strings, { agree: () => this._agree(), skip: () => this._skip() }),
      );
    else body.replaceChildren(...(this.step ? [] : cover(this.lesson)), ...content(step, strings));
    if (!asks && this.step === this._last) body.append(...pupilsFoot(strings));
    this._glossary.light(...(asks ? [] : [body]));
    foot.replaceChildren(...(asks ? [] : [sourceLine(step)]));
    words.scrollTop = 0;
    window.scrollTo({ top: 0 }); // on a phone the step is longer than the screen
    this._fit();
  }

  /** Makes the type as much smaller as a long step needs to be seen whole. */
  _fit() {
    const { words } = this._page;
    SIZES.find((size) => {
      words.style.fontSize = `${size}em`;
      return words.scrollHeight <= words.clientHeight + 1;
    });
  }

  /**
   * A heavy step shows nothing of itself before it is asked for.
   * @param {LessonStep} step
   */
  _map(step) {
    const none = { ...step.state, ids: "", asked: "", open: null, only: null };
    this.atlas.show(this._waiting ? none : step.state);
    this._page.map.setAttribute("aria-label", this._waiting ? step.care : step.map);
  }

  _recolour() {
    this._page.room.setAttribute("aria-pressed", String(isDark()));
    this.timed();
  }

  /**
   * The timeline stays live: dragging over it explores, the next step goes on.
   * @param {PlotlyChart} chart
   */
  _live(chart) {
    return new Timeline(chart, {
      years: this.atlas.records.packed.years,
      strings: this.lesson.strings,
      preview: (first, last) => this.atlas.preview(first, last),
      choose: (first, last) => this.atlas.preview(first, last),
      click: () => {},
      hover: (id) => this.atlas.light(id),
    });
  }

  _listen() {
    const { blank } = this._page;
    // Before the map, which pans by the arrows once it was clicked.
    window.addEventListener("keydown", (event) => this._key(event), { capture: true });
    window.addEventListener("pointerdown", () => (this._pointed = true), { capture: true });
    window.addEventListener("hashchange", () => this._asked() !== this.step && this.go(this._asked()));
    window.addEventListener("resize", () => {
      this._fit();
      this.timed();
    });
    whenColoursChange(() => this._recolour());
    const touched = () => this._kiosk.touched();
    for (const name of ["pointerdown", "keydown", "wheel"]) {
      window.addEventListener(name, touched, { capture: true, passive: true });
    }
    document.addEventListener(
      "atlas-lit",
      (event) => this._timeline && this._timeline.light(event.detail.id),
    );
    attendSwipes(this._page.words, this._acts);
    this.atlas.on("click", (event) => this._read(event.layer.toGeoJSON().id));
    blank.addEventListener("click", () => (blank.hidden = true));
  }

  /** @returns {Record<LessonAct, () => void>} */
  _allActs() {
    return {
      next: () => this.next(),
      back: () => this.back(),
      first: () => this.go(0),
      last: () => this.go(this._last),
      leave: () => this._leave(),
      end: () => tellFrame("lesson-leave"),
      help: () => this._page.toggle(this._page.help),
      account: () => this._page.account && this._page.toggle(this._page.account),
      blank: () => (this._page.blank.hidden = !this._page.blank.hidden),
      notes: () => this._page.toggle(this._page.notes),
      pupils: () => this._page.toggle(this._page.pupils),
      window: () => this._notes.open(),
      skip: () => this._waiting && this._skip(),
      full: fullScreen,
      room: changeRoom,
      kiosk: () => this._kiosk.set(!this._kiosk.on, this._text),
      play: () => this._waiting || this._play.toggle(this._step.period),
    };
  }

  /** What is open goes first, then the years that play: then the step is shown as it was. */
  _leave() {
    if (this._page.isOpen) this._page.close();
    else if (this._play.close()) this._map(this._step);
    else tellFrame("lesson-leave");
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key } = event;
    const target = /** @type {Partial<Element>} */ (event.target);
    const on = (/** @type {string} */ name) => Boolean(target.closest && target.closest(name));
    if (key === "Tab") this._pointed = false;
    const map = !this._pointed && document.activeElement?.matches(MAP);
    if (isTaken(key, { button: on(CONTROLS), slider: on("[role=slider], input, select"), map })) return;
    const act = actOf(key, event.code);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const { blank } = this._page;
    if (!blank.hidden && !keepsBlank(act)) blank.hidden = true;
    else this._acts[act]();
  }

  /**
   * A mark leads to its words, where they are in the page; to a content note first.
   * @param {string} id
   */
  _read(id) {
    const words = document.getElementById(id);
    if (!words || !this._page.account) return;
    this._page.close();
    this._page.account.hidden = false;
    const gate = /** @type {HTMLDetailsElement | null} */ (words.closest(".gate:not([open])"));
    if (!gate) {
      words.scrollIntoView({ block: "center" });
      location.hash = id;
      return;
    }
    gate.querySelector("summary")?.focus();
    gate.scrollIntoView({ block: "center" });
    gate.addEventListener("toggle", () => words.scrollIntoView({ block: "center" }), { once: true });
  }

  _asked() {
    const number = Number.parseInt(location.hash.slice(1), 10);
    return Number.isFinite(number) ? number - 1 : this.step;
  }

  _address() {
    const hash = `#${this.step + 1}`;
    if (location.hash !== hash) history.replaceState(null, "", hash);
    tellFrame("lesson-step", { step: this.step + 1 });
  }
}

/**
 * Tells whoever frames the page.
 * @param {string} name
 */
function tellFrame(name, detail = {}) {
  if (window.frameElement)
    window.frameElement.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}
