/* The notes for the presenter: in a panel, and in a second window that follows this one. */
import { painted, whenColoursChange } from "../colours/palette.js";
import { sentence } from "../map/journeys/sentence.js";
import { button, make, written } from "./elements.js";

const LOOK = "margin: 2rem; max-width: 40rem; font: 22px/1.45 Georgia, serif; white-space: pre-line;";

export class Notes {
  /**
   * `key` is called with every key that is pressed in the second window.
   * @param {LessonStrings} strings @param {(event: KeyboardEvent) => void} key
   */
  constructor(strings, key) {
    this._strings = strings;
    this._key = key;
    /** @type {Window | null} */
    this._window = null;
    this._lines = make("div");
    this._now = { place: "", heading: "", lines: [""] };
    whenColoursChange(() => this._write());
    this.elements = [this._lines, button(strings.notesWindow, () => this.open())];
  }

  /**
   * The notes of a step, and what comes after it.
   * @param {string} place @param {LessonStep} step @param {LessonStep | undefined} following
   */
  tell(place, { heading, notes }, following) {
    const next = following
      ? sentence(this._strings.following, { heading: following.heading })
      : this._strings.end;
    const lines = [...(notes.length ? notes : [this._strings.noNotes]), next];
    this._now = { place, heading, lines };
    this._lines.replaceChildren(...lines.map((line) => written("p", line)));
    this._write();
  }

  /** Opens a window of their own. */
  open() {
    this._window = window.open("", "lesson-notes", "width=720,height=640");
    if (!this._window) return;
    this._window.onkeydown = this._key;
    this._write();
  }

  _write() {
    if (!this._window || this._window.closed) return;
    const other = this._window.document;
    const { place, heading, lines } = this._now;
    const colours = `color: ${painted("var(--ink)")}; background: ${painted("var(--page)")}`;
    other.body.style.cssText = LOOK + colours;
    other.title = `${this._strings.notes}: ${heading}`;
    const line = (/** @type {string} */ tag, /** @type {string} */ words) => {
      const element = other.createElement(tag);
      element.textContent = words;
      return element;
    };
    other.body.replaceChildren(
      line("p", place),
      line("h1", heading),
      ...lines.map((words) => line("p", words)),
    );
  }
}
