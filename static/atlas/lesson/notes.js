/* What only the presenter should see: in a window of their own that follows this one, or on the shared
 * screen where that was asked for.
 */
import { painted, whenColoursChange } from "../colours/palette.js";
import { sentence } from "../map/journeys/sentence.js";
import { button, make, written } from "./elements.js";
import { clockWords } from "./wall/clock.js";

const LOOK = "margin: 2rem; max-width: 40rem; font: 22px/1.45 Georgia, serif; white-space: pre-line;";
const CLOCK = "margin: 0; font-weight: bold; font-variant-numeric: tabular-nums;";
const SECOND_MS = 1000;

export class Notes {
  /**
   * `key` is called with every key that is pressed in the second window, `opened` with whether
   * that window came, `here` where the notes are to be seen on this screen.
   * @param {LessonData} lesson
   * @param {{ key: (event: KeyboardEvent) => void, opened: (done: boolean) => void,
   *   here: () => void }} acts
   */
  constructor({ strings, minutes }, { key, opened, here }) {
    this._strings = strings;
    this._minutes = minutes;
    this._key = key;
    /** @type {Window | null} */
    this._window = null;
    this._begun = 0;
    this._lines = make("div");
    this._refused = written("p", strings.notesRefused);
    this._refused.hidden = true;
    this._now = { place: "", heading: "", lines: [""] };
    whenColoursChange(() => this._write());
    this.elements = [this._lines];
    this.question = [
      written("p", strings.notesAsk),
      this._refused,
      button(`${strings.notesWindow} (W)`, () => opened(this.open()), "lesson-agree"),
      button(strings.notesHere, here),
    ];
  }

  /**
   * How long a step takes, its notes, and what comes after it.
   * @param {string} place @param {LessonStep} step @param {LessonStep | undefined} following
   */
  tell(place, { heading, notes, time }, following) {
    const next = following
      ? sentence(this._strings.following, { heading: following.heading })
      : this._strings.end;
    const lines = [...(time ? [time] : []), ...(notes.length ? notes : [this._strings.noNotes]), next];
    this._now = { place, heading, lines };
    this._lines.replaceChildren(...lines.map((line) => written("p", line)));
    this._write();
  }

  /** True where they have a window of their own, which then comes to the front. */
  show() {
    const other = this._open;
    if (other) other.focus();
    return Boolean(other);
  }

  /** Opens a window of their own; false where the browser refuses. */
  open() {
    this._window = window.open("", "lesson-notes", "width=720,height=640");
    this._refused.hidden = Boolean(this._window);
    if (!this._window) return false;
    this._window.onkeydown = this._key;
    this._begun ||= Date.now();
    this._window.document.body.replaceChildren(...this._clock(this._window.document));
    this._write();
    return true;
  }

  get _open() {
    return this._window && !this._window.closed ? this._window : null;
  }

  /**
   * How long the lesson has gone on, of the minutes that the story takes.
   * @param {Document} other
   */
  _clock(other) {
    const line = other.createElement("p");
    line.setAttribute("role", "timer");
    line.style.cssText = CLOCK;
    const say = () => {
      const elapsed = clockWords((Date.now() - this._begun) / SECOND_MS);
      const { timer, timerAlone } = this._strings;
      line.textContent = sentence(this._minutes ? timer : timerAlone, { elapsed, minutes: this._minutes });
    };
    say();
    const ticking = setInterval(() => {
      if (line.isConnected && this._open) say();
      else clearInterval(ticking);
    }, SECOND_MS);
    const again = other.createElement("button");
    again.textContent = this._strings.timerAgain;
    again.style.font = "inherit";
    again.onclick = () => {
      this._begun = Date.now();
      say();
    };
    again.onkeydown = (event) => event.stopPropagation(); // Enter and Space press it
    const notes = other.createElement("main");
    return [line, again, notes];
  }

  _write() {
    if (!this._open) return;
    const other = this._open.document;
    const { place, heading, lines } = this._now;
    const colours = `color: ${painted("var(--ink)")}; background: ${painted("var(--page)")}`;
    other.body.style.cssText = LOOK + colours;
    other.title = `${this._strings.notes}: ${heading}`;
    const line = (/** @type {string} */ tag, /** @type {string} */ words) => {
      const element = other.createElement(tag);
      element.textContent = words;
      return element;
    };
    other
      .querySelector("main")
      ?.replaceChildren(
        line("p", place),
        line("h1", heading),
        ...lines.map((words) => line("p", words)),
      );
  }
}
