/* A lesson that plays by itself, as in an exhibition, until somebody touches it. */

const LEAST_MS = 9000;
const WORD_MS = 330;
const ALONE_MS = 60000; // after the last touch it starts again

/**
 * For how long a step with these words stands.
 * @param {string} text
 */
export function readingMs(text) {
  return LEAST_MS + WORD_MS * text.split(/\s+/).length;
}

export class Kiosk {
  /** @param {{ next: () => void, again: () => void }} acts */
  constructor({ next, again }) {
    this._next = next;
    this._again = again;
    this._playing = false;
    this._timer = 0;
  }

  get on() {
    return document.body.classList.contains("kiosk");
  }

  /**
   * Begins to play, or ends; the step with these words is on the screen.
   * @param {boolean} on @param {string} text
   */
  set(on, text) {
    this._playing = on;
    document.body.classList.toggle("kiosk", on);
    this.stay(text);
  }

  /**
   * The next step comes after the time that these words take, where it plays.
   * @param {string} text
   */
  stay(text) {
    if (this._playing || !this.on) clearTimeout(this._timer);
    if (this._playing) this._timer = window.setTimeout(this._next, readingMs(text));
  }

  /** Whoever touches an exhibition leads it, until it is left alone. */
  touched() {
    if (!this.on) return;
    this._playing = false;
    clearTimeout(this._timer);
    this._timer = window.setTimeout(() => {
      this._playing = true;
      this._again();
    }, ALONE_MS);
  }
}
