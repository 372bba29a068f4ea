/* Marks in a text, ordered so that each lies inside the one before it or behind it. */

/**
 * One that would overlap the end of another is cut in two.
 * @param {TextMark[]} marks
 */
export function nest(marks) {
  const waiting = [...marks].sort(inner);
  /** @type {TextMark[]} */
  const done = [];
  for (let mark = waiting.shift(); mark; mark = waiting.shift()) {
    const { start } = mark;
    const around = done.filter((other) => other.start <= start && other.end > start);
    const end = Math.min(mark.end, ...around.map((other) => other.end));
    if (end < mark.end) {
      waiting.push({ ...mark, start: end });
      waiting.sort(inner);
    }
    done.push({ ...mark, end });
  }
  return done;
}

/** @param {TextMark} one @param {TextMark} other */
function inner(one, other) {
  return one.start - other.start || other.end - one.end;
}
