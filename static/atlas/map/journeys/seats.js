/* Who passes an area beside whom: each visible journey has a seat at each of its spots. */
import { widthOf } from "./bundles.js";

export class Seats {
  /** @param {import("./records.js").Records} records */
  constructor({ spots, spotOf, firstMark }) {
    this._spots = spots;
    this._spotOf = spotOf;
    this._firstMark = firstMark;
    this._seats = new Int32Array(firstMark[firstMark.length - 1]);
    /** How many visible journeys pass each spot. */
    this.taken = new Int32Array(spots.length);
    this._most = 1;
  }

  /**
   * Gives each visible journey its seats, in their order.
   * @param {JourneyRecord[]} visible
   */
  arrange(visible) {
    this.taken.fill(0);
    for (const journey of visible) {
      if (journey.corridor) continue;
      const after = this._firstMark[journey.index + 1];
      for (let at = this._firstMark[journey.index]; at < after; at++) {
        this._seats[at] = this.taken[this._spotOf[at]]++;
      }
    }
    this._most = 1;
    this.taken.forEach((count, spot) => {
      if (this._spots[spot].heading) this._most = Math.max(this._most, count);
    });
  }

  /**
   * Where the seat of a journey at a mark lies, from -0.5 to 0.5 of a width in pixels.
   * @param {JourneyRecord} journey @param {number} at
   */
  of(journey, at) {
    const count = this.taken[journey.spotOf(at)];
    const seat = this._seats[this._firstMark[journey.index] + at];
    if (journey.corridor || seat >= count) return { share: 0, width: 0 };
    return { share: (seat + 0.5) / count - 0.5, width: widthOf(count, this._most).width };
  }
}
