/* What the server is asked about the draft that is here: to look at it, to make a page of it, to open one. */
import { tidy } from "./draft/changes.js";
import { withoutPictures } from "./draft/pictures.js";
import { Server } from "./server.js";

const LONGEST = 200_000; // bytes of a draft without its pictures; a message of more ends the socket

/** @typedef {import("./server.js").Answer} Answer */
/**
 * @typedef {object} Asks
 * @property {() => import("./draft/changes.js").Draft} draft as it is now
 * @property {() => void} heard it was looked at
 * @property {(words: string) => void} say
 * @property {(lost: boolean) => void} lost no server answers, or one does again
 */

export class Questions {
  /**
   * @param {(question: object) => void} tell @param {import("./checked.js").Checked} checked
   * @param {Record<string, string>} words @param {Asks} asks
   */
  constructor(tell, checked, words, asks) {
    this.server = new Server(tell, asks.lost);
    this._checked = checked;
    this._words = words;
    this._asks = asks;
    /** @type {string[]} of the draft that was asked about last */
    this._pictures = [];
    this._isLong = false;
    this._look = (/** @type {Answer} */ answer) => this._hear(answer);
  }

  /** Has the draft looked at, in a moment or `now`. */
  check(now = false) {
    const ask = () => this._question();
    if (now) this.server.now(ask, this._look, true);
    else this.server.soon(ask, this._look);
  }

  /**
   * Has it looked at now, and goes on.
   * @param {() => void} done
   */
  sure(done) {
    this.server.now(
      () => this._question(),
      (answer) => {
        this._hear(answer);
        done();
      },
    );
  }

  /**
   * A page of the draft, in pieces, and the pictures for it.
   * @param {string} want @param {(page: string, pictures: string[]) => void} done
   */
  make(want, done) {
    this.server.now(
      () => this._question(want),
      (answer) => {
        if (answer.page) done(answer.page, this._pictures);
        else this._asks.say(this._fault(answer) || this._words.lost);
      },
    );
  }

  /**
   * What the server reads in a text, or in a story of its own.
   * @param {import("./server.js").Question} question @param {(answer: Answer) => void} done
   */
  open(question, done) {
    if (sizeOf(question.open || "") > LONGEST) this._asks.say(this._words.tooLong);
    else this.server.now(() => question, done);
  }

  /** @param {string} [want] */
  _question(want) {
    const { text, pictures } = withoutPictures(JSON.stringify(tidy(this._asks.draft())));
    this._pictures = pictures;
    this._isLong = sizeOf(text) > LONGEST;
    return { draft: this._isLong ? "" : text, have: this._checked.have, ...(want ? { want } : {}) };
  }

  /** @param {Answer} answer */
  _hear(answer) {
    if (answer.fault) this._asks.say(this._fault(answer));
    else if (this._checked.hear(answer, this._pictures)) this._asks.heard();
    else this.check(true);
  }

  /** What keeps a lesson from being looked at. @param {Answer} answer @returns {string} */
  _fault({ fault }) {
    return this._isLong ? this._words.tooLong : fault;
  }
}

/** How many bytes a text has within a message. @param {string} text */
function sizeOf(text) {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}
