/* Asks the server about a draft: one thing at a time, the newest, and again where nothing comes back. */

const PAUSE_MS = 500; // after the last letter
const AGAIN_MS = 8000;
const MOST_TIMES = 3;

/**
 * @typedef {object} Question
 * @property {string} [draft] as JSON, without its pictures
 * @property {string} [open] the text of a file
 * @property {string} [story] the id of a story to begin with
 * @property {string} [want] what is to be made of the draft, besides looking at it
 */
/** @typedef {{ n: number, [key: string]: any }} Answer */

export class Server {
  /**
   * `ask` sends; `lost` is called with true where no answer comes, and with false once one does.
   * @param {(question: Question & { n: number }) => void} ask @param {(lost: boolean) => void} lost
   */
  constructor(ask, lost) {
    this.ask = ask;
    this._lost = lost;
    this._n = Date.now(); // larger than those of a page that was there before
    /** @type {{ n: number, question: () => Question, done: (answer: Answer) => void } | null} */
    this._asked = null;
    /** @type {{ question: () => Question, done: (answer: Answer) => void }[]} */
    this._next = [];
    this._soon = this._again = 0;
  }

  /**
   * Asks in a moment, in place of what was to be asked so.
   * @param {() => Question} question @param {(answer: Answer) => void} done
   */
  soon(question, done) {
    clearTimeout(this._soon);
    this._soon = window.setTimeout(() => this.now(question, done, true), PAUSE_MS);
  }

  /**
   * Asks next; what is `replaced` by it is asked no more.
   * @param {() => Question} question @param {(answer: Answer) => void} done @param {boolean} [replaces]
   */
  now(question, done, replaces = false) {
    if (replaces) this._next = this._next.filter((each) => each.done !== done);
    this._next.push({ question, done });
    if (!this._asked) this._send();
  }

  /** @param {Answer | null} answer */
  hear(answer) {
    if (!answer || !this._asked || answer.n !== this._asked.n) return;
    const { done } = this._asked;
    clearTimeout(this._again);
    this._asked = null;
    this._lost(false);
    done(answer);
    this._send();
  }

  end() {
    clearTimeout(this._soon);
    clearTimeout(this._again);
    this._next = [];
    this._asked = null;
  }

  _send() {
    const next = this._next.shift();
    if (!next || this._asked) return;
    this._asked = { n: ++this._n, ...next };
    this._try(MOST_TIMES);
  }

  /** @param {number} times */
  _try(times) {
    if (!this._asked) return;
    this.ask({ n: this._asked.n, ...this._asked.question() });
    this._again = window.setTimeout(() => {
      if (times === 1) this._lost(true);
      this._try(Math.max(times - 1, 1));
    }, AGAIN_MS);
  }
}
