/* Whether an answer is right: plain rules, without a page. */

const EARTH_KM = 6371.0088;
const THOUSANDS = /(?<=\d)[\s'’ ,](?=\d{3}(?!\d))/g;

/**
 * The number that somebody wrote, with or without signs between thousands; NaN for what is none.
 * @param {string} text
 */
export function numberIn(text) {
  let plain = text.trim();
  for (let before = ""; before !== plain; ) [before, plain] = [plain, plain.replace(THOUSANDS, "")];
  plain = plain.replace(",", ".").replace(/^[−–]/, "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/**
 * Kilometres between two points on the globe.
 * @param {{ lat: number, lng: number }} one @param {{ lat: number, lng: number }} other
 */
export function kmBetween(one, other) {
  const rad = Math.PI / 180;
  const half = (/** @type {number} */ degrees) => Math.sin((degrees * rad) / 2) ** 2;
  const across = Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * half(other.lng - one.lng);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half(other.lat - one.lat) + across)));
}

/**
 * A point as it is kept.
 * @param {{ lat: number, lng: number }} point
 */
export function wordsOf({ lat, lng }) {
  return `${lat.toFixed(4)},${lng.toFixed(4)}`;
}

/**
 * The point that was kept, or null.
 * @param {string} words
 */
export function pointIn(words) {
  const [lat, lng] = words.split(",").map(Number);
  return words && Number.isFinite(lat) && Number.isFinite(lng) ? { lat, lng } : null;
}

/**
 * What is said of an answer: "empty" and "no-number" ask for one; a text is nobody's to judge.
 * @param {PupilsTask} task @param {string} given
 * @returns {"empty" | "no-number" | "right" | "wrong" | "text"}
 */
export function judged(task, given) {
  if (!given.trim()) return "empty";
  if (task.kind === "text") return "text";
  if (task.kind === "choice") return given === task.answer ? "right" : "wrong";
  if (task.kind === "number") {
    const number = numberIn(given);
    if (Number.isNaN(number)) return "no-number";
    return Math.abs(number - task.number) <= task.within + 1e-9 ? "right" : "wrong";
  }
  const point = pointIn(given);
  if (!point || !task.place) return "empty";
  return kmBetween(point, task.place) <= task.within ? "right" : "wrong";
}
