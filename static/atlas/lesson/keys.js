/* What a key does in a lesson. */

/** @type {Record<string, LessonAct>} */
const ACTS = {
  ArrowRight: "next",
  ArrowDown: "next",
  " ": "next",
  PageDown: "next",
  Enter: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  Escape: "leave",
  F5: "full", // what a clicker sends to begin
  "?": "help",
  ".": "blank", // what a clicker sends
  b: "blank",
  n: "notes",
  w: "window",
  s: "skip",
  f: "full",
  k: "kiosk",
  p: "play",
  q: "pupils",
  d: "room",
  l: "spot",
  z: "near",
};
const SLIDER_KEYS = /^Arrow|^Page|Home|End/;

/**
 * What a key does, or undefined. Where the keyboard writes other letters than Latin ones, Hangul say,
 * a key counts by its place.
 * @param {string} key @param {string} [code] of the place, as in "KeyB"
 */
export function actOf(key, code = "") {
  const isLatin = /^[ -~]$/.test(key);
  if (!isLatin && /^Key[A-Z]$/.test(code)) return ACTS[code[3].toLowerCase()];
  if (!isLatin && code === "Slash") return ACTS["?"];
  return ACTS[key.length === 1 ? key.toLowerCase() : key];
}

/**
 * True for a key that belongs to the button or slider that it is pressed on, or to the map that was
 * gone to by key.
 * @param {string} key @param {{ button: boolean, slider: boolean, map?: boolean }} on
 */
export function isTaken(key, { button, slider, map = false }) {
  if (map && /^Arrow/.test(key)) return true;
  return button && (key === " " || key === "Enter" || (slider && SLIDER_KEYS.test(key)));
}

/**
 * True for an act that a blank screen does not end by itself.
 * @param {LessonAct} act
 */
export function keepsBlank(act) {
  return act === "blank" || act === "leave";
}
