/* A lesson that is put together: its steps, the view, the form, and everything that is done to it. */
import { make, written } from "../lesson/elements.js";
import { sentence } from "../map/journeys/sentence.js";
import { ABOUT, Cards } from "./cards.js";
import { Checked } from "./checked.js";
import { another, at, emptyDraft, inserted, isEmpty } from "./draft/changes.js";
import { MOST_STEPS, moved, put, tidy, without } from "./draft/changes.js";
import { History } from "./draft/history.js";
import { storyIn } from "./draft/files.js";
import { nameOf } from "./forms/fields.js";
import { lessonForm } from "./forms/lesson-form.js";
import { stepForm } from "./forms/step-form.js";
import { ownKeep, whenOthersWrite } from "./draft/keep.js";
import { pickedIn } from "./draft/offers.js";
import { pickedRow, waysFor } from "./picked.js";
import { Questions } from "./questions.js";
import { MOST_TOGETHER, withoutPictures } from "./draft/pictures.js";
import { redrawn } from "./redraw.js";
import { writeCamera, writePeriod } from "./draft/shown.js";
import { asked, nameOfError, openedIn, start } from "./start.js";
import { Tools, undoOf } from "./tools.js";
import { present, View } from "./view.js";

/** @typedef {import("./draft/changes.js").Draft} Draft */
/** @typedef {import("./draft/changes.js").Place} Place */
/** @typedef {import("./index.js").ComposeData} ComposeData */

export class Composer {
  /**
   * @param {HTMLElement} root @param {ComposeData} data @param {import("./draft/offers.js").Offers} offers
   * @param {(question: object) => void} tell
   */
  constructor(root, data, offers, tell) {
    this._data = data;
    this._words = data.words;
    this._offers = offers;
    this._ended = new AbortController();
    this._keep = ownKeep();
    const kept = this._keep.read();
    this._history = new History(kept || emptyDraft());
    this._chosen = kept && !isEmpty(kept) ? 0 : ABOUT;
    this._checked = new Checked();
    this._asking = false; // which of two windows is to stay
    this._told = ""; // of the sources of the step whose form is here
    this._questions = new Questions(tell, this._checked, data.words, {
      draft: () => this._draft,
      heard: () => this._heard(),
      say: (words) => this._tools.say(words),
      lost: (lost) => this._tools.sayLost(lost),
    });
    const { words, page, stories } = data;
    this._start = start(words, stories, this._startActs(), isEmpty(this._draft));
    this._tools = new Tools(words, this._toolActs());
    this._cards = new Cards(words, this._cardActs());
    this._view = new View(page, words, this._viewActs());
    this._form = make("div", "compose-side");
    const box = make("div", "compose");
    box.append(this._start, this._tools.element, this._cards.element, this._view.element, this._form);
    root.append(box); // beside the style sheet, which is in it
    this._box = box;
    this._listen();
    this._draw();
    this._questions.check(true);
  }

  /**
   * What the server says now.
   * @param {ComposeData} data @param {(question: object) => void} tell
   */
  update(data, tell) {
    this._data = data;
    this._questions.server.ask = tell;
    this._questions.server.hear(data.answer);
  }

  end() {
    this._ended.abort();
    this._questions.server.end();
    this._box.remove();
  }

  get _draft() {
    return this._history.now;
  }

  /** @returns {import("./start.js").StartActs} */
  _startActs() {
    return {
      empty: () => this._begin(emptyDraft()),
      story: (id) => this._open({ story: id }, []),
      file: (file) => this._read(file),
    };
  }

  /** @returns {import("./tools.js").ToolActs} */
  _toolActs() {
    return {
      undo: () => this._back(() => this._history.undo()),
      redo: () => this._back(() => this._history.redo()),
      present: () => this._present(),
      draft: () => tidy(this._draft),
      make: (want, done) => this._questions.make(want, done),
      parts: () => this._data.parts,
    };
  }

  /** @returns {import("./cards.js").CardActs} */
  _cardActs() {
    return {
      choose: (n) => this._choose(n),
      move: (from, to) => this._steps(moved(this._draft.steps, from, to), to),
      duplicate: (n) => {
        const { steps } = this._draft;
        this._steps(inserted(steps, n + 1, another(steps, steps[n])), n + 1);
      },
      remove: (n) => this._steps(without(this._draft.steps, n), Math.min(n, this._draft.steps.length - 2)),
      add: () => this._steps([...this._draft.steps, {}], this._draft.steps.length, true),
    };
  }

  /** @returns {import("./view.js").ViewActs} */
  _viewActs() {
    return {
      step: (n) => n !== this._chosen && n < this._draft.steps.length && this._choose(n, false),
      pick: (id) => this._picked(id),
      period: (years) => this._inStep("period", writePeriod(years, this._offers.years)),
      camera: (camera) => this._inStep("camera", camera ? writeCamera(camera) : ""),
    };
  }

  _listen() {
    const { signal } = this._ended;
    whenOthersWrite(() => this._keep.isOther && this._otherWindow(), signal);
    document.addEventListener("keydown", (event) => this._key(event), { signal });
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const act = undoOf(event);
    if (!act) return;
    event.preventDefault();
    this._back(() => this._history[act]());
  }

  /** @returns {import("./forms/fields.js").Room} */
  get _room() {
    return {
      words: this._words,
      offers: this._offers,
      get: (place) => at(this._draft, place),
      type: (place, value) => {
        this._take(put(this._draft, place, value), nameOf(place));
        if (place.at(-1) === "heading") this._drawCards();
      },
      set: (place, value, goTo = "", jump = false) => {
        const draft = put(this._draft, place, value);
        if (withoutPictures(JSON.stringify(draft)).pictures.join("").length > MOST_TOGETHER) {
          return this._tools.say(this._words.picturesFull);
        }
        this._take(draft);
        this._draw(goTo, jump);
      },
    };
  }

