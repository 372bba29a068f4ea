/* What was done to a draft, one deed after the other. */

const TOGETHER_MS = 1500; // letters that follow each other in one field are one deed
const MOST_PAST = 200;

/** @typedef {import("./changes.js").Draft} Draft */

/** What was done to a draft, so that it can be undone and done again. */
export class History {
  /** @param {Draft} now */
  constructor(now) {
    this.now = now;
    /** @type {Draft[]} */
    this._past = [];
    /** @type {Draft[]} */
    this._future = [];
    this._field = "";
    this._when = -Infinity;
  }

  get canUndo() {
    return this._past.length > 0;
  }

  get canRedo() {
    return this._future.length > 0;
  }

  /**
   * Takes the next draft; what is typed into one `field` without a pause is one deed.
   * @param {Draft} draft @param {string} [field] @param {number} [when] in ms
   */
  take(draft, field = "", when = performance.now()) {
    const same = field && field === this._field && when - this._when < TOGETHER_MS;
    this._field = field;
    this._when = when;
    if (!same) this._past = [...this._past.slice(1 - MOST_PAST), this.now];
    this._future = [];
    this.now = draft;
  }

  undo() {
    this._go(this._past, this._future);
  }

  redo() {
    this._go(this._future, this._past);
  }

  /** @param {Draft[]} from @param {Draft[]} to */
  _go(from, to) {
    const draft = from.pop();
    if (!draft) return;
    to.push(this.now);
    this.now = draft;
    this._field = "";
  }
}
