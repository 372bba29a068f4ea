/* Words of the glossary in the texts of a page: each lights where it is said first, and a press or a
 * key shows what it means and who says so. Every text is written as text.
 */
import { finder, partsOf } from "./find.js";
import { TermNote } from "./note.js";

const NOT_IN = "h1, h2, h3, h4, h5, h6, a, button, summary, label, input, textarea, .term, .term-note";

export class Glossary {
  /** @param {Term[]} terms @param {string} close the name of the button that closes a note */
  constructor(terms, close) {
    this._finder = finder(terms);
    this._note = new TermNote(close);
  }

  /** True while what a word means is shown. */
  get isOpen() {
    return this._note.isOpen;
  }

  /**
   * Lights the words in what stands in these elements; each term once.
   * @param {HTMLElement[]} roots
   */
  light(...roots) {
    this._note.close();
    if (!this._finder) return;
    /** @type {Set<string>} */
    const seen = new Set();
    for (const text of roots.flatMap(textsOf)) {
      const parts = partsOf(text.data, this._finder, seen);
      if (parts.some(({ term }) => term)) text.replaceWith(...parts.map((part) => this._lit(part)));
    }
  }

  /** @param {import("./find.js").Said} part */
  _lit({ words, term }) {
    if (!term) return words;
    const button = document.createElement("span"); // a button would not break at the end of a line
    button.className = "term";
    button.tabIndex = 0;
    button.setAttribute("role", "button");
    button.textContent = words;
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => this._note.toggle(term, button));
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this._note.toggle(term, button);
    });
    return button;
  }
}

/** @param {HTMLElement} root */
function textsOf(root) {
  /** @type {Text[]} */
  const found = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = /** @type {Text} */ (walk.currentNode);
    if (!text.parentElement?.closest(NOT_IN)) found.push(text);
  }
  return found;
}
