/* A story for a pupil alone: read, look, answer, check. Everything stays in this browser.
 *
 * `new Pupils(story, draw)` takes over the page (see views/lessons/pupils); `draw(map)` puts the
 * records on a map. The step stands in the address as `#3`; 0 is the beginning, and the last one
 * comes after all steps.
 */
import { isDark, whenColoursChange } from "../colours/palette.js";
import { Glossary } from "../glossary/glossary.js";
import { chartFor, inDark } from "../lesson/chart.js";
import { paragraph, picture, written, button } from "../lesson/elements.js";
import { isColumn } from "../lesson/wall/size.js";
import { yearsOf } from "../lesson/wall/years.js";
import { sourceLine } from "../lesson/words.js";
import { sentence } from "../map/journeys/sentence.js";
import { Answers } from "./answers.js";
import { ends } from "./ends.js";
import { PupilsPage } from "./page.js";
import { onPaper } from "./paper.js";
import { Pointing } from "./point.js";
import { TaskForm } from "./task.js";
import { Voice } from "./voice.js";

/** @type {L.MapOptions} as in a lesson */
const MAP = {
  center: [32, 115],
  zoom: 4,
  zoomSnap: 0.25,
  minZoom: 3,
  maxZoom: 12,
  maxBounds: [
    [-12, 58],
    [64, 166],
  ],
};

export class Pupils {
  /** @param {PupilsData} story @param {(map: L.Map) => Atlas} draw */
  constructor(story, draw) {
    this.story = story;
    this.at = 0;
    this._begun = false; // the beginning, which says what is heavy, was on the screen
    this.answers = new Answers(story.id, () => window.localStorage);
    /** @type {Set<string>} content notes that were read */
    this._agreed = new Set();
    const { strings } = story;
    this._page = new PupilsPage(strings, {
      back: () => this.go(this.at - 1),
      next: () => this.go(this.at + 1),
      plain: () => this._plainly(),
    });
    this._glossary = new Glossary(story.terms, strings.termClose);
    this._map = L.map(this._page.map, MAP);
    this._map.attributionControl.setPrefix("");
    this.atlas = draw(this._map);
    this._pointing = new Pointing(this._map, strings);
    const { speak, hush } = strings;
    this._voice = new Voice(this._page.voice, { speak, hush }, () => this._read());
    this._page.plain.hidden = !story.steps.some(({ plain }) => plain.length);
    this._page.plain.setAttribute("aria-pressed", String(this.answers.plain));
    window.addEventListener("hashchange", () => this._asked() !== this.at && this.go(this._asked()));
    window.addEventListener("resize", () => this.timed());
    window.addEventListener("beforeprint", () => this._paper());
    whenColoursChange(() => this.timed());
    this.go(this._asked());
  }

  /**
   * Shows the beginning, a step or the end.
   * @param {number} number
   */
  go(number) {
    const { steps } = this.story;
    const moved = this._begun && number !== this.at;
    if (this._begun && this.at === 0 && number > 0) this._agreed.add(this.story.care);
    this._begun = true;
    this.at = Math.min(Math.max(number, 0), steps.length + 1);
    this._voice.hush();
    this._pointing.stop();
    this._pointing.show(null, null);
    const step = this._step;
    if (step) this._show(step);
    else this._showEnds();
    this._page.place(this.at, steps.length);
    const hash = `#${this.at}`;
    const { pathname, search } = location; // a hash alone would be that of the base of the page
    if (location.hash !== hash || search) history.replaceState(null, "", pathname + hash);
    if (moved) this._page.begin();
  }

  /** The chart of the step, once Plotly is there. */
  timed() {
    const step = this._step;
    if (!step?.chart || !window.Plotly || this._isClosed(step)) return;
    const room = { width: this._page.chart.clientWidth, height: this._page.chart.clientHeight };
    const light = this.story.figures[step.figure];
    const own = isDark() ? inDark(light, this.story.dark) : light;
    const years = yearsOf(light.layout.xaxis.range);
    const column = isColumn(window.innerWidth);
    const { data, layout } = chartFor(own, room, { counts: true, years, column });
    const shown = { ...layout, dragmode: /** @type {const} */ (false) };
    window.Plotly.react(this._page.chart, data, shown, { displayModeBar: false, staticPlot: true });
  }

