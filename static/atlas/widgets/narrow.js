/* A field that narrows a long page to the entries that have all of its words, and says how many do.
 *
 * What an entry has counts whether it is folded or not. A part with none left is away with its link,
 * and one with some is open as long as words are in the field.
 */
const REST_MS = 120; // after the last key
const PARTS = "details.fold";
const LINKS = ".page-index a";
const LOOKS = 20; // for the entry that the address names, which may come after the field
const BETWEEN_MS = 100;
const MARKS = /\p{Mn}/gu; // over and under letters; none of them is typed

/**
 * @typedef {object} NarrowData
 * @property {string} label
 * @property {string} entries a selector
 * @property {string} said with {n} and {all} in it
 */

/** @param {Component<NarrowData> & { parentElement: { field?: Field } }} component */
export default function ({ data, parentElement }) {
  parentElement.field ||= new Field(parentElement, data);
  parentElement.field.narrow(); // the page may have been made anew
}

class Field {
  /** @param {HTMLElement} element @param {NarrowData} data */
  constructor(element, data) {
    this._data = data;
    this._wasNarrow = false;
    const label = element.appendChild(document.createElement("label"));
    label.className = "narrow";
    label.append(data.label);
    this._input = label.appendChild(document.createElement("input"));
    this._input.type = "search";
    this._input.autocomplete = "off";
    this._input.placeholder = " "; // so that the sheet knows an empty one, which no paper has
    this._said = element.appendChild(document.createElement("p"));
    this._said.className = "narrow-said";
    this._said.setAttribute("role", "status");
    let rest = 0;
    this._input.addEventListener("input", () => {
      clearTimeout(rest);
      rest = window.setTimeout(() => this.narrow(), REST_MS);
    });
    this._input.addEventListener("keydown", (event) => event.stopPropagation()); // Esc clears it
    goToAsked(LOOKS);
  }

  /** Shows the entries that have all words, and what they stand in. */
  narrow() {
    const words = wordsOf(this._input.value);
    if (!words.length && !this._wasNarrow) return;
    const entries = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(this._data.entries)]);
    const left = entries.filter((entry) => {
      const has = hasAll(entry.textContent || "", words);
      (/** @type {HTMLElement} */ (entry.closest("[class*=st-key-entry-]") || entry)).hidden = !has;
      return has;
    });
    for (const part of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(PARTS))) {
      showPart(part, this._data.entries, words.length > 0);
    }
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(LINKS))) {
      const part = document.getElementById(link.hash.slice(1));
      link.hidden = words.length > 0 && part !== null && !part.checkVisibility();
    }
    const said = this._data.said.replace("{n}", String(left.length)).replace("{all}", String(entries.length));
    this._said.textContent = words.length ? said : "";
    this._wasNarrow = words.length > 0;
  }
}

/**
 * Goes to the entry that the address names: no browser does where it comes after the address.
 * @param {number} looks
 */
function goToAsked(looks) {
  const { hash } = window.location;
  if (!hash || !looks) return;
  if (document.getElementById(hash.slice(1))) window.location.replace(hash);
  else setTimeout(() => goToAsked(looks - 1), BETWEEN_MS);
}

/** @param {HTMLDetailsElement} part @param {string} entries @param {boolean} isNarrow */
function showPart(part, entries, isNarrow) {
  const inside = /** @type {HTMLElement[]} */ ([...part.querySelectorAll(entries)]);
  const isEmpty = isNarrow && inside.length > 0 && inside.every(({ hidden }) => hidden);
  part.hidden = isEmpty;
  if (inside.length) part.open = isNarrow && !isEmpty;
}

/** The words of a text, without marks over letters. @param {string} text */
export function wordsOf(text) {
  return plain(text).split(/\s+/).filter(Boolean);
}

/** Whether a text has all words, each anywhere in it. @param {string} text @param {string[]} words */
export function hasAll(text, words) {
  const own = plain(text);
  return words.every((word) => own.includes(word));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase().replace(/[‘’ʼ]/g, "'");
}
