/* What a word means, beside the word: its names in other languages, its definition, who says so. */

const APART_PX = 8;

export class TermNote {
  /** @param {string} close */
  constructor(close) {
    /** @type {HTMLElement | null} */
    this._word = null;
    this._close = close;
    this._room = document.body.appendChild(document.createElement("aside"));
    this._room.className = "term-note";
    this._room.hidden = true;
    this._room.tabIndex = -1;
    this._room.setAttribute("role", "dialog");
    window.addEventListener("keydown", (event) => this._key(event), { capture: true });
    window.addEventListener("pointerdown", (event) => this._press(event), { capture: true });
    window.addEventListener("resize", () => this.close());
  }

  get isOpen() {
    return !this._room.hidden;
  }

  /** @param {Term} term @param {HTMLElement} word */
  toggle(term, word) {
    const again = this._word === word;
    this.close();
    if (again) return;
    this._word = word;
    this._room.replaceChildren(...this._content(term));
    this._room.setAttribute("aria-label", term.term);
    this._room.hidden = false;
    word.setAttribute("aria-expanded", "true");
    this._place(word.getBoundingClientRect());
    this._room.focus({ preventScroll: true });
  }

  close() {
    this._word?.setAttribute("aria-expanded", "false");
    this._word = null;
    this._room.hidden = true;
  }

  /** @param {Term} term */
  _content({ term, named, definition, note, sources }) {
    const close = make("button", "×");
    close.type = "button";
    close.setAttribute("aria-label", this._close);
    close.addEventListener("click", () => this._back());
    const title = make("p");
    title.className = "term-note-title";
    title.append(make("b", term));
    for (const [lang, name] of named) title.append(" ", Object.assign(make("span", name), { lang }));
    const who = make("ul");
    for (const { title: words, url } of sources) {
      const line = who.appendChild(make("li"));
      const source = line.appendChild(make(url ? "a" : "span", words));
      if (url) Object.assign(source, { href: url, target: "_blank", rel: "noopener noreferrer" });
    }
    return [close, title, make("p", definition), ...(note ? [make("p", note)] : []), who];
  }

  /**
   * Below the word where there is room, else above it; on a narrow screen at its foot (see the sheet).
   * @param {DOMRect} word
   */
  _place({ left, top, bottom }) {
    const { style, offsetWidth: width, offsetHeight: height } = this._room;
    const most = window.innerWidth - width - APART_PX;
    const below = bottom + APART_PX;
    const fits = below + height + APART_PX <= window.innerHeight;
    style.left = `${Math.max(APART_PX, Math.min(left, most))}px`;
    style.top = `${Math.max(APART_PX, fits ? below : top - height - APART_PX)}px`;
  }

  /** To where the reader was. */
  _back() {
    const word = this._word;
    this.close();
    word?.focus();
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (!this.isOpen) return;
    const inside = event.target instanceof Node && this._room.contains(event.target);
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopImmediatePropagation();
      this._back();
    } else if (inside && /^(Enter| |Tab)$/.test(event.key)) event.stopImmediatePropagation();
  }

  /** @param {PointerEvent} event */
  _press({ target }) {
    const on = target instanceof Node ? target : null;
    if (this.isOpen && !this._room.contains(on) && !this._word?.contains(on)) this.close();
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} [words]
 */
function make(tag, words = "") {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
