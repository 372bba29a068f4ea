/* Asks the server for something until it is there: a run that had just begun may pass it by. */

const AGAIN_MS = 3000;
const MOST = 5;

/** @template T */
export class Asking {
  /**
   * @param {() => void} ask
   * @param {() => boolean} isLeft whether whoever asks is off the page, and asks no more
   */
  constructor(ask, isLeft) {
    this._ask = ask;
    this._isLeft = isLeft;
    /** @type {T | null} */
    this._wanted = null;
    this._again = 0;
  }

  /** Asks where something else is wanted than before; null where nothing is. @param {T | null} wanted */
  want(wanted) {
    if (wanted === this._wanted) return;
    this._wanted = wanted;
    this._askFor(MOST);
  }

  /** @param {number} times */
  _askFor(times) {
    clearTimeout(this._again);
    if (this._wanted === null || !times || this._isLeft()) return;
    this._ask();
    this._again = setTimeout(() => this._askFor(times - 1), AGAIN_MS);
  }
}
