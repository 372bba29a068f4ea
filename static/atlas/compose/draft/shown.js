/* What a step names: journeys with some of their stops, and sources with what is cited of them. */

/**
 * A journey, and the stops of it that are shown; null for all.
 * @typedef {{ id: string, stops: number[] | null }} Shown
 */

const MOST_PARTS = 100; // a file of somebody else's may name the same stops without end

/** `the-way:1,3-4` as a journey and stops. @param {string} text @returns {Shown} */
export function readShown(text) {
  const [id, rest] = text.split(/:(.*)/s);
  if (!rest?.trim()) return { id: id.trim(), stops: null };
  /** @type {Set<number>} */
  const stops = new Set();
  for (const part of rest.split(",", MOST_PARTS)) {
    const [first, last = first] = part.split("-").map((word) => Number.parseInt(word, 10));
    if (!Number.isFinite(first) || !Number.isFinite(last) || last - first > 999) continue;
    for (let order = first; order <= last; order++) stops.add(order);
  }
  return { id: id.trim(), stops: [...stops] };
}

/** @param {Shown} shown @param {number[]} all the stops of the journey, in order */
export function writeShown({ id, stops }, all) {
  if (!stops || all.every((order) => stops.includes(order))) return id;
  const kept = all.filter((order) => stops.includes(order));
  /** @type {number[][]} */
  const spans = [];
  for (const order of kept) {
    const last = spans.at(-1);
    if (last && last[1] === order - 1) last[1] = order;
    else spans.push([order, order]);
  }
  const words = spans.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return words.length ? `${id}:${words.join(",")}` : id;
}

/** The citations of a cell, `key[locator];key2`. @param {string} [cell] */
export function citationsOf(cell) {
  return (cell || "").split(";").map((part) => part.trim()).filter(Boolean);
}

/** The source that a citation names. @param {string} citation */
export function sourceOf(citation) {
  return citation.split("[")[0];
}

/**
 * The years of a period, or null for the whole time.
 * @param {string} [period] @returns {[number, number] | null}
 */
export function readPeriod(period) {
  const match = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec((period || "").trim());
  return match ? [Number(match[1]), Number(match[2] || match[1])] : null;
}

/** @param {[number, number] | null} years @param {[number, number]} whole */
export function writePeriod(years, whole) {
  if (!years || (years[0] <= whole[0] && years[1] >= whole[1])) return "";
  return years[0] === years[1] ? `${years[0]}` : `${years[0]}-${years[1]}`;
}

/** Where the map looks, as a step says it. @param {{ lat: number, lng: number, zoom: number }} camera */
export function writeCamera({ lat, lng, zoom }) {
  return [lat, lng, zoom].map((number) => String(Math.round(number * 100) / 100)).join(", ");
}
