/* What is done with the lesson as a whole: undo and redo, present, save, print; and what is said of it. */
import { button, make, written } from "../lesson/elements.js";
import { fileName, save, wholePage } from "./draft/files.js";
import { toYaml } from "./draft/yaml.js";

const PAPERS = ["A4", "Letter"];
const KINDS = ["handout", "one-page", "teacher"];

/**
 * @typedef {object} ToolActs
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} present
 * @property {() => import("./draft/changes.js").Draft} draft
 * @property {(want: string, done: (page: string, pictures: string[]) => void) => void} make
 * @property {() => string} parts where the parts of a page lie
 */

export class Tools {
  /** @param {Record<string, string>} words @param {ToolActs} acts */
  constructor(words, acts) {
    this._words = words;
    this._acts = acts;
    this.isLost = false; // no server answers
    /** @type {HTMLElement} */
    this.element = make("div", "compose-tools");
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", words.tools);
    this._undo = this._button("undo", `↶ ${words.undo}`, acts.undo);
    this._redo = this._button("redo", `↷ ${words.redo}`, acts.redo);
    this._present = this._button("present", words.present, acts.present);
    this._present.classList.add("compose-primary");
    this._button("save", words.save, () => this._save());
    this._button("page", words.savePage, () => this._page());
    this.element.append(this._handout());
    this._said = this.element.appendChild(make("p", "compose-said"));
    this._said.setAttribute("role", "status");
    this.canGo(false, false);
    this.canPresent(false);
    this.say(words.kept);
  }

  /** @param {string} name @param {string} label @param {() => void} act */
  _button(name, label, act) {
    const made = button(label, act, "compose-button");
    made.dataset.name = name;
    this.element.append(made);
    return made;
  }

  /** @param {string} name */
  focus(name) {
    /** @type {HTMLElement | null} */
    const found = this.element.querySelector(`[data-name="${name}"]`);
    found?.focus();
  }

  /** @param {boolean} undo @param {boolean} redo */
  canGo(undo, redo) {
    this._undo.disabled = !undo;
    this._redo.disabled = !redo;
  }

  /** @param {boolean} is */
  canPresent(is) {
    this._present.disabled = !is;
  }

  /** @param {string} words */
  say(words) {
    if (this._said.textContent !== words) this._said.textContent = words;
  }

  /** @param {boolean} isKept */
  sayKept(isKept) {
    this.say(isKept ? (this.isLost ? this._words.lost : this._words.kept) : this._words.full);
  }

  /** @param {boolean} isLost */
  sayLost(isLost) {
    if (this.isLost === isLost) return;
    this.isLost = isLost;
    this.say(isLost ? this._words.lost : this._words.kept);
  }

  /** To go on with later; it needs no server. */
  _save() {
    const draft = this._acts.draft();
    save(toYaml(draft), `${fileName(draft.title)}.yaml`, "application/yaml");
    this.say(this._words.saved);
  }

  _page() {
    const draft = this._acts.draft();
    this._file("file", `${fileName(draft.title)}.html`, toYaml(draft));
  }

  /** @param {string} want @param {string} name @param {string} [story] */
  _file(want, name, story) {
    this.say(this._words.making);
    this._acts.make(want, async (page, pictures) => {
      try {
        const parts = await fetch(this._acts.parts()).then((found) => found.json());
        save(await wholePage(page, parts, pictures, story), name, "text/html");
        this.say(this._words.saved);
      } catch {
        this.say(this._words.lost);
      }
    });
  }

  _handout() {
    const words = this._words;
    const details = make("details", "compose-menu");
    details.append(written("summary", words.handout));
    const [paper, papers] = chooser(words.paper, PAPERS.map((name) => [name, name]));
    const [kind, kinds] = chooser(words.forWhom, KINDS.map((name) => [name, words[`handout-${name}`]]));
    const take = () => {
      const name = `${fileName(this._acts.draft().title)}-${kinds.value}.html`;
      this._file(`${papers.value}-${kinds.value}`, name);
    };
    details.append(paper, kind, button(words.saveHandout, take, "compose-button"));
    return details;
  }
}

/**
 * A list to choose from, with its label.
 * @param {string} label @param {string[][]} choices @returns {[HTMLElement, HTMLSelectElement]}
 */
function chooser(label, choices) {
  const select = make("select");
  for (const [value, words] of choices) select.append(new Option(words, value));
  const box = make("label", "compose-inline");
  box.append(written("span", label), select);
  return [box, select];
}

/**
 * Whether a key undoes or does again; in a field it is the field's own.
 * @param {KeyboardEvent} event @returns {"undo" | "redo" | null}
 */
export function undoOf({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (/** @type {Partial<Element>} */ (target).closest?.("input, textarea, dialog")) return null;
  const letter = key.toLowerCase();
  if (letter === "y" || (letter === "z" && shiftKey)) return "redo";
  return letter === "z" ? "undo" : null;
}
