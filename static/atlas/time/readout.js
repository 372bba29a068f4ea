/* What the player says: the year, the official arrivals in it and so far, how many journeys have begun,
 * and what was passed last; with who says so.
 */
import { Answer } from "./answer.js";
import { sumAt, sumPages } from "./playing.js";

/**
 * `whole` is said before anything plays; `begun` is null where nobody counts, `quick` true where
 * nothing happens.
 * @typedef {object} Said
 * @property {number} year
 * @property {boolean} whole
 * @property {boolean} playing
 * @property {number | null} begun
 * @property {string} event
 * @property {boolean} quick
 */

export class Readout {
  /**
   * `asked` is called when somebody asks who says so.
   * @param {HTMLElement} element @param {TimeStrings} strings @param {Counts} counts
   * @param {() => void} asked
   */
  constructor(element, strings, counts, asked) {
    this._player = element;
    this._strings = strings;
    this._counts = counts;
    this._said = "";
    const said = element.appendChild(document.createElement("div"));
    said.className = "time-said";
    this._output = said.appendChild(document.createElement("output"));
    this._output.setAttribute("aria-atomic", "true");
    this._passing = said.appendChild(document.createElement("p"));
    this._passing.className = "time-passing";
    this._answer = new Answer(element, strings.who, asked);
  }

  /**
   * The year and its official arrivals.
   * @param {number} year @param {boolean} whole
   */
  yearly(year, whole) {
    return whole ? this._strings.whole : `${year} · ${this._arrived(year)}`;
  }

  /**
   * Says what is so now, unless it says so already.
   * @param {Said} said
   */
  say(said) {
    const key = JSON.stringify(said);
    if (key === this._said) return;
    this._said = key;
    const { year, whole, playing, event, quick } = said;
    // A voice that reads every year aloud could not keep up: it says all of it once time stands.
    this._output.setAttribute("aria-live", playing ? "off" : "polite");
    const bold = document.createElement("b");
    bold.textContent = whole ? "" : String(year);
    const words = whole ? [this._strings.whole] : [this._arrived(year), ...this._soFar(said)];
    const parts = words.flatMap((one) => [" · ", phrase(one)]);
    this._output.replaceChildren(bold, ...parts.slice(whole ? 1 : 0));
    this._passing.textContent = !playing ? "" : quick ? `» ${this._strings.quick}` : event && `◆ ${event}`;
    this._passing.title = this._passing.textContent;
    this._passing.hidden = !playing;
    this._player.classList.toggle("says", !whole);
    this._player.classList.toggle("plays", playing);
    this._answer.show(whole ? null : () => this._answers(said));
  }

  /** @param {number} year */
  _arrived(year) {
    const count = this._counts.years[year];
    return count ? this._strings.arrived.replace("{n}", count.count) : this._strings.noCount;
  }

  /** @param {Said} said */
  _soFar({ year, begun }) {
    const sum = sumAt(this._counts.sums, year);
    const parts = [];
    if (sum) parts.push(filled(this._strings.soFar, sum));
    if (begun !== null) parts.push(counted(this._strings.begun, begun));
    return parts;
  }

  /** @param {Said} said */
  _answers({ year, begun }) {
    const { years, sums } = this._counts;
    const sum = sumAt(sums, year);
    /** @type {import("./answer.js").Says[]} */
    const answers = years[year] ? [years[year]] : [];
    if (sum) answers.push({ who: filled(this._strings.sumWho, sum), pages: sumPages(sums, years, year) });
    if (begun !== null) answers.push({ who: this._strings.begunWho, pages: [] });
    return answers;
  }
}

/** @param {string} words @param {SumSoFar} sum */
function filled(words, { total, end }) {
  return words.replace("{n}", total).replace("{year}", String(end));
}

/** @param {string} words */
function phrase(words) {
  const element = document.createElement("span");
  element.textContent = words;
  return element;
}

/**
 * A number with its word.
 * @param {{ one: string, other: string }} words @param {number} n
 */
export function counted(words, n) {
  return (n === 1 ? words.one : words.other).replace("{n}", n === 0.5 ? "½" : n.toLocaleString());
}
