/* The steps as cards in their order: chosen, moved by drag or by key, added, doubled, taken out. */
import { sentence } from "../map/journeys/sentence.js";
import { button, make, written } from "../lesson/elements.js";

const STEP = "application/x-lesson-step";
/** @type {Record<string, number>} */
const KEYS = { ArrowUp: -1, ArrowDown: 1 };
export const ABOUT = -1; // the card of the lesson as a whole

/**
 * @typedef {object} CardActs
 * @property {(n: number) => void} choose
 * @property {(from: number, to: number) => void} move
 * @property {(n: number) => void} duplicate
 * @property {(n: number) => void} remove
 * @property {() => void} add
 */

export class Cards {
  /** @param {Record<string, string>} words @param {CardActs} acts */
  constructor(words, acts) {
    this._words = words;
    this._acts = acts;
    this._dragging = false;
    this._last = () => {}; // what was to be drawn last
    this.element = make("nav", "compose-cards");
    this.element.setAttribute("aria-label", words.steps);
    this._about = button("", () => acts.choose(ABOUT), "compose-card");
    this._about.dataset.name = "card-about";
    this._list = make("ol");
    const add = button(`+ ${words.add}`, () => acts.add(), "compose-button");
    add.dataset.name = "add-step";
    this.element.append(this._about, this._list, add);
    this._list.addEventListener("keydown", (event) => this._key(event));
    this._list.addEventListener("dragstart", (event) => this._drag(event));
    this._list.addEventListener("dragover", (event) => this._over(event));
    this._list.addEventListener("dragend", () => this._dragged());
    this._list.addEventListener("drop", (event) => this._drop(event));
  }

  /**
   * @param {{ steps: Record<string, any>[] }} draft @param {number} chosen
   * @param {(n: number) => number} faults
   *   how many things are to be done in a step
   */
  draw(draft, chosen, faults) {
    this._last = () => this.draw(draft, chosen, faults);
    if (this._dragging) return; // a card that is taken off the page is dropped nowhere
    const { steps } = draft;
    this._about.replaceChildren(written("span", this._words.about), ...this._faults(faults(ABOUT)));
    mark(this._about, chosen === ABOUT);
    const focus = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.name;
    const card = (/** @type {Record<string, any>} */ step, /** @type {number} */ n) =>
      this._card(step, n, steps.length, chosen, faults(n));
    this._list.replaceChildren(...steps.map(card));
    if (focus?.startsWith("card-")) this.focus(focus);
  }

  /** @param {string} name */
  focus(name) {
    /** @type {HTMLElement | null} */
    const found = this.element.querySelector(`[data-name="${name}"]`);
    found?.focus();
  }

  /** @param {number} n */
  focusCard(n) {
    this.focus(n === ABOUT ? "card-about" : `card-${n}`);
  }

  /**
   * @param {Record<string, any>} step @param {number} n @param {number} count @param {number} chosen
   * @param {number} faults
   */
  _card({ heading }, n, count, chosen, faults) {
    const words = this._words;
    const title = heading || sentence(words.stepTitle, { n: n + 1 });
    const item = make("li");
    item.draggable = true;
    item.dataset.n = String(n);
    const card = item.appendChild(button("", () => this._acts.choose(n), "compose-card"));
    card.dataset.name = `card-${n}`;
    card.append(written("b", String(n + 1)), written("span", title), ...this._faults(faults));
    card.title = words.moveHint;
    mark(card, n === chosen);
    if (n !== chosen) return item;
    const row = item.appendChild(make("div", "compose-row"));
    /** @type {(sign: string, name: string, does: () => void, off?: boolean) => void} */
    const act = (sign, name, does, off = false) => {
      const made = row.appendChild(button(sign, does, "compose-small"));
      made.setAttribute("aria-label", sentence(words[`${name}Step`], { title }));
      made.title = words[name];
      made.dataset.name = `card-${name}`;
      made.disabled = off;
    };
    act("↑", "up", () => this._acts.move(n, n - 1), n === 0);
    act("↓", "down", () => this._acts.move(n, n + 1), n === count - 1);
    act("⧉", "duplicate", () => this._acts.duplicate(n));
    act("✕", "remove", () => this._acts.remove(n));
    return item;
  }

  /** @param {number} faults */
  _faults(faults) {
    if (!faults) return [];
    const words = faults === 1 ? this._words.oneFault : sentence(this._words.faults, { n: faults });
    return [written("small", words)];
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const by = KEYS[event.key];
    const n = numberOf(event.target);
    if (!event.altKey || by === undefined || n === null) return;
    event.preventDefault();
    const to = n + by;
    if (to < 0 || to >= this._list.children.length) return;
    this._acts.move(n, to);
  }

  /** @param {DragEvent} event */
  _drag(event) {
    const n = numberOf(event.target);
    if (n === null) return;
    event.dataTransfer?.setData(STEP, String(n));
    this._dragging = true;
  }

  _dragged() {
    this._point(null);
    this._dragging = false;
    this._last();
  }

  /** @param {DragEvent} event */
  _over(event) {
    if (!event.dataTransfer?.types.includes(STEP)) return;
    event.preventDefault();
    this._point(this._target(event));
  }

  /** Where a card would fall: before this one, or at the end. @param {DragEvent} event */
  _target({ clientY }) {
    const items = [...this._list.children];
    const before = items.findIndex((item) => {
      const { top, height } = item.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    return before < 0 ? items.length : before;
  }

  /** @param {number | null} where */
  _point(where) {
    const items = [...this._list.children];
    items.forEach((item, n) => {
      item.classList.toggle("before", n === where);
      item.classList.toggle("after", where === items.length && n === items.length - 1);
    });
  }

  /** @param {DragEvent} event */
  _drop(event) {
    const from = Number.parseInt(event.dataTransfer?.getData(STEP) || "", 10);
    const where = this._target(event);
    this._dragged();
    if (!Number.isInteger(from)) return;
    event.preventDefault();
    const to = where > from ? where - 1 : where;
    if (to !== from) this._acts.move(from, to);
  }
}

/** @param {HTMLElement} card @param {boolean} chosen */
function mark(card, chosen) {
  if (chosen) card.setAttribute("aria-current", "step");
  else card.removeAttribute("aria-current");
}

/** @param {EventTarget | null} target */
function numberOf(target) {
  const item = /** @type {Partial<Element> | null} */ (target)?.closest?.("li[data-n]");
  return item ? Number(/** @type {HTMLElement} */ (item).dataset.n) : null;
}
