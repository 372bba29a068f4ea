/* One task: what is asked, a way to answer it, and what is said of the answer. */
import { sentence } from "../map/journeys/sentence.js";
import { button, make, written } from "../lesson/elements.js";
import { judged, kmBetween, pointIn, wordsOf } from "./check.js";

const SIGNS = { right: "✓", wrong: "✗", shown: "→", "": "" };

export class TaskForm {
  /**
   * `room` has what a task needs of the page; `id` is its own on the page.
   * @param {PupilsTask} task @param {string} id @param {string} title @param {TaskRoom} room
   */
  constructor(task, id, title, room) {
    this._task = task;
    this._id = id;
    this._room = room;
    this._strings = room.strings;
    const { given, state } = room.answer();
    this._given = given;
    this._state = state;
    this.element = make("fieldset", "pupils-task");
    this.element.append(written("legend", title), written("p", task.ask, "pupils-ask"));
    this.element.lastElementChild?.setAttribute("id", `${id}-ask`);
    this.element.setAttribute("aria-describedby", `${id}-ask`);
    this.element.append(...this._field());
    const acts = this.element.appendChild(make("div", "pupils-acts"));
    if (task.kind !== "text") acts.append(button(this._strings.check, () => this._check(), "main"));
    const more = task.kind === "text" ? this._strings.showModel : this._strings.show;
    this._more = acts.appendChild(button(more, () => this._show()));
    this._said = this.element.appendChild(make("div", "pupils-said"));
    this._said.setAttribute("role", "status");
    this._tell();
  }

  /** @returns {HTMLElement[]} */
  _field() {
    const { kind } = this._task;
    if (kind === "choice") return this._task.choices.map((words, at) => this._choice(words, at));
    if (kind === "place") return this._pointer();
    const label = make("label", "pupils-field");
    label.append(written("span", kind === "number" ? this._strings.number : this._strings.text));
    const field = label.appendChild(kind === "number" ? make("input") : make("textarea"));
    if (field instanceof HTMLInputElement) Object.assign(field, { type: "text", inputMode: "decimal" });
    else field.rows = 4;
    field.autocomplete = "off";
    field.value = this._given;
    field.addEventListener("input", () => this._give(field.value));
    field.addEventListener("keydown", (event) => {
      const { key } = /** @type {KeyboardEvent} */ (event);
      if (key === "Enter" && kind === "number") this._check();
    });
    return [label];
  }

  /** @param {string} words @param {number} at */
  _choice(words, at) {
    const label = make("label", "pupils-choice");
    const radio = label.appendChild(make("input"));
    Object.assign(radio, { type: "radio", name: this._id, value: String(at) });
    radio.checked = this._given === words;
    radio.addEventListener("change", () => this._give(words));
    label.append(written("span", words));
    return label;
  }

  _pointer() {
    const point = button(this._strings.point, () => this._room.point((at) => this._pointed(at)));
    this._point = point;
    this._mark();
    return [point];
  }

  /** @param {{ lat: number, lng: number }} at */
  _pointed(at) {
    this._give(wordsOf(at));
    this._mark();
    this._say(written("p", this._strings.marked));
    this.element.scrollIntoView({ block: "center" });
    this._point?.focus({ preventScroll: true });
  }

  /** Where the pupil pointed, and where it is once that is known, on the map. */
  _mark() {
    if (this._task.kind !== "place") return;
    const isKnown = this._state === "right" || this._state === "shown";
    this._room.mark(pointIn(this._given), isKnown ? this._task.place : null);
  }

  /** @param {string} given */
  _give(given) {
    this._given = given;
    this._state = "";
    this._keep();
    this._tell();
  }

  _check() {
    const found = judged(this._task, this._given);
    if (found === "empty") this._say(written("p", this._strings.nothing));
    else if (found === "no-number") this._say(written("p", this._strings.noNumber));
    else this._end(found === "right" ? "right" : "wrong");
  }

  _show() {
    this._end("shown");
  }

  /** @param {PupilsAnswer["state"]} state */
  _end(state) {
    this._state = state;
    this._keep();
    this._tell();
    this._mark();
  }

  _keep() {
    this._room.keep({ ask: this._task.ask, given: this._given, state: this._state });
  }

  /** What is said of the answer as it is, in words and with a sign, and not by colour alone. */
  _tell() {
    this._said.dataset.state = this._state;
    this._said.replaceChildren(...told(this._task, this._given, this._state, this._strings));
    this._more.hidden = this._state === "right" || this._state === "shown";
  }

  /** @param {HTMLElement} words */
  _say(words) {
    this._said.dataset.state = "";
    this._said.replaceChildren(words);
  }
}

/**
 * What is said of an answer.
 * @param {PupilsTask} task @param {string} given @param {PupilsAnswer["state"]} state
 * @param {Record<string, string>} strings
 */
export function told(task, given, state, strings) {
  if (!state) return [];
  const { answer, why, place } = task;
  const words = { right: strings.right, wrong: strings.wrong, shown: "" }[state];
  const model = sentence(task.kind === "text" ? strings.model : strings.answer, { answer });
  const at = pointIn(given);
  const far = task.kind === "place" && place && at ? kmBetween(place, at) : NaN;
  const near = far >= 0 ? sentence(strings.near, { km: Math.round(far) }) : "";
  const parts = [words, near, state === "wrong" ? "" : model, state === "wrong" ? "" : why];
  const said = parts.filter(Boolean).map((part) => written("p", part));
  const sign = written("b", `${SIGNS[state]} `);
  sign.setAttribute("aria-hidden", "true");
  said[0]?.prepend(sign);
  return said;
}
