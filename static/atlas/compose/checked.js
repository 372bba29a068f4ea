/* What the server said of a draft last: what is wrong and where, its lesson, and whom it could cite. */
import { ABOUT } from "./cards.js";
import { withPictures } from "./draft/pictures.js";

const MOST_FIGURES = 120; // kept, so that the server need not send them again

/** @typedef {{ place: (string | number)[], words: string }} Fault */
/** @typedef {{ cite: string, title: string }} Cited */
/** @typedef {{ offered: Cited[], cited: Cited[] }} OfSources */
/** @typedef {[key: string, figure: PlotlyFigure | null][]} SentFigures */
/** @typedef {{ frame?: object, figures: SentFigures, [key: string]: any }} SentLesson */

export class Checked {
  constructor() {
    /** @type {LessonData | null} */
    this.lesson = null;
    /** @type {Fault[]} */
    this._faults = [];
    /** @type {OfSources[]} */
    this._sources = [];
    /** @type {Map<string, PlotlyFigure>} */
    this._figures = new Map();
    /** @type {object | null} what every lesson has */
    this._frame = null;
  }

  /** What need not be sent again. */
  get have() {
    return [...(this._frame ? ["frame"] : []), ...this._figures.keys()];
  }

  /**
   * Takes an answer; false where it leaves out what is not here.
   * @param {import("./server.js").Answer} answer @param {string[]} pictures
   */
  hear(answer, pictures) {
    const { frame, figures, ...lesson } = /** @type {SentLesson} */ (answer.lesson);
    if (frame) this._frame = frame;
    for (const [key, figure] of figures) if (figure) this._figures.set(key, figure);
    const found = figures.map(([key]) => this._figures.get(key));
    if (!this._frame || found.includes(undefined)) {
      this._frame = null;
      this._figures.clear();
      return false;
    }
    this._forget(figures.map(([key]) => key));
    const own = JSON.parse(withPictures(JSON.stringify(lesson), pictures));
    this.lesson = { ...this._frame, ...own, figures: found };
    this._faults = answer.faults;
    this._sources = answer.sources;
    return true;
  }

  /** @param {string[]} used */
  _forget(used) {
    for (const key of this._figures.keys()) {
      if (this._figures.size <= MOST_FIGURES) return;
      if (!used.includes(key)) this._figures.delete(key);
    }
  }

  /** @param {number} n of a step @returns {OfSources} */
  sources(n) {
    return this._sources[n] || { offered: [], cited: [] };
  }

  /** How many things are to be done in a step, or in what is said of the lesson. @param {number} n */
  count(n) {
    return this._faults.filter(({ place }) => stepOf(place) === n).length;
  }

  /**
   * Says beside each field of a form what is wrong with it.
   * @param {HTMLElement} form @param {Record<string, string>} words
   */
  say(form, words) {
    /** @type {Map<string, string[]>} */
    const told = new Map();
    for (const fault of this._faults) {
      for (let depth = fault.place.length; depth > 0; depth--) {
        const name = fault.place.slice(0, depth).join(".");
        if (!find(form, name)) continue;
        told.set(name, [...(told.get(name) || []), fault.words]);
        break;
      }
    }
    /** @type {NodeListOf<HTMLElement>} */
    const places = form.querySelectorAll("[data-for]");
    for (const element of places) {
      const name = element.dataset.for || "";
      const lines = told.get(name) || [];
      element.hidden = !lines.length;
      const said = lines.join(" ");
      if (element.textContent !== said) element.textContent = said;
      const field = document.getElementById(`field-${name}`);
      if (lines.length) field?.setAttribute("aria-invalid", "true");
      else field?.removeAttribute("aria-invalid");
    }
    for (const fold of form.querySelectorAll("details")) {
      const hidden = [...fold.querySelectorAll("[data-for]:not([hidden])")].length;
      const summary = /** @type {HTMLElement} */ (fold.querySelector("summary"));
      summary.dataset.faults = hidden ? words.toDo : "";
    }
  }
}

/** @param {(string | number)[]} place */
function stepOf([key, n]) {
  return key === "steps" && typeof n === "number" ? n : ABOUT;
}

/** @param {HTMLElement} form @param {string} name */
function find(form, name) {
  return form.querySelector(`[data-for="${CSS.escape(name)}"]`);
}
