/* How time plays: from which frame, how far at each frame of the screen, and which years it shows. */
import { samePeriod, startOf, yearOf } from "./years.js";

const LONGEST_FRAME_MS = 100; // a tab that was hidden does not jump

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
 * The moment after some milliseconds of playing at a speed in years per second.
 * @param {number} moment @param {number} past @param {number} speed
 */
export function momentAfter(moment, past, speed) {
  const year = yearOf(moment);
  const length = startOf(year + 1) - startOf(year);
  return moment + (Math.min(past, LONGEST_FRAME_MS) / 1000) * speed * length;
}
