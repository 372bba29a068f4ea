/* Gives a lesson: map and timeline beside a text, stepped by key, clicker, button or by itself.
 *
 * `new Lesson(lesson, atlas)` takes over the page (see lesson_page.py). The step stands in the
 * address as `#3`; `?kiosk` plays by itself. Whoever frames the page is told of each step by a
 * `lesson-step` event on the frame.
 */
import { isDark, whenColoursChange } from "../colours/palette.js";
import { Glossary } from "../glossary/glossary.js";
import { sentence } from "../map/journeys/sentence.js";
import { actOf, isTaken, keepsBlank } from "./keys.js";
import { Notes } from "./notes.js";
import { LessonPage } from "./page.js";
import { LessonPlay } from "./play.js";
import { pupilsFoot } from "./pupils.js";
import { changeRoom, enterRoom } from "./room.js";
import { StepChart } from "./step-chart.js";
import { attendSwipes } from "./swipe.js";
import { fullScreen, magnify, tellFrame } from "./wall/browser.js";
import { Kiosk } from "./wall/kiosk.js";
import { Spot } from "./wall/spot.js";
import { StopWalk } from "./wall/stops.js";
import { announcement, cover, sourceLine, content } from "./words.js";

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
    this._begun = this._holds = false; // the map holds still
    this._pointed = false; // the focus is where a pointer put it, not a key
    this._acts = this._allActs();
    this._glossary = new Glossary(lesson.terms, lesson.strings.termClose); // first to hear a key
    this._notes = new Notes(lesson, {
      key: (event) => this._key(event),
      opened: (done) => this._page.toldOfWindow(done),
      here: () => this._page.showNotes(),
    });
    this._kiosk = new Kiosk({
      next: () => this._goOn(),
      again: () => this._again(),
      title: (shown) => (this._page.title.hidden = !shown),
    });
    enterRoom();
    const room = { timeline: () => this._timeline, resized: () => this._playRoom() };
    this._play = new LessonPlay(lesson, atlas, room);
    this._page = new LessonPage(lesson, this._acts, this._notes, this._play.row, () => this._told());
    this._page.room.setAttribute("aria-pressed", String(isDark()));
    this._chart = new StepChart(lesson, atlas, this._page);
    this._stops = new StopWalk(atlas);
    this._spot = new Spot();
    magnify(this.atlas);
    this._listen();
    const kiosk = new URLSearchParams(location.search).has("kiosk");
    this.go(this._asked());
    if (kiosk) this._kiosk.invite();
  }

  /**
   * Shows a step, counted from 0, and a page of it; one that is announced as heavy asks first.
   * @param {number} number @param {number} [page]
   */
  go(number, page = 0) {
    const leavesFirst = this._begun && this.step === 0 && number > 0 && !this._waiting;
    if (leavesFirst) this._agreed.add(this.lesson.care);
    this._begun = true;
    this.step = Math.min(Math.max(number, 0), this._last);
    const step = this._step;
    this._page.closeForStep();
    this._play.close();
    this._stops.reset();
    this._chart.arrange(step);
    this._words(step);
    if (!this._holds) this._map(step);
    this.timed();
    this._address();
    this._page.play.disabled = this._waiting;
    this._page.sayNext(this._waiting);
    this._page.bar.style.width = `${(100 * (this.step + 1)) / this.lesson.steps.length}%`;
    this._turn(page);
  }

  /**
   * Gives another lesson, as while it is put together; what is announced is shown where it `isOpen`.
   * @param {LessonData} lesson @param {number} number @param {boolean} [isOpen]
   */
  change(lesson, number, isOpen = false) {
    const seen = () => JSON.stringify([this.step, this._step.state, this._waiting]);
    const before = seen();
    this._chart.give((this.lesson = lesson));
    if (isOpen) for (const { care } of lesson.steps) this._agreed.add(care);
    this.step = Math.min(number, this._last);
    this._holds = seen() === before;
    this.go(this.step);
    this._holds = false;
  }

  /** The next page of the step, or the next step. */
  next() {
    const { pages } = this._page;
    if (this._waiting) this._agree();
    else if (pages.page + 1 < pages.count) this._turn(pages.page + 1);
    else if (this.step < this._last) this.go(this.step + 1);
  }

  /** The page before, or the last one of the step before. */
  back() {
    const { pages } = this._page;
    if (pages.page) this._turn(pages.page - 1);
    else if (this.step > 0) this.go(this.step - 1, Infinity);
  }

  /**
   * Brings a page of the step's words into sight.
   * @param {number} page
   */
  _turn(page) {
    const { pages } = this._page;
    pages.show(page);
    const { count } = pages;
    this._told();
    if (pages.count !== count) this._told(); // the line that says it took a line more itself
    this._kiosk.stay(this._text);
  }

  /** Says where in the lesson this is, and where it can go. */
  _told() {
    const { pages, place, back, next } = this._page;
    place.textContent = this._place;
    this._notes.tell(this._place, this._step, this.lesson.steps[this.step + 1]);
    back.disabled = this.step === 0 && !pages.page;
    next.disabled = this.step === this._last && pages.page + 1 === pages.count && !this._waiting;
  }

  /** Draws the timeline of the step: Plotly is large, and comes last. */
  timed() {
    this._chart.draw(this._step);
  }

  /** What is on the screen now, for tests. */
  shown() {
    const { journeys, marks, focus } = this.atlas.drawn();
    const stops = focus ? marks.map((mark) => mark.id) : [];
    const heading = this._page.heading.textContent;
    const { page, count: pages } = this._page.pages;
    return { step: this.step + 1, heading, journeys, focus, stops, waiting: this._waiting, page, pages };
  }

  get _timeline() {
    return this._chart.timeline;
  }

  get _step() {
    return this.lesson.steps[this.step];
  }

  get _last() {
    return this.lesson.steps.length - 1;
  }

  /** The place of the step among the others, in words; what closes the lesson is none of them. */
  get _place() {
    const { title, strings, steps } = this.lesson;
    if (this._step.further) return title;
    const count = steps.filter(({ further }) => !further).length;
    const { page, count: pages } = this._page.pages;
    const words = pages > 1 ? strings.placeInPages : strings.place;
    return sentence(words, { title, n: this.step + 1, count, page: page + 1, pages });
  }

  /** Words as many as those of the page in sight. */
  get _text() {
    const words = (this._page.body.textContent || "").split(/\s+/);
    return words.slice(0, Math.ceil(words.length / this._page.pages.count)).join(" ");
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

  /** A heavy step is announced and passed over where nobody leads; after the last comes the title. */
  _goOn() {
    const { page, count } = this._page.pages;
    if (page + 1 < count) this._turn(page + 1);
    else if (this.step === this._last) this._kiosk.invite();
    else this.go(this.step + 1);
  }

  _again() {
    this._agreed.clear();
    this._page.close();
    this._spot.out();
    this.go(0);
  }

  /** @param {LessonStep} step */
  _words(step) {
    const { strings, title } = this.lesson;
    const { heading, body, foot } = this._page;
    heading.textContent = step.heading;
    document.title = `${step.heading} · ${title}`;
    const asks = this._waiting;
    document.body.classList.toggle("asks", asks);
    const acts = { agree: () => this._agree(), skip: () => this._skip() };
    if (asks) body.replaceChildren(...announcement(step, strings, acts));
    else body.replaceChildren(...(this.step ? [] : cover(this.lesson)), ...content(step, strings));
    if (!asks && this.step === this._last) body.append(...pupilsFoot(strings));
    this._glossary.light(...(asks ? [] : [body]));
    foot.replaceChildren(...(asks ? [] : [sourceLine(step)]));
    window.scrollTo({ top: 0 }); // on a phone the step is longer than the screen
  }

  _resized() {
    magnify(this.atlas);
    this.timed();
    this._turn(this._page.pages.page);
  }

  /** The row of the player came or went; while time plays its line is there. */
  _playRoom() {
    document.body.classList.toggle("plays", !this._play.row.hidden);
    this.timed();
    this._turn(this._page.pages.page);
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

  _listen() {
    const { blank, title } = this._page;
    // Before the map, which pans by the arrows once it was clicked.
    window.addEventListener("keydown", (event) => this._key(event), { capture: true });
    window.addEventListener("pointerdown", () => (this._pointed = true), { capture: true });
    window.addEventListener("hashchange", () => this._asked() !== this.step && this.go(this._asked()));
    window.addEventListener("resize", () => this._resized());
    document.fonts.addEventListener("loadingdone", () => this._turn(this._page.pages.page));
    whenColoursChange(() => this._recolour());
    const touched = (/** @type {Event} */ event) => {
      const isK = event instanceof KeyboardEvent && actOf(event.key, event.code) === "kiosk";
      if (!isK) this._kiosk.touched();
    };
    for (const name of ["pointerdown", "keydown", "wheel"]) {
      window.addEventListener(name, touched, { capture: true, passive: true });
    }
    document.addEventListener("atlas-lit", ({ detail }) => this._timeline?.light(detail.id));
    attendSwipes(this._page.words, this._acts);
    this.atlas.on("click", (event) => this._page.read(event.layer.toGeoJSON().id));
    for (const over of [blank, title]) over.addEventListener("click", () => (over.hidden = true));
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
      pupils: () => this._page.toggle(this._page.pupils),
      notes: () => this._notes.show() || this._page.askForNotes(),
      window: () => this._page.toldOfWindow(this._notes.open()),
      skip: () => this._waiting && this._skip(),
      full: fullScreen,
      room: changeRoom,
      kiosk: () => this._kiosk.set(!this._kiosk.on, this._text),
      play: () => this._waiting || this._play.toggle(this._step.period),
      spot: () => this._spot.toggle(),
      near: () => this._near(),
    };
  }

  /** What is open goes first, then the years that play: then the step is shown as it was. */
  _leave() {
    if (this._page.isOpen) this._page.close();
    else if (this._spot.out() || this._stops.leave(this._step.state)) return;
    else if (this._play.close()) this._map(this._step);
    else tellFrame("lesson-leave");
  }

  /** The next stop of the step comes near. */
  _near() {
    if (this._waiting || document.body.classList.contains("chart-alone")) return;
    this._page.said.textContent = this._stops.next(this._step.state);
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
    const { blank, title } = this._page;
    if (!title.hidden) return void (title.hidden = true); // whatever is pressed
    if (!blank.hidden && !keepsBlank(act)) blank.hidden = true;
    else this._acts[act]();
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
