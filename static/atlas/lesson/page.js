/* The page of a lesson: the rooms for map, words and timeline, the buttons, and what can be opened. */
import { button, make, written } from "./elements.js";
import { pupilsPanel } from "./pupils.js";
import { tellFrame } from "./wall/browser.js";
import { WordPages } from "./wall/pages.js";
import { listOfKeys } from "./words.js";

/** @typedef {{ elements: HTMLElement[], question: HTMLElement[] }} NotesParts */

export class LessonPage {
  /**
   * `acts` are what the buttons do, `notes` what the presenter alone should see and where to see it,
   * `turned` is called where another page of the words came into sight by itself.
   * @param {LessonData} lesson @param {Record<LessonAct, () => void>} acts
   * @param {NotesParts} notes @param {HTMLElement} playRow @param {() => void} turned
   */
  constructor({ strings, title, audience }, acts, notes, playRow, turned) {
    const room = /** @type {HTMLElement} */ (document.querySelector(".lesson-room"));
    /** @type {HTMLElement | null} */
    const account = document.querySelector(".lesson-account");
    this._strings = strings;
    this.map = /** @type {HTMLElement} */ (room.querySelector(".lesson-map"));
    this.map.setAttribute("role", "region");
    this.words = room.appendChild(make("section", "lesson-words"));
    this.words.tabIndex = -1;
    this.words.setAttribute("aria-live", "polite");
    this.place = this.words.appendChild(make("p", "lesson-place"));
    this.heading = this.words.appendChild(make("h1"));
    const flow = this.words.appendChild(make("div", "lesson-flow"));
    this.body = flow.appendChild(make("div", "lesson-body"));
    this.foot = flow.appendChild(make("footer"));
    this.pages = new WordPages(flow, turned);
    const time = room.appendChild(make("section", "lesson-time"));
    time.setAttribute("aria-label", strings.timeline);
    this.span = time.appendChild(make("p", "lesson-span"));
    const plot = time.appendChild(make("div", "lesson-plot"));
    this.chart = /** @type {HTMLElement} */ (plot.appendChild(make("div", "lesson-chart")));
    this.back = button(`‹ ${strings.back}`, acts.back, "lesson-back");
    this.next = button("", acts.next, "lesson-next");
    this.room = button("", acts.room, "lesson-dark");
    this.room.setAttribute("aria-label", strings.room);
    this.room.title = `${strings.room} (D)`;
    this.bar = make("i");
    this.play = button("▶", acts.play, "lesson-play-button");
    this.play.append(written("span", ` ${strings.play}`));
    this.play.title = strings.playYears;
    room.append(this._nav(acts, account, playRow));
    this.help = this._panel("lesson-help", strings.help, [listOfKeys(strings.keys)]);
    this.pupils = this._panel("lesson-pupils", strings.pupils, pupilsPanel(strings));
    this.notes = this._panel("lesson-notes", strings.notes, notes.elements);
    this.asking = this._panel("lesson-asking", strings.notes, notes.question);
    this.said = document.body.appendChild(make("p", "atlas-unseen"));
    this.said.setAttribute("role", "status");
    this.title = document.body.appendChild(make("div", "lesson-title"));
    const touch = written("p", strings.touch, "lesson-touch");
    this.title.append(written("h1", title), written("p", audience), touch);
    this.title.hidden = true;
    this.blank = document.body.appendChild(written("div", strings.blank, "lesson-blank"));
    this.blank.hidden = true;
    this.account = account && this._panel("lesson-reading", strings.sources, [account]);
    if (account) account.hidden = false;
  }

  /**
   * Has the button that goes on say what it does: a step that was announced is shown by it.
   * @param {boolean} isAnnounced
   */
  sayNext(isAnnounced) {
    this.next.textContent = isAnnounced ? this._strings.careShow : `${this._strings.next} ›`;
  }

  /** @param {HTMLElement} panel */
  toggle(panel) {
    const wasOpen = !panel.hidden;
    this.close();
    panel.hidden = wasOpen;
    if (!wasOpen) panel.focus();
  }

  /** Notes hold answers: on the shared screen they come only where that is chosen. */
  askForNotes() {
    if (this.notes.hidden) this.toggle(this.asking);
    else this.notes.hidden = true;
  }

  showNotes() {
    this.close();
    this.toggle(this.notes);
  }

  /**
   * The notes have a window of their own, or the browser refused one.
   * @param {boolean} done
   */
  toldOfWindow(done) {
    if (done) this.close();
    else if (this.asking.hidden) this.toggle(this.asking);
  }

  /**
   * A mark leads to its words, where they are in the page; to a content note first.
   * @param {string} id
   */
  read(id) {
    tellFrame("lesson-pick", { id });
    const words = document.getElementById(id);
    if (!words || !this.account) return;
    this.close();
    this.account.hidden = false;
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

  /** Closes what is open. */
  close() {
    this.notes.hidden = true;
    this.closeForStep();
  }

  /** Closes what is open but the notes, which stay open from step to step. */
  closeForStep() {
    const all = [this.help, this.pupils, this.asking, this.account, this.blank];
    for (const panel of all) if (panel) panel.hidden = true;
  }

  get isOpen() {
    const all = [this.help, this.pupils, this.notes, this.asking, this.account, this.blank];
    return all.some((panel) => panel && !panel.hidden);
  }

  /**
   * @param {Record<LessonAct, () => void>} acts @param {HTMLElement | null} account
   * @param {HTMLElement} playRow
   */
  _nav(acts, account, playRow) {
    const strings = this._strings;
    const nav = make("nav", "lesson-nav");
    nav.setAttribute("aria-label", strings.steps);
    nav.append(playRow, this.back, this.next, this.play, written("span", strings.hint, "lesson-hint"));
    nav.append(written("span", strings.kiosk, "lesson-kiosk"));
    if (account) nav.append(button(strings.sources, acts.account, "lesson-read"));
    if (window.frameElement) nav.append(button(strings.leave, acts.end, "lesson-leave"));
    nav.append(this.room);
    const keys = nav.appendChild(button("?", acts.help, "lesson-keys"));
    keys.setAttribute("aria-label", strings.help);
    nav.appendChild(make("div", "lesson-progress")).append(this.bar);
    return nav;
  }

  /** @param {string} name @param {string} title @param {HTMLElement[]} content */
  _panel(name, title, content) {
    const panel = document.body.appendChild(make("aside", `lesson-panel ${name}`));
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", title);
    panel.tabIndex = -1;
    panel.hidden = true;
    const close = button("×", () => this.close(), "lesson-close");
    close.setAttribute("aria-label", this._strings.close);
    panel.append(close, written("h2", title), ...content);
    return panel;
  }
}
