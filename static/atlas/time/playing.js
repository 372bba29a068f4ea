/* How time plays: from which frame, how far at each frame of the screen, which years it shows, and
 * through which of them it passes quickly because nothing happens in them.
 */
import { samePeriod, startOf, yearOf } from "./years.js";

const LONGEST_FRAME_MS = 100; // a tab that was hidden does not jump
export const SEEN_MS = 120 * 86400000; // of the time that plays, for which what happened is lit
const GAP_MS = 600;
const YEAR_MS = 365.25 * 86400000;

/**
 * The frame to play in for a chosen period: the period, if it is longer than the window of years
 * that moves in it; else the whole time.
 * @param {Years | null} period @param {number} window in years @param {Years} whole
 */
export function frameOf(period, window, whole) {
  return period && period[1] - period[0] + 1 > window ? period : whole;
}

/**
 * The moment to begin at: where the frame begins, or at the end of a period that is shorter.
 * @param {Years | null} period @param {Years} frame
 */
export function beginning(period, frame) {
  return startOf(period && !samePeriod(period, frame) ? period[1] : frame[0]);
}

/**
 * The years of the window that ends at a moment.
 * @param {number} moment @param {number} window @param {Years} whole @returns {Years}
 */
export function windowAt(moment, window, whole) {
  const year = yearOf(moment);
  return [Math.max(whole[0], year - window + 1), year];
}

/**
 * The stretches of a frame in which nothing happens, and nothing that happened is still seen.
 * @param {Stretch[]} happenings in any order @param {Years} frame @returns {Stretch[]}
 */
export function gapsOf(happenings, [first, last]) {
  const [start, end] = [startOf(first), startOf(last + 1)];
  const inFrame = happenings.filter(([from, to]) => to + SEEN_MS > start && from < end);
  /** @type {Stretch[]} */
  const gaps = [];
  let seenTo = start;
  for (const [from, to] of inFrame.sort((one, other) => one[0] - other[0])) {
    if (from > seenTo) gaps.push([seenTo, from]);
    seenTo = Math.max(seenTo, to + SEEN_MS);
  }
  if (seenTo < end) gaps.push([seenTo, end]);
  return gaps;
}

/**
 * The gap that a moment lies in, if it would take too long at a speed in years per second.
 * @param {number} moment @param {number} speed @param {Stretch[]} gaps
 */
export function longGapAt(moment, speed, gaps) {
  return gaps.find(([from, to]) => from <= moment && moment < to && playedMs(from, to, speed) > GAP_MS);
}

/**
 * The moment after some milliseconds of playing at a speed in years per second; a gap takes no
 * longer than GAP_MS.
 * @param {number} moment @param {number} past @param {number} speed @param {Stretch[]} gaps
 */
export function momentAfter(moment, past, speed, gaps) {
  const gap = longGapAt(moment, speed, gaps);
  const ms = Math.min(past, LONGEST_FRAME_MS);
  if (gap) return Math.min(moment + (ms / GAP_MS) * (gap[1] - gap[0]), gap[1]);
  const year = yearOf(moment);
  return moment + (ms / 1000) * speed * (startOf(year + 1) - startOf(year));
}

/**
 * From when on what was passed is told: as long ago as the window of years, and within the frame.
 * @param {number} moment @param {number} window in years @param {Years} frame
 */
export function toldFrom(moment, window, frame) {
  return Math.max(startOf(frame[0]), moment - window * YEAR_MS);
}

/**
 * The number of entries of a sorted list that are not after a moment.
 * @param {number[]} moments @param {number} moment
 */
export function countTo(moments, moment) {
  const after = moments.findIndex((one) => one > moment);
  return after < 0 ? moments.length : after;
}

/**
 * The last sum of arrivals that was complete by the end of a year.
 * @param {SumSoFar[]} sums by their years @param {number} year
 */
export function sumAt(sums, year) {
  return sums.filter(({ end }) => end <= year).pop();
}

/**
 * Every page where a part of that sum was read, once each.
 * @param {SumSoFar[]} sums @param {Record<string, YearCount>} years @param {number} year
 */
export function sumPages(sums, years, year) {
  const parts = sums.filter(({ end }) => end <= year);
  const pages = parts.flatMap(({ end, pages: own }) => (own.length ? own : (years[end]?.pages ?? [])));
  return [...new Map(pages.map((page) => [page.join(" "), page])).values()];
}

/** @param {number} from @param {number} to @param {number} speed */
function playedMs(from, to, speed) {
  return ((to - from) / YEAR_MS / speed) * 1000;
}
