/* The records of a scene in the browser: unpacked from tables (see views/packed.py), chosen by
 * period, and how far each was at a moment.
 *
 * L.atlasRecords(packed) has `journeys`: {index, id, title, colour, corridor, marks, legs}, a mark
 * {id, ids, n, label, short, soft, metres, tip, place, lat, lng | codes}, a leg {id, from, to,
 * style, tip}; `from` and `to` are positions in `marks`. Marks and legs are made when they are
 * first asked for. Days count from 1 January 1970; an open side is ±OPEN.
 */
(function () {
  "use strict";

  const STYLES = ["stated", "inferred", "external", "schematic"];
  const OPEN = 9e6; // days
  const DAY_MS = 86400000;
  const UNKNOWN = 0.4; // how far a stop is reached whose other bound nobody tells

  L.atlasRecords = (packed) => new Records(packed);

  class Records {
    constructor(packed) {
      this.packed = packed;
      this.strings = packed.strings;
      this.places = packed.places.map(place);
      this.early = Float64Array.from(packed.spans, (span) => span[0] ?? -OPEN);
      this.late = Float64Array.from(packed.spans, (span) => span[1] ?? OPEN);
      this._years = [this.early, this.late].map((days) => Int32Array.from(days, yearOf));
      this.firstMark = starts(packed.marks);
      this._firstHeld = starts(packed.held);
      this.byId = new Map(packed.id.map((id, index) => [id, index]));
      this.journeys = packed.id.map((id, index) => new Journey(this, index));
    }

    /** The journeys of a row of bits (see `bits` in views/packed.py). */
    ofBits(row) {
      const bytes = Uint8Array.from(atob(row), (sign) => sign.charCodeAt(0));
      return this.journeys.filter((journey, at) => bytes[at >> 3] & (128 >> (at & 7)));
    }

    /** Those of `asked` that lie in a period of whole years, as the server chooses them. */
    within(asked, first, last, possibly) {
      const [start, end] = this.packed.years;
      if (first <= start && last >= end) return asked;
      return asked.filter((journey) => this._lies(journey.index, first, last, possibly));
    }

    /** What the stops at a place call it. */
    nameOf(index) {
      this._names ||= new Map(this.packed.looks.map((look) => [look[0], this.packed.words[look[4]]]));
      return this._names.get(index);
    }

    _lies(index, first, last, possibly) {
      const { span, core } = this.packed;
      const [from, to] = this._years;
      const touches = (at) => at >= 0 && from[at] <= last && to[at] >= first;
      const holds = (at) => from[at] >= first && to[at] <= last;
      if (!touches(span[index])) return false;
      if (possibly || touches(core[index]) || holds(span[index])) return true;
      const held = this.packed.heldSpans;
      for (let at = this._firstHeld[index]; at < this._firstHeld[index + 1]; at++) {
        if (holds(held[at])) return true;
      }
      return false;
    }
  }

  class Journey {
    constructor(records, index) {
      const { packed } = records;
      this.records = records;
      this.index = index;
      this.id = packed.id[index];
      this.title = packed.title[index];
      this.colour = packed.colours[packed.colour[index]];
      this.corridor = index === packed.corridor;
      this.size = packed.marks[index];
    }

    get marks() {
      return (this._marks ||= Array.from({ length: this.size }, (_, at) => this._mark(at)));
    }

    get legs() {
      return (this._legs ||= this.marks.slice(1).map((mark, at) => this._leg(mark, at)));
    }

    /** The place of a mark, as a position in the records' places. */
    placeOf(at) {
      const { packed, firstMark } = this.records;
      return packed.looks[packed.markLooks[firstMark[this.index] + at]][0];
    }

    /**
     * How far a mark is reached on a day, from 0 to 1: in between it may have been, the likelier
     * the later. A bound that nobody tells leaves it at UNKNOWN.
     */
    reached(at, day) {
      const { packed, firstMark, early, late } = this.records;
      const span = packed.times[packed.markTimes[firstMark[this.index] + at]][1];
      if (day >= late[span]) return 1;
      if (day < early[span]) return 0;
      const open = early[span] === -OPEN || late[span] === OPEN;
      return open ? UNKNOWN : (day - early[span] + 1) / (late[span] - early[span] + 1);
    }

    /** Days since a mark was surely reached; negative before. */
    since(at, day) {
      const { packed, firstMark, late } = this.records;
      return day - late[packed.times[packed.markTimes[firstMark[this.index] + at]][1]];
    }

    /** True on a day after everything that may belong to the journey. */
    over(day) {
      const span = this.records.packed.span[this.index];
      return span >= 0 && day > this.records.late[span];
    }

    _mark(at) {
      const { packed, places, firstMark } = this.records;
      const position = firstMark[this.index] + at;
      const look = packed.looks[packed.markLooks[position]];
      const [orders, n, label, short, told, left, role] = look.slice(1, 8).map((word) => packed.words[word]);
      const when = packed.words[packed.times[packed.markTimes[position]][0]];
      const ids = orders.split(" ").map((order) => `${this.id}:${order}`);
      const numbers = orders.split(" ");
      const number = numbers.length > 1 ? `${numbers[0]}–${numbers[numbers.length - 1]}` : numbers[0];
      const tip = [`${this.title}, ${number}: ${told}`, role, when].filter(Boolean).join("\n");
      const own = { id: ids[0], ids, n, label, short, told, left, tip, soft: look[8] === 1, place: look[0] };
      return Object.assign(own, places[look[0]]);
    }

    _leg(mark, from) {
      const { packed, firstMark, strings } = this.records;
      const look = packed.looks[packed.markLooks[firstMark[this.index] + from + 1]];
      const parts = { title: this.title, start: this.marks[from].left, goal: mark.told };
      return { id: mark.id, from, to: from + 1, style: STYLES[look[9]], tip: L.atlasWords(strings.leg, parts) };
    }
  }

  /** A sentence with its named holes filled. */
  L.atlasWords = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (hole, name) => parts[name] ?? hole);

  function place([first, second, metres]) {
    return Array.isArray(first) ? { codes: first } : { lat: first, lng: second, metres };
  }

  /** Where the entries of each journey begin, and after the last one where they end. */
  function starts(counts) {
    const found = new Int32Array(counts.length + 1);
    counts.forEach((count, at) => (found[at + 1] = found[at] + count));
    return found;
  }

  function yearOf(day) {
    if (Math.abs(day) >= OPEN) return day < 0 ? -OPEN : OPEN;
    return new Date(day * DAY_MS).getUTCFullYear();
  }
})();
