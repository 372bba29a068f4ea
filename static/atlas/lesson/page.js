/* The page of a lesson: the rooms for map, words and timeline, the buttons, and what can be opened. */
import { button, make, written } from "./elements.js";
import { pupilsPanel } from "./pupils.js";
import { listOfKeys } from "./words.js";

export class LessonPage {
  /**
   * `acts` are what the buttons do, `notes` the elements of the notes for the presenter.
   * @param {LessonStrings} strings @param {Record<LessonAct, () => void>} acts
   * @param {HTMLElement[]} notes @param {HTMLElement} playRow
   */
  constructor(strings, acts, notes, playRow) {
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
    this.body = this.words.appendChild(make("div", "lesson-body"));
    this.foot = this.words.appendChild(make("footer"));
    const time = room.appendChild(make("section", "lesson-time"));
    time.setAttribute("aria-label", strings.timeline);
    this.chart = /** @type {HTMLElement} */ (time.appendChild(make("div", "lesson-chart")));
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
    this.notes = this._panel("lesson-notes", strings.notes, notes);
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

  /** Closes what is open. */
  close() {
    this.notes.hidden = true;
    this.closeForStep();
  }

  /** Closes what is open but the notes, which stay open from step to step. */
  closeForStep() {
    for (const panel of [this.help, this.pupils, this.account, this.blank]) if (panel) panel.hidden = true;
  }

  get isOpen() {
    const panels = [this.help, this.pupils, this.notes, this.account, this.blank];
    return panels.some((panel) => panel && !panel.hidden);
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
