/* Years and moments (milliseconds since 1970): which years a stretch of time covers, and periods
 * of whole years that grow, shrink and move.
 */

/**
 * The moment at which a year begins.
 * @param {number} year
 */
export function startOf(year) {
  return Date.UTC(year, 0, 1);
}

/** @param {number} moment */
export function yearOf(moment) {
  return new Date(moment).getUTCFullYear();
}

/**
 * A moment as a year with the part of it that is over: the middle of 1998 is 1998.5.
 * @param {number} moment
 */
export function fractionalYear(moment) {
  const year = yearOf(moment);
  return year + (moment - startOf(year)) / (startOf(year + 1) - startOf(year));
}

/**
 * The years whose middle lies between two moments, as the server takes them; where none does, the
 * year between them.
 * @param {number} one @param {number} other @returns {Years}
 */
export function wholeYears(one, other) {
  const [start, end] = [one, other].map(fractionalYear).sort((a, b) => a - b);
  const first = Math.ceil(start - 0.5);
  const last = Math.floor(end - 0.5);
  if (first <= last) return [first, last];
  const nearest = Math.floor((start + end) / 2);
  return [nearest, nearest];
}

/**
 * A period with one end, or all of it, moved by some years, inside a whole time.
 * @param {Edge} edge @param {Years} period @param {number} by @param {Years} whole
 * @returns {Years}
 */
export function movedPeriod(edge, [first, last], by, [start, end]) {
  if (edge === "both") {
    const inside = Math.min(Math.max(by, start - first), end - last);
    return [first + inside, last + inside];
  }
  const hold = (/** @type {number} */ year) => Math.min(Math.max(year, start), end);
  const [one, other] = edge === "first" ? [hold(first + by), last] : [first, hold(last + by)];
  return one <= other ? [one, other] : [other, one];
}

/**
 * A period, or null where it is the whole time.
 * @param {Years} period @param {Years} whole
 */
export function periodWithin([first, last], [start, end]) {
  return first <= start && last >= end ? null : /** @type {Years} */ ([first, last]);
}

/** @param {Years | null} a @param {Years | null} b */
export function samePeriod(a, b) {
  return a !== null && b !== null && a[0] === b[0] && a[1] === b[1];
}

/**
 * The years that a chart frames as chosen, or null where it frames none.
 * @param {Pick<PlotlyLayout, "shapes">} layout @returns {Years | null}
 */
export function framedYears({ shapes = [] }) {
  const frame = shapes.find(({ type }) => type === "rect");
  return frame ? [yearIn(frame.x0), yearIn(frame.x1) - 1] : null;
}

/** The year of a day. @param {string} [day] */
function yearIn(day = "") {
  return Number(day.slice(0, 4));
}
