/* How long a lesson has gone on. */

/**
 * A length of time as a clock says it: 65 seconds are 1:05.
 * @param {number} seconds
 */
export function clockWords(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
