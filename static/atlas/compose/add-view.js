/* A view of the map becomes a step of the lesson that this browser keeps. */
import { button, make } from "../lesson/elements.js";
import { sentence } from "../map/journeys/sentence.js";
import { another, emptyDraft, isEmpty, MOST_STEPS } from "./draft/changes.js";
import { ownKeep, whenOthersWrite } from "./draft/keep.js";
import { writeCamera } from "./draft/shown.js";

/** @typedef {{ step: Record<string, any>, page: string, words: Record<string, string> }} AddView */

/** @param {Component<AddView> & { parentElement: HTMLElement & { adding?: Adding } }} component */
export default function ({ data, parentElement }) {
  (parentElement.adding ||= new Adding(parentElement)).update(data);
  return () => parentElement.adding?.ended.abort();
}

class Adding {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.ended = new AbortController();
    this._box = element.appendChild(make("div", "compose-adding"));
    this._keep = ownKeep();
    /** @type {AddView | null} */
    this._data = null;
    this._button = button("", () => this._add(), "compose-button");
    this._said = make("p", "compose-help");
    this._said.setAttribute("role", "status");
    this._link = make("a");
    this._link.target = "_self";
    this._box.append(this._button, this._said, this._link);
    whenOthersWrite(() => this._draw(), this.ended.signal);
  }

  /** @param {AddView} data */
  update(data) {
    this._data = data;
    this._button.textContent = data.words.addView;
    this._draw();
  }

  _draw() {
    if (!this._data) return;
    const { words, page } = this._data;
    const draft = this._keep.read();
    const count = draft && !isEmpty(draft) ? draft.steps.length : 0;
    this._link.href = page;
    const many = count ? sentence(words.steps, { n: count }) : words.noStep;
    this._link.textContent = count === 1 ? words.oneStep : many;
    this._button.disabled = count >= MOST_STEPS;
    if (this._button.disabled) this._said.textContent = sentence(words.fullOfSteps, { n: MOST_STEPS });
  }

  /** The step takes the camera of the map along, where the map stands. */
  _add() {
    if (!this._data) return;
    const { step, words } = this._data;
    const before = this._keep.read();
    const draft = before && !isEmpty(before) ? before : { ...emptyDraft(), steps: [] };
    const camera = mapCamera();
    const added = another(draft.steps, camera ? { ...step, camera: writeCamera(camera) } : step);
    const steps = [...draft.steps, added];
    const outcome = this._keep.write({ ...draft, steps });
    this._draw();
    this._said.textContent =
      outcome === "kept" ? sentence(words.added, { n: steps.length, title: added.heading }) : words.full;
  }
}

/** Where the map of the page looks, or null until it stands. */
function mapCamera() {
  /** @type {HTMLIFrameElement | null} */
  const frame = document.querySelector(".st-key-map-room iframe");
  return frame?.contentWindow?.atlas?.camera() || null;
}
