/* What plays from one year to another: the journeys that lie in it, what was before a window of it,
 * and what happens in it when.
 */
const DAY_MS = 86400000;
const SEEN_DAYS = 370; // within which a stop that fades in is seen to do so

export class Course {
  /**
   * @param {import("./records.js").Records} records @param {Journey[]} asked @param {Years} frame
   * @param {boolean} possibly
   */
  constructor(records, asked, frame, possibly) {
    this._records = records;
    this._possibly = possibly;
    this.asked = asked;
    this.frame = frame;
    this.journeys = records.lying(asked, ...frame, possibly);
    /** @type {Journey[]} in the window */
    this.now = [];
    /** @type {Journey[]} of the years before it */
    this.past = [];
    this._window = "";
    /** The last day of the window. */
    this.day = Infinity;
  }

  /**
   * True for a course of the same journeys in the same years.
   * @param {Journey[]} asked @param {Years} frame @param {boolean} possibly
   */
  isOf(asked, frame, possibly) {
    const same = asked === this.asked && possibly === this._possibly;
    return same && frame[0] === this.frame[0] && frame[1] === this.frame[1];
  }

  /**
   * Goes to a window of years; what lay in the frame before it, and in it no more, is past.
   * @param {number} first @param {number} last
   */
  goTo(first, last) {
    if (this._window === `${first} ${last}`) return;
    this._window = `${first} ${last}`;
    this.day = Date.UTC(last + 1, 0, 1) / DAY_MS - 1;
    const { journeys, frame, _records: records, _possibly: possibly } = this;
    this.now = records.within(journeys, first, last, possibly);
    const now = new Set(this.now);
    const before = first > frame[0] ? records.lying(journeys, frame[0], first - 1, possibly) : [];
    this.past = before.filter((journey) => !now.has(journey));
  }

  /**
   * When, in moments: `begun` the day by which each journey has surely begun, in order, and
   * `happenings` the stretches in which a stop comes to be there.
   * @returns {Times}
   */
  times() {
    const journeys = this.journeys.filter((journey) => !journey.corridor);
    const spans = journeys.map((journey) => journey.knownSpans());
    const begun = spans.flatMap((own) => (own.length ? [Math.min(...own.map(([, late]) => late))] : []));
    return {
      begun: begun.map(momentOf).sort((a, b) => a - b),
      happenings: spans.flat().flatMap(seen),
    };
  }
}

/**
 * A stop that may have been reached within a year is seen to fade in; one of many years is seen to
 * begin to, and to be reached.
 * @param {[number, number]} span in days
 */
function seen([early, late]) {
  /** @type {[number, number][]} */
  const days = late - early > SEEN_DAYS ? [[early, early], [late, late]] : [[early, late]];
  return days.map(([from, to]) => /** @type {Stretch} */ ([momentOf(from), momentOf(to)]));
}

/** @param {number} day */
function momentOf(day) {
  return day * DAY_MS;
}
