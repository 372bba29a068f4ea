/* What can be done in a step with what was pressed on its map or timeline. */
import { button, make, written } from "../lesson/elements.js";
import { readShown, writeShown } from "./draft/shown.js";

/** @typedef {import("./draft/changes.js").Keys} Keys */
/** @typedef {NonNullable<ReturnType<typeof import("./draft/offers.js").pickedIn>>} Picked */
/** @typedef {import("./draft/shown.js").Shown} Shown */
/** @typedef {{ name: string, step: Keys }} Way a word for it, and the step that it makes */

/**
 * @param {Picked} picked @param {Keys} step @param {import("./draft/offers.js").Offers} offers
 * @returns {Way[]}
 */
export function waysFor(picked, step, offers) {
  const { kind, id } = picked;
  if (kind === "event") return [{ name: "openThis", step: { ...step, open: id } }];
  if (kind === "year") return [{ name: "onlyYear", step: { ...step, period: id } }];
  const shown = /** @type {string[]} */ (step.show || []).map(readShown);
  const own = shown.find((one) => one.id === id);
  const all = offers.stopsOf(id);
  const write = (/** @type {Shown[]} */ list) => list.map((one) => writeShown(one, offers.stopsOf(one.id)));
  const open = picked.stop === null ? id : `${id}:${picked.stop}`;
  /** @type {Way[]} */
  const ways = [];
  if (step.open !== open) ways.push({ name: "openThis", step: { ...step, open } });
  if (!own || shown.length > 1) ways.push({ name: "onlyThis", step: named(step, [id]) });
  if (step.show && !own) ways.push({ name: "addThis", step: named(step, [...step.show, id]) });
  if (own && shown.length > 1) {
    ways.push({ name: "removeThis", step: named(step, write(shown.filter((one) => one !== own))) });
  }
  const stops = own?.stops || all;
  if (own && picked.stop !== null && stops.length > 1) {
    const rest = { id, stops: stops.filter((order) => order !== picked.stop) };
    const left = write(shown.map((one) => (one === own ? rest : one)));
    ways.push({ name: "removeStop", step: named(step, left) });
  }
  return ways;
}

/**
 * A step that names its journeys: nothing chooses them besides.
 * @param {Keys} step @param {string[]} show @returns {Keys}
 */
function named(step, show) {
  /** @type {Keys} */
  const made = { ...step, show };
  for (const key of ["countries", "kinds", "outcomes", "told_by", "within"]) delete made[key];
  return made;
}

/**
 * @param {Record<string, string>} words @param {Picked} picked @param {Way[]} ways
 * @param {(step: Keys) => void} take
 */
export function pickedRow(words, picked, ways, take) {
  const row = make("div", "compose-row");
  row.append(written("b", picked.title));
  for (const { name, step } of ways) row.append(button(words[name], () => take(step), "compose-button"));
  return row;
}
