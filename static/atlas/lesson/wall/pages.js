/* The words of a step in pages: what has no room on the first flows on to the next, at its own size.
 *
 * A browser lays them in columns side by side, of which one is in sight; where it lays them in one
 * long column, as on a phone, they are one page. Whoever hears them hears all of them.
 */

export class WordPages {
  /** @param {HTMLElement} flow that holds the words @param {() => void} turned */
  constructor(flow, turned) {
    this._flow = flow;
    this._turned = turned;
    this._page = 0;
    // A link that is gone to by key may lie on another page, which then comes into sight.
    flow.addEventListener("scroll", () => this._follow());
  }

  /** How many pages there are. */
  get count() {
    return Math.max(1, Math.round((this._flow.scrollWidth + this._gap) / this._step));
  }

  /** The page in sight, from 0. */
  get page() {
    return this._page;
  }

  /**
   * Brings a page into sight, the nearest that there is.
   * @param {number} page
   */
  show(page) {
    this._page = Math.min(Math.max(page, 0), this.count - 1);
    this._flow.scrollLeft = this._page * this._step;
  }

  get _gap() {
    return Number.parseFloat(getComputedStyle(this._flow).columnGap) || 0;
  }

  get _step() {
    return this._flow.clientWidth + this._gap;
  }

  _follow() {
    const at = this._flow.scrollLeft / this._step;
    if (Math.abs(at - this._page) < 0.01) return;
    this.show(Math.abs(at - this._page) < 0.5 ? this._page : Math.round(at));
    this._turned();
  }
}
