/* A text whose words are marked with the mouse or by key, with everything that is marked in it.
 *
 * The text has the browser's own caret and selection, because it is an editable region in which
 * nothing can be typed. Offsets go to the server in code points of the whole text. What is done
 * is told as {act, …}; the server answers with the text as it is marked then.
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".marking");
  (root.text ||= new MarkedText(root)).update(data, (act) => setTriggerValue("told", act));
}

const KEYS = { p: "place", d: "date" };

class MarkedText {
  constructor(root) {
    this._text = root.querySelector(".marking-text");
    this._bar = root.querySelector(".marking-bar");
    this._text.addEventListener("keydown", (event) => this._key(event));
    this._text.addEventListener("click", (event) => this._click(event));
    this._text.addEventListener("dragstart", (event) => this._drag(event));
    // Words in an editable region cannot be dragged, so it is none while the pointer holds a mark.
    this._text.addEventListener("mousedown", (event) => this._editable(event.shiftKey || !event.target.closest("mark")));
    for (const name of ["mouseup", "dragend"]) document.addEventListener(name, () => this._editable(true));
    for (const name of ["beforeinput", "paste", "cut", "drop"]) {
      this._text.addEventListener(name, (event) => event.preventDefault());
    }
    this._bar.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
    this._bar.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this._mark(button.value);
    });
    document.addEventListener("selectionchange", () => this._offer());
    this._text.addEventListener("scroll", () => this._offer());
  }

  /** What the server says is so now. */
  update(data, tell) {
    this._tell = tell;
    this._text.setAttribute("aria-label", data.strings.text);
    for (const button of this._bar.children) button.textContent = data.strings[button.value];
    const drawn = JSON.stringify([data.paragraphs, data.marks]);
    if (drawn !== this._drawn) {
      const caret = this._held();
      this._text.replaceChildren(...data.paragraphs.map((paragraph) => this._paragraph(paragraph, data.marks)));
      if (caret) this._hold(caret);
    }
    this._drawn = drawn;
    for (const mark of this._text.querySelectorAll("mark")) {
      mark.classList.toggle("opened", mark.dataset.id === data.opened);
    }
    if (data.opened && data.opened !== this._opened) this._show(data.opened);
    this._opened = data.opened;
  }

  _paragraph({ n, start, text }, marks) {
    const element = document.createElement("p");
    const points = Array.from(text);
    element.dataset.start = start;
    element.dataset.n = n;
    const own = marks.filter((mark) => mark.start >= start && mark.start < start + points.length);
    fill(element, points, start, start, start + points.length, nested(own));
    return element;
  }

  _key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = this._markAtCaret();
    const key = event.key.toLowerCase();
    if (KEYS[key]) this._mark(KEYS[key]);
    else if (key === "n") this._next(event.shiftKey ? -1 : 1);
    else if (key === "enter" && mark) this._open(mark);
    else if (key === "s" && mark) this._tell({ act: "stop", id: mark.dataset.id });
    else if ((key === "delete" || key === "backspace") && mark) this._tell({ act: "unmark", id: mark.dataset.id });
    else if (event.key.length > 1) return; // arrows and the like move the caret, Tab goes on
    event.preventDefault();
  }

  _click(event) {
    const mark = event.target.closest("mark");
    if (mark && getSelection().isCollapsed) this._open(mark);
  }

  _drag(event) {
    const mark = event.target.closest && event.target.closest("mark");
    if (!mark) return event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.setData("application/x-mention", mark.dataset.id);
    event.dataTransfer.effectAllowed = "copy";
  }

  _editable(may) {
    this._text.contentEditable = String(may);
  }

  _open(mark) {
    this._tell({ act: "open", id: mark.dataset.id });
  }

  _mark(kind) {
    const selected = this._selected();
    if (!selected) return;
    this._tell({ act: "mark", kind, ...selected });
    getSelection().collapseToEnd();
  }

  _next(step) {
    const marks = [...new Map([...this._text.querySelectorAll("mark")].map((mark) => [mark.dataset.id, mark])).values()];
    if (!marks.length) return;
    const at = marks.findIndex((mark) => mark.dataset.id === this._opened);
    const next = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length];
    getSelection().collapse(next.firstChild, 0);
    this._open(next);
  }

  _markAtCaret() {
    const { anchorNode } = getSelection();
    if (!anchorNode || !this._text.contains(anchorNode)) return null;
    const element = anchorNode.nodeType === Node.TEXT_NODE ? anchorNode.parentElement : anchorNode;
    return element.closest("mark") || this._text.querySelector("mark.opened");
  }

  /** The selected words as offsets in the whole text, or null where none are selected in it. */
  _selected() {
    const held = this._held();
    return held && held.start < held.end ? held : null;
  }

  _held() {
    const selection = getSelection();
    if (!selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = this._offset(range.startContainer, range.startOffset);
    const end = this._offset(range.endContainer, range.endOffset);
    return start === null || end === null ? null : { start, end };
  }

  /** The offset of a place in the document, in code points of the text; null where it is outside. */
  _offset(node, offset) {
    if (!this._text.contains(node)) return null;
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const paragraph = element.closest("p");
    if (!paragraph) {
      const next = this._text.children[offset];
      return next ? Number(next.dataset.start) : null;
    }
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + Array.from(before.toString()).length;
  }

  _hold({ start, end }) {
    const first = this._place(start);
    const last = this._place(end);
    if (first && last && document.activeElement === this._text) getSelection().setBaseAndExtent(...first, ...last);
  }

  /** The node and offset of an offset in the text. */
  _place(offset) {
    const paragraphs = [...this._text.children].filter((each) => Number(each.dataset.start) <= offset);
    if (!paragraphs.length) return null;
    const paragraph = paragraphs[paragraphs.length - 1];
    let left = offset - Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    for (; node; node = walker.nextNode()) {
      const points = Array.from(node.data);
      if (left <= points.length) return [node, points.slice(0, left).join("").length];
      left -= points.length;
    }
    return [paragraph, paragraph.childNodes.length];
  }

  /** Offers to mark what is selected, beside it. */
  _offer() {
    const selected = document.activeElement === this._text && this._selected();
    this._bar.hidden = !selected;
    if (!selected) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    const room = this._bar.parentElement.getBoundingClientRect();
    const left = Math.min(Math.max(box.left - room.left, 0), room.width - this._bar.offsetWidth);
    const above = box.top - room.top - this._bar.offsetHeight - 6;
    this._bar.style.left = `${left}px`;
    this._bar.style.top = `${above < 0 ? box.bottom - room.top + 6 : above}px`;
  }

  _show(id) {
    const mark = this._text.querySelector(`mark[data-id="${CSS.escape(id)}"]`);
    if (!mark) return;
    const { top, bottom } = mark.getBoundingClientRect();
    const room = this._text.getBoundingClientRect();
    if (top < room.top || bottom > room.bottom) this._text.scrollTop += top - room.top - room.height / 3;
  }
}

