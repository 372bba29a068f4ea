/* A text whose words are marked with the mouse or by key, with everything that is marked in it.
 *
 * The text has the browser's own caret and selection, because it is an editable region in which
 * nothing can be typed. Offsets go to the server in code points of the whole text. What is done
 * is told as {act, …}; the server answers with the text as it is marked then.
 */
import { nest } from "./nesting.js";

/**
 * @typedef {object} MarkingData
 * @property {Paragraph[]} paragraphs
 * @property {TextMark[]} marks
 * @property {string} opened
 * @property {Record<string, string>} strings
 */

/** @typedef {(act: object) => void} Tell */

/** @type {Record<string, string>} */
const KEYS = { p: "place", d: "date" };
/** @param {Component<MarkingData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement & { text?: MarkedText }} */ (parentElement.querySelector(".marking"));
  (root.text ||= new MarkedText(root)).update(data, (act) => setTriggerValue("told", act));
}

class MarkedText {
  /** @param {HTMLElement} root */
  constructor(root) {
    this._text = /** @type {HTMLElement} */ (root.querySelector(".marking-text"));
    this._bar = /** @type {HTMLElement} */ (root.querySelector(".marking-bar"));
    /** @type {Tell} */
    this._tell = () => {};
    this._drawn = "";
    this._opened = "";
    this._text.addEventListener("keydown", (event) => this._key(event));
    this._text.addEventListener("click", (event) => this._click(event));
    this._text.addEventListener("dragstart", (event) => this._drag(event));
    // Words in an editable region cannot be dragged, so it is none while the pointer holds a mark.
    this._text.addEventListener("mousedown", (event) => this._editable(event.shiftKey || !markAt(event)));
    for (const name of ["mouseup", "dragend"]) document.addEventListener(name, () => this._editable(true));
    for (const name of ["beforeinput", "paste", "cut", "drop"]) {
      this._text.addEventListener(name, (event) => event.preventDefault());
    }
    this._bar.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
    this._bar.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("button");
      if (button) this._mark(button.value);
    });
    document.addEventListener("selectionchange", () => this._offer());
    this._text.addEventListener("scroll", () => this._offer());
  }

  /**
   * What the server says is so now.
   * @param {MarkingData} data @param {Tell} tell
   */
  update(data, tell) {
    this._tell = tell;
    this._text.setAttribute("aria-label", data.strings.text);
    for (const button of this._bar.querySelectorAll("button"))
      button.textContent = data.strings[button.value];
    const drawn = JSON.stringify([data.paragraphs, data.marks]);
    if (drawn !== this._drawn) {
      const caret = this._held();
      this._text.replaceChildren(
        ...data.paragraphs.map((paragraph) => this._paragraph(paragraph, data.marks)),
      );
      if (caret) this._hold(caret);
    }
    this._drawn = drawn;
    for (const mark of this._marks()) {
      mark.classList.toggle("opened", mark.dataset.id === data.opened);
    }
    if (data.opened && data.opened !== this._opened) this._show(data.opened);
    this._opened = data.opened;
  }

  /** @param {Paragraph} paragraph @param {TextMark[]} marks */
  _paragraph({ n, start, text }, marks) {
    const element = document.createElement("p");
    const points = Array.from(text);
    element.dataset.start = String(start);
    element.dataset.n = String(n);
    const own = marks.filter((mark) => mark.start >= start && mark.start < start + points.length);
    fill(element, points, start, start, start + points.length, nest(own));
    return element;
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = this._markAtCaret();
    const key = event.key.toLowerCase();
    if (KEYS[key]) this._mark(KEYS[key]);
    else if (key === "n") this._next(event.shiftKey ? -1 : 1);
    else if (key === "enter" && mark) this._open(mark);
    else if (key === "s" && mark) this._tell({ act: "stop", id: mark.dataset.id });
    else if ((key === "delete" || key === "backspace") && mark)
      this._tell({ act: "unmark", id: mark.dataset.id });
    else if (event.key.length > 1) return; // arrows and the like move the caret, Tab goes on
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  _click(event) {
    const mark = markAt(event);
    if (mark && selection().isCollapsed) this._open(mark);
  }

  /** @param {DragEvent} event */
  _drag(event) {
    const mark = markAt(event);
    if (!mark || !event.dataTransfer) return event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.setData("application/x-mention", mark.dataset.id || "");
    event.dataTransfer.effectAllowed = "copy";
  }

  /** @param {boolean} may */
  _editable(may) {
    this._text.contentEditable = String(may);
  }

  /** @param {HTMLElement} mark */
  _open(mark) {
    this._tell({ act: "open", id: mark.dataset.id });
  }

  /** @param {string} kind */
  _mark(kind) {
    const selected = this._selected();
    if (!selected) return;
    this._tell({ act: "mark", kind, ...selected });
    selection().collapseToEnd();
  }

  /**
   * Every part of a mark that was cut.
   * @returns {NodeListOf<HTMLElement>}
   */
  _marks() {
    return this._text.querySelectorAll("mark");
  }

  /** @param {1 | -1} step */
  _next(step) {
    const marks = [...new Map([...this._marks()].map((mark) => [mark.dataset.id, mark])).values()];
    if (!marks.length) return;
    const at = marks.findIndex((mark) => mark.dataset.id === this._opened);
    const next =
      marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length];
    selection().collapse(next.firstChild, 0);
    this._open(next);
  }

  /** @returns {HTMLElement | null} */
  _markAtCaret() {
    const { anchorNode } = selection();
    if (!anchorNode || !this._text.contains(anchorNode)) return null;
    return elementAt(anchorNode).closest("mark") || this._text.querySelector("mark.opened");
  }

  /** The selected words as offsets in the whole text, or null where none are selected in it. */
  _selected() {
    const held = this._held();
    return held && held.start < held.end ? held : null;
  }

  _held() {
    if (!selection().rangeCount) return null;
    const range = selection().getRangeAt(0);
    const start = this._offset(range.startContainer, range.startOffset);
    const end = this._offset(range.endContainer, range.endOffset);
    return start === null || end === null ? null : { start, end };
  }

  /**
   * The offset of a place in the document, in code points of the text; null where it is outside.
   * @param {Node} node @param {number} offset
   */
  _offset(node, offset) {
    if (!this._text.contains(node)) return null;
    const paragraph = elementAt(node).closest("p");
    if (!paragraph) {
      const next = this._paragraphs()[offset];
      return next ? Number(next.dataset.start) : null;
    }
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + Array.from(before.toString()).length;
  }

  /** @param {{ start: number, end: number }} selected */
  _hold({ start, end }) {
    const first = this._place(start);
    const last = this._place(end);
    if (!first || !last || document.activeElement !== this._text) return;
    selection().setBaseAndExtent(first.node, first.offset, last.node, last.offset);
  }

  _paragraphs() {
    return [...this._text.querySelectorAll("p")];
  }

  /**
   * The node and offset of an offset in the text.
   * @param {number} offset
   */
  _place(offset) {
    const paragraphs = this._paragraphs().filter((each) => Number(each.dataset.start) <= offset);
    if (!paragraphs.length) return null;
    const paragraph = paragraphs[paragraphs.length - 1];
    let left = offset - Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const points = Array.from(node.textContent || "");
      if (left <= points.length) return { node, offset: points.slice(0, left).join("").length };
      left -= points.length;
    }
    return { node: paragraph, offset: paragraph.childNodes.length };
  }

  /** Offers to mark what is selected, beside it. */
  _offer() {
    const selected = document.activeElement === this._text && this._selected();
    this._bar.hidden = !selected;
    if (!selected) return;
    const box = selection().getRangeAt(0).getBoundingClientRect();
    const room = /** @type {Element} */ (this._bar.parentElement).getBoundingClientRect();
    const left = Math.min(Math.max(box.left - room.left, 0), room.width - this._bar.offsetWidth);
    const above = box.top - room.top - this._bar.offsetHeight - 6;
    this._bar.style.left = `${left}px`;
    this._bar.style.top = `${above < 0 ? box.bottom - room.top + 6 : above}px`;
  }

  /** @param {string} id */
  _show(id) {
    const mark = this._text.querySelector(`mark[data-id="${CSS.escape(id)}"]`);
    if (!mark) return;
    const { top, bottom } = mark.getBoundingClientRect();
    const room = this._text.getBoundingClientRect();
    if (top < room.top || bottom > room.bottom) this._text.scrollTop += top - room.top - room.height / 3;
  }
}

