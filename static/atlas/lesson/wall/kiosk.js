/* A lesson that plays by itself, as in an exhibition, until somebody touches it. */

const LOOK_MS = 5000; // for map and timeline, whatever the words are
const WORD_MS = 400; // read slowly: 150 words a minute
const LEAST_MS = 12000;
const MOST_MS = 60000;
const ALONE_MS = 60000; // after the last touch it starts again
const TITLE_MS = 15000; // for the title before it plays

/**
 * For how long a page with these words stands.
 * @param {string} text
 */
export function readingMs(text) {
  const words = text.split(/\s+/).filter(Boolean).length;
  return Math.min(MOST_MS, Math.max(LEAST_MS, LOOK_MS + WORD_MS * words));
}

export class Kiosk {
  /**
   * `next` brings what follows, `again` the beginning; `title` shows the title, or takes it away.
   * @param {{ next: () => void, again: () => void, title: (shown: boolean) => void }} acts
   */
  constructor({ next, again, title }) {
    this._next = next;
    this._again = again;
    this._title = title;
    this._playing = false;
    this._timer = 0;
  }

  get on() {
    return document.body.classList.contains("kiosk");
  }

  /**
   * Begins to play, or ends; the page with these words is on the screen.
   * @param {boolean} on @param {string} text
   */
  set(on, text) {
    this._playing = on;
    document.body.classList.toggle("kiosk", on);
    this._title(false);
    this.stay(text);
  }

  /** Stands in an exhibition: the title first, which invites to touch. */
  invite() {
    document.body.classList.add("kiosk");
    this._playing = false;
    this._again();
    this._title(true);
    this._in(TITLE_MS, () => {
      this._title(false);
      this._playing = true;
      this._again();
    });
  }

  /**
   * What follows comes after the time that these words take, where it plays.
   * @param {string} text
   */
  stay(text) {
    if (this._playing) this._in(readingMs(text), this._next);
    else if (!this.on) clearTimeout(this._timer);
  }

  /** Whoever touches an exhibition leads it, until it is left alone; the title goes by a click. */
  touched() {
    if (!this.on) return;
    this._playing = false;
    this._in(ALONE_MS, () => this.invite());
  }

  /** @param {number} ms @param {() => void} then */
  _in(ms, then) {
    clearTimeout(this._timer);
    this._timer = window.setTimeout(then, ms);
  }
}
