/* What was drawn of journeys: legs and marks, those of the past apart, which are drawn less often. */
import { legShape, markShape } from "./touch.js";

export class Drawn {
  constructor() {
    /** @type {DrawnLeg[]} to which is added what is drawn now */
    this.legsNow = [];
    /** @type {DrawnMark[]} */
    this.marksNow = [];
    /** @type {{ legs: DrawnLeg[], marks: DrawnMark[] }} */
    this._past = { legs: [], marks: [] };
    /** @type {Shape[] | null} */
    this._shapes = null;
    this._tracing = false;
  }

  /**
   * Forgets what was drawn: of the past, or of what is beside it.
   * @param {boolean} past
   */
  begin(past) {
    if (this._tracing) this._past = { legs: this.legsNow, marks: this.marksNow };
    this._tracing = past;
    this.legsNow = [];
    this.marksNow = [];
    this._shapes = null;
  }

  /** All legs that are drawn, those of the past first. */
  legs() {
    return [...this._past.legs, ...this.legsNow];
  }

  /** All as shapes to touch, made when first asked for: a drawn frame needs none. */
  shapes() {
    const marks = [...this._past.marks, ...this.marksNow];
    this._shapes ||= [...this.legs().map(legShape), ...marks.map(markShape)];
    return this._shapes;
  }
}
