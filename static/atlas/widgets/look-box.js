/* The words of a step of the guided look, and a ring around what they are about. */
import { beside } from "./look-places.js";

const SHEET_PX = 640; // a narrower window has the words at its foot

/**
 * @typedef {Record<"name" | "count" | "back" | "next" | "done" | "end", string>} LookStrings
 * @typedef {{ title: string, words: string, at: number, of: number }} LookWords
 */

export class LookBox {
  /**
   * @param {LookStrings} strings @param {{ go: (by: number) => void, end: () => void }} acts
   */
  constructor(strings, acts) {
    this._strings = strings;
    this._acts = acts;
    this._isGone = false;
    this._placed = "";
    this._spot = /** @type {XY | null} */ (null);
    this._target = /** @type {() => Rect | null} */ (() => null);
    this._ring = document.body.appendChild(make("div", "look-ring"));
    this._ring.setAttribute("aria-hidden", "true");
    this._box = document.body.appendChild(make("div", "look-box"));
    this._box.setAttribute("role", "dialog");
    this._box.setAttribute("aria-label", strings.name);
    this._box.tabIndex = -1;
    this._say = this._box.appendChild(make("div", "look-says"));
    this._say.setAttribute("aria-live", "polite");
    this._end = this._button("×", "look-end", acts.end);
    this._end.setAttribute("aria-label", strings.end);
    this._back = this._button(strings.back, "look-back", () => acts.go(-1));
    this._next = this._button(strings.next, "look-next", () => acts.go(1));
    this._listening = new AbortController();
    const options = { capture: true, signal: this._listening.signal };
    document.addEventListener("keydown", (event) => this._key(event), options);
  }

  focus() {
    this._box.focus({ preventScroll: true });
  }

  /**
   * Says a step, and stands beside what `target` gives for as long as it is said.
   * @param {LookWords} said @param {() => Rect | null} target
   */
  say({ title, words, at, of }, target) {
    const count = this._strings.count.replace("{n}", String(at + 1)).replace("{count}", String(of));
    this._say.replaceChildren(written("p", count), written("h2", title), written("p", words));
    const isLast = at === of - 1;
    this._back.disabled = at === 0;
    this._next.textContent = isLast ? this._strings.done : this._strings.next;
    this._target = target;
    this._spot = null;
    if (!this._placed) this._follow();
  }

  remove() {
    this._isGone = true;
    this._listening.abort();
    this._ring.remove();
    this._box.remove();
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this._acts.end();
  }

  /** The page may scroll and change its size meanwhile. */
  _follow() {
    const rect = this._target();
    if (this._isGone) return;
    const placed = JSON.stringify([rect, window.innerWidth, window.innerHeight, this._box.offsetHeight]);
    if (placed !== this._placed) this._place(rect);
    this._placed = placed;
    requestAnimationFrame(() => this._follow());
  }

  /** @param {Rect | null} rect */
  _place(rect) {
    const room = { w: window.innerWidth, h: window.innerHeight };
    this._ring.hidden = !rect;
    const { x: left, y: top, w: width, h: height } = rect || { x: 0, y: 0, w: 0, h: 0 };
    Object.assign(this._ring.style, pixels({ left, top, width, height }));
    const isSheet = room.w < SHEET_PX;
    this._box.classList.toggle("sheet", isSheet);
    const size = { w: this._box.offsetWidth, h: this._box.offsetHeight };
    this._spot = beside({ x: left, y: top, w: width, h: height }, size, room, this._spot);
    const spot = pixels({ left: this._spot.x, top: this._spot.y });
    Object.assign(this._box.style, isSheet ? { left: "", top: "" } : spot);
  }

  /** @param {string} words @param {string} className @param {() => void} act */
  _button(words, className, act) {
    const button = /** @type {HTMLButtonElement} */ (this._box.appendChild(written("button", words)));
    button.type = "button";
    button.className = className;
    button.addEventListener("click", act);
    return button;
  }
}

/** @param {string} tag @param {string} className */
function make(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** @param {string} tag @param {string} words */
function written(tag, words) {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

/** @param {Record<string, number>} box */
function pixels(box) {
  return Object.fromEntries(Object.entries(box).map(([side, value]) => [side, `${value}px`]));
}
