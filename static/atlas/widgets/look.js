/* A short guided look at the page: a few steps that show on the page itself what can be done. It begins
 * when somebody asks for it, goes by pointer and key, and changes nothing that is chosen.
 */
import { LookBox } from "./look-box.js";
import { barOf, hasBar, journeyToShow, light, lineOf, rectOf } from "./look-targets.js";

const START = ".look-start";

/**
 * @typedef {object} LookStep
 * @property {"journey" | "timeline" | "who" | "filters" | "story"} about
 * @property {string} title
 * @property {string} text `{title}` in it stands for the journey that is shown
 * @property {string} without in place of it where there is no such journey
 * @typedef {{ steps: LookStep[], strings: import("./look-box.js").LookStrings }} LookData
 */

/** The first that is seen is what a step is about. */
const TARGETS = {
  journey: [".st-key-map-room iframe"],
  timeline: [".st-key-time-room .js-plotly-plot"],
  who: [".st-key-panel-room"],
  filters: ['[data-testid="stSidebar"]', '[data-testid="stExpandSidebarButton"]'],
  story: ["a.start"],
};

export class Look {
  /** @param {HTMLElement} host of the page, which has all of them in turn */
  constructor(host) {
    this._host = host;
    /** @type {LookData | null} */
    this._data = null;
    /** @type {LookBox | null} */
    this._box = null;
    this._at = 0;
    /** @type {LookStep[]} */
    this._steps = [];
    /** @type {{ id: string, title: string } | null} */
    this._journey = null;
    document.addEventListener("click", (event) => {
      const target = /** @type {Partial<Element>} */ (event.target);
      if (target.closest?.(START) && host.isConnected) this._begin();
    });
  }

  /** @param {LookData | null} data of the page that is open now */
  set(data) {
    this._data = data;
    if (!data) this._end();
  }

  _begin() {
    this._end();
    if (!this._data) return;
    this._steps = this._data.steps.filter(({ about }) => this._target(about));
    if (!this._steps.length) return;
    this._journey = journeyToShow();
    this._box = new LookBox(this._data.strings, {
      go: (by) => this._go(this._at + by),
      end: () => this._end(),
    });
    this._go(0);
    this._box.focus();
  }

  /** @param {number} at */
  _go(at) {
    if (at >= this._steps.length) return this._end();
    this._at = Math.max(0, at);
    const { about, title, text, without } = this._steps[this._at];
    const own = this._journey;
    const isShown = own && (about === "journey" ? lineOf(own.id) : about === "timeline" && hasBar(own.id));
    const journey = isShown ? own : null;
    light(journey && journey.id);
    const words = journey ? text.replace("{title}", () => journey.title) : without || text;
    const element = this._target(about);
    document.querySelector(".looked-at")?.classList.remove("looked-at");
    element?.classList.add("looked-at");
    element?.scrollIntoView({ block: "nearest" });
    const rect = () => this._rect(about, journey && journey.id);
    this._box?.say({ title, words, at: this._at, of: this._steps.length }, rect);
  }

  _end() {
    if (!this._box) return;
    light(null);
    document.querySelector(".looked-at")?.classList.remove("looked-at");
    this._box.remove();
    this._box = null;
    const start = /** @type {HTMLElement | null} */ (document.querySelector(START));
    start?.focus({ preventScroll: true });
  }

  /** @param {LookStep["about"]} about */
  _target(about) {
    const found = TARGETS[about].map((name) => document.querySelector(name));
    return found.find((element) => element && isSeen(element)) || null;
  }

  /**
   * The line or the bar of a journey, or the whole that the step is about.
   * @param {LookStep["about"]} about @param {string | null} id
   */
  _rect(about, id) {
    if (!this._host.isConnected) this._end();
    const target = this._target(about);
    const own = id && (about === "journey" ? lineOf(id) : barOf(id));
    return own || (target && rectOf(target));
  }
}

/** @param {Element} element */
function isSeen(element) {
  const { width, height, right } = element.getBoundingClientRect();
  const isThere = element.checkVisibility({ visibilityProperty: true }); // a closed sidebar is not
  return isThere && width > 0 && height > 0 && right > 0;
}
