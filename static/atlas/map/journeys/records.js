/* The records of a scene in the browser: unpacked from tables (see packed.py), chosen by period, and
 * how far each was at a moment.
 *
 * `new Records(packed)` has `journeys`, in the order of the scene. The marks and legs of a journey
 * are made when they are first asked for. Days count from 1 January 1970; an open side is ±OPEN.
 */
import { sentence } from "./sentence.js";
import { spotsOf } from "./spots.js";

const STYLES = ["stated", "inferred", "external", "schematic", "sold"];
const OPEN = 9e6; // days
const DAY_MS = 86400000;
const UNKNOWN = 0.4; // how far a stop is reached whose other bound nobody tells

export class Records {
  /** @param {PackedScene} packed */
  constructor(packed) {
    this.packed = packed;
    this.strings = packed.strings;
    this.places = packed.places.map(place);
    this.early = Float64Array.from(packed.spans, (span) => span[0] ?? -OPEN);
    this.late = Float64Array.from(packed.spans, (span) => span[1] ?? OPEN);
    this._fromYear = Int32Array.from(this.early, yearOf);
    this._toYear = Int32Array.from(this.late, yearOf);
    this.firstMark = starts(packed.marks);
    this._firstHeld = starts(packed.held);
    /** @type {Map<number, string> | null} */
    this._names = null;
    this.journeys = packed.id.map((_, index) => new Journey(this, index));
    /** @type {Spot[]} */
    this.spots = [];
    this.spotOf = new Int32Array(0);
  }

  /**
   * Gives areas their anchor, and each journey the spots at which it passes: see spots.js.
   * @param {{ anchor(codes: string[]): L.LatLngLiteral | null, holds: Holds }} ground
   */
  settle(ground) {
    for (const place of this.places) {
      if (place.codes) Object.assign(place, ground.anchor(place.codes));
    }
    const { spots, of } = spotsOf(this, ground.holds);
    this.spots = spots;
    this.spotOf = of;
  }

  /**
   * The journeys of a row of bits (see `bits` in packed.py).
   * @param {string} row
   */
  ofBits(row) {
    const bytes = Uint8Array.from(atob(row), (sign) => sign.charCodeAt(0));
    return this.journeys.filter((_, at) => bytes[at >> 3] & (128 >> (at & 7)));
  }

  /**
   * Those of `asked` that lie in a period of whole years, as the server chooses them.
   * @param {Journey[]} asked @param {number} first @param {number} last @param {boolean} possibly
   */
  within(asked, first, last, possibly) {
    const [start, end] = this.packed.years;
    if (first <= start && last >= end) return asked;
    return this.lying(asked, first, last, possibly);
  }

  /**
   * Those that have a date in a period, also where it is the whole time.
   * @param {Journey[]} asked @param {number} first @param {number} last @param {boolean} possibly
   */
  lying(asked, first, last, possibly) {
    return asked.filter((journey) => this._lies(journey.index, first, last, possibly));
  }

  /**
   * What the stops at a place call it.
   * @param {number} index
   */
  nameOf(index) {
    this._names ||= new Map(this.packed.looks.map((look) => [look[0], this.packed.words[look[4]]]));
    return this._names.get(index) ?? "";
  }

  /** @param {number} index @param {number} first @param {number} last @param {boolean} possibly */
  _lies(index, first, last, possibly) {
    const { span, core, heldSpans } = this.packed;
    const [from, to] = [this._fromYear, this._toYear];
    const touches = (/** @type {number} */ at) => at >= 0 && from[at] <= last && to[at] >= first;
    const holds = (/** @type {number} */ at) => from[at] >= first && to[at] <= last;
    if (!touches(span[index])) return false;
    if (possibly || touches(core[index]) || holds(span[index])) return true;
    for (let at = this._firstHeld[index]; at < this._firstHeld[index + 1]; at++) {
      if (holds(heldSpans[at])) return true;
    }
    return false;
  }
}

export class Journey {
  /** @param {Records} records @param {number} index */
  constructor(records, index) {
    const { packed } = records;
    this.records = records;
    this.index = index;
    this.id = packed.id[index];
    this.title = packed.title[index];
    this.colour = packed.colours[packed.colour[index]];
    this.corridor = index === packed.corridor;
    this.outcome = /** @type {Outcome} */ (packed.outcomes[packed.outcome[index]]);
    this.size = packed.marks[index];
    /** @type {Mark[] | null} */
    this._marks = null;
    /** @type {Leg[] | null} */
    this._legs = null;
  }

  /** @returns {Mark[]} */
  get marks() {
    return (this._marks ||= Array.from({ length: this.size }, (_, at) => this._mark(at)));
  }

  /** @returns {Leg[]} */
  get legs() {
    return (this._legs ||= this.marks.slice(1).map((mark, at) => this._leg(mark, at)));
  }

  /**
   * The place of a mark, as a position in the records' places.
   * @param {number} at
   */
  placeOf(at) {
    return this._lookOf(at)[0];
  }