/** Marks in an order in which each lies inside the one before it or behind it; one that would not is cut. */
function nested(marks) {
  const waiting = marks.map((mark) => ({ ...mark })).sort(inner);
  const done = [];
  while (waiting.length) {
    const mark = waiting.shift();
    const around = done.filter((other) => other.start <= mark.start && other.end > mark.start);
    const end = Math.min(mark.end, ...around.map((other) => other.end));
    if (end < mark.end) {
      waiting.push({ ...mark, start: end });
      waiting.sort(inner);
    }
    done.push({ ...mark, end });
  }
  return done;
}

const inner = (one, other) => one.start - other.start || other.end - one.end;

/** Puts the words from `from` to `to` into an element, marks inside marks. */
function fill(element, points, start, from, to, marks) {
  let at = from;
  for (let each = 0; each < marks.length; each++) {
    const mark = marks[each];
    if (mark.start < at) continue; // it lies inside one that is filled already
    element.append(points.slice(at - start, mark.start - start).join(""));
    const inside = marks.slice(each + 1).filter((other) => other.start < mark.end);
    element.append(element_of(mark, points, start, inside));
    at = mark.end;
  }
  element.append(points.slice(at - start, to - start).join(""));
}

function element_of(mark, points, start, inside) {
  const element = document.createElement("mark");
  element.dataset.id = mark.id;
  element.className = `${mark.kind} ${mark.state}${mark.unresolved ? " unresolved" : ""}`;
  element.title = mark.label;
  element.draggable = true;
  fill(element, points, start, mark.start, mark.end, inside);
  return element;
}