  /**
   * Takes the next draft, keeps it in this browser, and asks what the server says of it.
   * @param {Draft} draft
   */
  _take(draft, field = "") {
    this._history.take(draft, field);
    this._kept();
    this._questions.check();
  }

  _kept(anyway = false) {
    const outcome = this._keep.write(this._draft, anyway);
    if (outcome === "other") this._otherWindow();
    else this._tools.sayKept(outcome === "kept");
    this._tools.canGo(this._history.canUndo, this._history.canRedo);
  }

  /** Two windows hold the lesson: a person says which of them goes on. */
  async _otherWindow() {
    if (this._asking) return;
    this._asking = true;
    const { otherWindow, otherMine, otherTheirs } = this._words;
    const mine = await asked(otherWindow, otherMine, otherTheirs);
    this._asking = false;
    if (this._ended.signal.aborted) return;
    if (mine) return this._kept(true);
    const theirs = this._keep.read();
    if (theirs) this._history.take(theirs);
    this._goOn();
  }

  /** @param {() => void} go */
  _back(go) {
    go();
    this._kept();
    this._goOn();
  }

  /** Draws all anew and has it checked: another draft is here now. */
  _goOn() {
    this._chosen = Math.min(this._chosen, this._draft.steps.length - 1);
    this._draw();
    this._questions.check(true);
  }

  /** @param {string} key @param {any} value */
  _inStep(key, value) {
    if (this._chosen === ABOUT) return;
    this._take(put(this._draft, ["steps", this._chosen, key], value));
    this._draw();
  }

  /** @param {import("./draft/changes.js").Keys[]} steps @param {number} chosen @param {boolean} [isNew] */
  _steps(steps, chosen, isNew = false) {
    const full = sentence(this._words.fullOfSteps, { n: MOST_STEPS });
    if (steps.length > MOST_STEPS) return this._tools.say(full);
    this._take({ ...this._draft, steps: steps.length ? steps : [{}] });
    this._chosen = Math.max(chosen, 0);
    this._draw();
    if (isNew) this._form.querySelector("input")?.focus();
    else this._cards.focusCard(this._chosen);
  }

  /** @param {number} n @param {boolean} [goTo] to the form of what was chosen */
  _choose(n, goTo = true) {
    this._chosen = n;
    this._view.rest();
    this._draw();
    if (goTo) this._form.querySelector("h2")?.focus({ preventScroll: true });
  }

  /** @param {string} id */
  _picked(id) {
    const picked = this._chosen === ABOUT ? null : pickedIn(this._offers, id);
    if (!picked) return;
    const ways = waysFor(picked, this._draft.steps[this._chosen], this._offers);
    const take = (/** @type {import("./draft/changes.js").Keys} */ step) => {
      this._take(put(this._draft, ["steps", this._chosen], step));
      this._draw();
      this._view.picked.replaceChildren(written("p", this._words.done, "compose-help"));
    };
    this._view.picked.replaceChildren(pickedRow(this._words, picked, ways, take));
  }

  _draw(goTo = "", jump = false) {
    this._drawForm(goTo, jump);
    this._drawCards();
    this._say();
    this._see();
  }

  _drawForm(goTo = "", jump = false) {
    const told = this._checked.sources(this._chosen);
    this._told = JSON.stringify(told);
    const form = this._chosen === ABOUT ? lessonForm(this._room) : stepForm(this._room, this._chosen, told);
    redrawn(this._form, form, goTo, jump);
  }

  _drawCards() {
    this._cards.draw(this._draft, this._chosen, (n) => this._checked.count(n));
  }

  _say() {
    this._checked.say(this._form, this._words);
  }

  _see() {
    const lesson = this._checked.lesson;
    const n = Math.max(this._chosen, 0);
    this._tools.canPresent(Boolean(lesson));
    if (lesson?.steps[n]) this._view.show(lesson, n, Boolean(this._draft.steps[n]?.camera));
  }

  /** The draft was looked at. */
  _heard() {
    this._drawCards();
    const told = this._checked.sources(this._chosen);
    if (this._chosen !== ABOUT && JSON.stringify(told) !== this._told) this._drawForm();
    this._say();
    this._see();
  }

  /** As on the wall, with what was typed last where a server answers. */
  _present() {
    const left = () => this._tools.focus("present");
    const show = () => {
      const { lesson } = this._checked;
      const n = Math.max(this._chosen, 0);
      if (lesson) present(this._data.page, this._words.present, lesson, n, left);
    };
    if (this._tools.isLost) show();
    else this._questions.sure(show);
  }

  /** @param {File} file */
  async _read(file) {
    try {
      const { text, pictures } = withoutPictures(await storyIn(file));
      this._open({ open: text }, pictures);
    } catch (error) {
      this._tools.say(this._words[nameOfError(error)] || this._words.fileUnread);
    }
  }

  /** @param {import("./server.js").Question} question @param {string[]} pictures */
  _open(question, pictures) {
    this._questions.open(question, (answer) => {
      const draft = openedIn(answer, pictures);
      if (draft) this._begin(draft);
      else this._tools.say(answer.fault || this._words.fileUnread);
    });
  }

  /** Another lesson in place of this one, once that is agreed to. @param {Draft} draft */
  async _begin(draft) {
    const { throwAway, throwYes, throwNo } = this._words;
    const n = this._draft.steps.length;
    if (!isEmpty(this._draft) && !(await asked(sentence(throwAway, { n }), throwYes, throwNo))) return;
    this._take(draft);
    this._chosen = isEmpty(draft) ? ABOUT : 0;
    this._start.open = false;
    this._goOn();
    this._cards.focusCard(this._chosen);
  }
}