  get _step() {
    return this.story.steps[this.at - 1];
  }

  /**
   * True for a heavy step that nobody has asked for.
   * @param {PupilsStep} step
   */
  _isClosed(step) {
    return Boolean(step.care) && !this._agreed.has(step.care);
  }

  /** @param {PupilsStep} step */
  _show(step) {
    const { strings, title } = this.story;
    const closed = this._isClosed(step);
    document.title = `${step.heading} · ${title}`;
    this._page.heading.textContent = step.heading;
    this._page.looks(closed ? "" : step.chart ? "chart" : "map", step.map);
    if (closed) {
      this._page.body.replaceChildren(...this._announcement(step));
      this._page.tasks.replaceChildren();
      this._glossary.light();
      return;
    }
    const plain = this.answers.plain && step.plain.length ? step.plain : step.text;
    const question = step.question.map(paragraph);
    if (question.length) question.unshift(written("h2", strings.question));
    const who = sourceLine(step);
    who.className = "pupils-who";
    const shown = step.picture ? [picture(step.picture)] : [];
    this._page.body.replaceChildren(...plain.map(paragraph), ...shown, ...question, who);
    this._page.tasks.replaceChildren(...this._tasks(step));
    this._glossary.light(this._page.body, this._page.tasks);
    this.atlas.show(step.state);
    this.timed();
  }

  /** @param {PupilsStep} step */
  _announcement(step) {
    const agree = () => {
      this._agreed.add(step.care);
      this.go(this.at);
      this._page.begin();
    };
    const { careGoOn, careSkip } = this.story.strings;
    return [
      written("p", step.care, "pupils-care"),
      button(careGoOn, agree, "main"),
      button(careSkip, () => this.go(this.at + 1)),
    ];
  }

  /** @param {PupilsStep} step */
  _tasks({ tasks }) {
    const { strings } = this.story;
    const step = this.at - 1;
    const forms = tasks.map((task, n) => {
      const id = `task-${step}-${n}`;
      return new TaskForm(task, id, sentence(strings.task, { n: n + 1 }), {
        strings,
        answer: () => this.answers.of(step, n, task.ask),
        keep: (answer) => this.answers.put(step, n, answer),
        point: (mark) => this._pointing.start(mark),
        mark: (given, answer) => this._pointing.show(given, answer),
      }).element;
    });
    return forms.length ? [written("h2", strings.tasks), ...forms] : [];
  }

  _showEnds() {
    const { title, strings } = this.story;
    const first = this.at === 0;
    document.title = title;
    this._page.heading.textContent = first ? title : strings.end;
    this._page.looks("", "");
    const acts = {
      start: () => this.go(1),
      print: () => window.print(),
      clear: () => {
        this.answers.clear();
        this.go(this.at);
      },
    };
    this._page.body.replaceChildren(...ends(this.story, this.answers, first, acts));
    this._page.tasks.replaceChildren();
    this._glossary.light(...(first ? [this._page.body] : []));
  }

  _plainly() {
    this.answers.plain = !this.answers.plain;
    this._page.plain.setAttribute("aria-pressed", String(this.answers.plain));
    this.go(this.at);
  }

  /** What is on the page, to be read aloud: heading, text and what is asked. */
  _read() {
    const asked = [...this._page.tasks.querySelectorAll(".pupils-ask, .pupils-choice")];
    const parts = [this._page.heading, ...this._page.body.children, ...asked];
    const read = parts.filter((part) => part.matches("h1, h2, p:not(.pupils-who), .pupils-ask, label"));
    return read.map((part) => part.textContent || "");
  }

  _paper() {
    this._page.paper.replaceChildren(
      ...onPaper(this.story, this.answers, (step) => this._isClosed(step)),
    );
  }

  _asked() {
    const number = Number.parseInt(location.hash.slice(1), 10);
    return Number.isFinite(number) ? number : this.at;
  }
}