function selection() {
  return /** @type {Selection} */ (getSelection());
}

/** @param {Event} event @returns {HTMLElement | null} */
function markAt(event) {
  return event.target instanceof Element ? event.target.closest("mark") : null;
}

/** @param {Node} node */
function elementAt(node) {
  return /** @type {Element} */ (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
}

/**
 * Puts the words from `from` to `to` into an element, marks inside marks.
 * @param {HTMLElement} element @param {string[]} points @param {number} start @param {number} from
 * @param {number} to @param {TextMark[]} marks
 */
function fill(element, points, start, from, to, marks) {
  let at = from;
  for (let each = 0; each < marks.length; each++) {
    const mark = marks[each];
    if (mark.start < at) continue; // it lies inside one that is filled already
    element.append(points.slice(at - start, mark.start - start).join(""));
    const inside = marks.slice(each + 1).filter((other) => other.start < mark.end);
    element.append(elementOf(mark, points, start, inside));
    at = mark.end;
  }
  element.append(points.slice(at - start, to - start).join(""));
}

/** @param {TextMark} mark @param {string[]} points @param {number} start @param {TextMark[]} inside */
function elementOf(mark, points, start, inside) {
  const element = document.createElement("mark");
  element.dataset.id = mark.id;
  element.className = `${mark.kind} ${mark.state}${mark.unresolved ? " unresolved" : ""}`;
  element.title = mark.label;
  element.draggable = true;
  fill(element, points, start, mark.start, mark.end, inside);
  return element;
}