  /**
   * The spot at which it passes a mark, as a position in the records' spots.
   * @param {number} at
   */
  spotOf(at) {
    return this.records.spotOf[this.records.firstMark[this.index] + at];
  }

  /**
   * How the way to a mark is known.
   * @param {number} at
   */
  styleOf(at) {
    return STYLES[this._lookOf(at)[9]];
  }

  /**
   * True for a mark whose place is not certain.
   * @param {number} at
   */
  isSoft(at) {
    return this._lookOf(at)[8] === 1;
  }

  /** @param {number} at */
  _lookOf(at) {
    const { packed, firstMark } = this.records;
    return packed.looks[packed.markLooks[firstMark[this.index] + at]];
  }

  /**
   * How far a mark is reached on a day, from 0 to 1: in between it may have been, the likelier
   * the later. A bound that nobody tells leaves it at UNKNOWN.
   * @param {number} at @param {number} day
   */
  reached(at, day) {
    const { packed, firstMark, early, late } = this.records;
    const span = packed.times[packed.markTimes[firstMark[this.index] + at]][1];
    if (day >= late[span]) return 1;
    if (day < early[span]) return 0;
    const open = early[span] === -OPEN || late[span] === OPEN;
    return open ? UNKNOWN : (day - early[span] + 1) / (late[span] - early[span] + 1);
  }

  /**
   * Days since a mark was surely reached; negative before.
   * @param {number} at @param {number} day
   */
  since(at, day) {
    const { packed, firstMark, late } = this.records;
    return day - late[packed.times[packed.markTimes[firstMark[this.index] + at]][1]];
  }

  /**
   * The first and the last day of each stop of which both are known.
   * @returns {[number, number][]}
   */
  knownSpans() {
    const { packed, firstMark, early, late } = this.records;
    const marks = packed.markTimes.slice(firstMark[this.index], firstMark[this.index + 1]);
    return marks
      .map((time) => packed.times[time][1])
      .filter((span) => early[span] > -OPEN && late[span] < OPEN)
      .map((span) => [early[span], late[span]]);
  }

  /**
   * True on a day after everything that may belong to the journey.
   * @param {number} day
   */
  over(day) {
    const span = this.records.packed.span[this.index];
    return span >= 0 && day > this.records.late[span];
  }

  /** @param {number} at @returns {Mark} */
  _mark(at) {
    const { packed, places, firstMark } = this.records;
    const position = firstMark[this.index] + at;
    const look = packed.looks[packed.markLooks[position]];
    const [orders, n, label, short, told, left, role] = look.slice(1, 8).map((word) => packed.words[word]);
    const when = packed.words[packed.times[packed.markTimes[position]][0]];
    const ids = orders.split(" ").map((order) => `${this.id}:${order}`);
    const outcome = at === this.size - 1 ? this.records.strings[`outcome ${this.outcome}`] : "";
    const tip = [`${this.title}, ${range(orders.split(" "))}: ${told}`, role, when, outcome]
      .filter(Boolean)
      .join("\n");
    const own = { id: ids[0], ids, n, label, short, told, left, tip, soft: look[8] === 1, place: look[0] };
    return Object.assign(own, places[look[0]], this._spot(at));
  }

  /** @param {number} at */
  _spot(at) {
    const spot = this.records.spots[this.spotOf(at)];
    return spot && { lat: spot.lat, lng: spot.lng };
  }

  /** @param {Mark} mark @param {number} from @returns {Leg} */
  _leg(mark, from) {
    const { packed, firstMark, strings } = this.records;
    const look = packed.looks[packed.markLooks[firstMark[this.index] + from + 1]];
    const parts = { title: this.title, start: this.marks[from].left, goal: mark.told };
    return { id: mark.id, from, to: from + 1, style: STYLES[look[9]], tip: sentence(strings.leg, parts) };
  }
}

/**
 * Numbers of stops that follow each other, as one.
 * @param {string[]} orders
 */
export function range(orders) {
  return orders.length > 1 ? `${orders[0]}–${orders[orders.length - 1]}` : orders[0];
}

/**
 * An area has no point until the map gives it the anchor of its outline.
 * @param {PackedPlace} packed @returns {Place}
 */
function place([first, second, metres]) {
  return Array.isArray(first)
    ? { codes: first, lat: NaN, lng: NaN }
    : { lat: first, lng: Number(second), metres };
}

/**
 * Where the entries of each journey begin, and after the last one where they end.
 * @param {number[]} counts
 */
function starts(counts) {
  const found = new Int32Array(counts.length + 1);
  counts.forEach((count, at) => (found[at + 1] = found[at] + count));
  return found;
}

/** @param {number} day */
function yearOf(day) {
  if (Math.abs(day) >= OPEN) return day < 0 ? -OPEN : OPEN;
  return new Date(day * DAY_MS).getUTCFullYear();
}
