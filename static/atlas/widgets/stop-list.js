/* The stops of a journey that is being made: words are dropped on them, and they change places.
 *
 * Everything is told as {act, …}. Words that are dropped between two stops become a stop, on a
 * stop they join it; a stop that is dragged goes where the line is. By key: arrows go from stop
 * to stop, Alt with an arrow moves one, Enter opens it, Delete takes it out.
 */

const MENTION = "application/x-mention";
const STOP = "application/x-stop";
const EDGE = 0.3; // of the height of a stop, above and below, is between two stops
/** @type {Record<string, 1 | -1>} */
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** @typedef {{ stops: MadeStop[], opened: number, strings: Record<string, string> }} StopsData */
/** @typedef {(act: object) => void} Tell */
/** Where words or a stop would fall: before the stop `at`, or on the stop `on`. */
/** @typedef {{ at: number, on?: undefined } | { on: number, at?: undefined }} Target */

/** @param {Component<StopsData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement & { stops?: StopList }} */ (parentElement.querySelector(".making"));
  (root.stops ||= new StopList(root)).update(data, (act) => setTriggerValue("told", act));
}

class StopList {
  /** @param {HTMLElement} root */
  constructor(root) {
    this._root = root;
    this._list = /** @type {HTMLElement} */ (root.querySelector("ol"));
    this._empty = /** @type {HTMLElement} */ (root.querySelector("p"));
    /** @type {Tell} */
    this._tell = () => {};
    this._focus = 0; // the order of the stop to go to with the next update
    root.addEventListener("dragover", (event) => this._over(event));
    root.addEventListener("dragleave", (event) => {
      if (!root.contains(/** @type {Node | null} */ (event.relatedTarget))) this._point(null);
    });
    root.addEventListener("drop", (event) => this._drop(event));
    this._list.addEventListener("dragstart", (event) => this._drag(event));
    this._list.addEventListener("click", (event) => this._click(event));
    this._list.addEventListener("keydown", (event) => this._key(event));
  }

  /**
   * What the server says is so now.
   * @param {StopsData} data @param {Tell} tell
   */
  update(data, tell) {
    this._tell = tell;
    const focused = this._focus || this._orderOf(document.activeElement);
    this._focus = 0;
    this._list.setAttribute("aria-label", data.strings.stops);
    this._list.replaceChildren(...data.stops.map((stop) => this._stop(stop, data.opened)));
    this._empty.textContent = data.strings.empty;
    this._empty.hidden = data.stops.length > 0;
    if (focused) this._items()[Math.min(focused, data.stops.length) - 1]?.focus();
  }

  /** @param {MadeStop} stop @param {number} opened */
  _stop({ order, place, role, when, words, missing }, opened) {
    const item = document.createElement("li");
    item.tabIndex = 0;
    item.draggable = true;
    item.dataset.order = String(order);
    if (order === opened) item.setAttribute("aria-current", "true");
    item.append(part("b", "number", String(order)), part("span", "where", place), part("span", "when", when));
    if (role) item.append(part("span", "role", role));
    for (const word of words) item.append(part("q", `word ${word.kind}`, word.quote));
    if (missing) item.append(part("span", "missing", missing));
    return item;
  }

  _items() {
    return [...this._list.querySelectorAll("li")];
  }

  /** @param {DragEvent} event */
  _over(event) {
    const types = event.dataTransfer?.types || [];
    if (!types.includes(MENTION) && !types.includes(STOP)) return;
    event.preventDefault();
    this._point(this._target(event));
  }

  /** @param {DragEvent} event @returns {Target} */
  _target(event) {
    const items = this._items();
    for (const item of items) {
      const { top, bottom, height } = item.getBoundingClientRect();
      const order = Number(item.dataset.order);
      const between = event.dataTransfer?.types.includes(STOP) ? 0.5 : EDGE;
      if (event.clientY < top + height * between) return { at: order };
      if (event.clientY < bottom - height * between) return { on: order };
    }
    return { at: items.length + 1 };
  }

  /** @param {Target | null} target */
  _point(target) {
    const items = this._items();
    this._root.classList.toggle("wanted", Boolean(target));
    items.forEach((item, index) => {
      item.classList.toggle("before", target?.at === index + 1);
      item.classList.toggle("after", index === items.length - 1 && target?.at === items.length + 1);
      item.classList.toggle("on", target?.on === index + 1);
    });
  }

  /** @param {DragEvent} event */
  _drop(event) {
    const { at, on } = this._target(event);
    const mention = event.dataTransfer?.getData(MENTION);
    const order = Number(event.dataTransfer?.getData(STOP));
    this._point(null);
    event.preventDefault();
    if (mention) this._tell(on ? { act: "join", id: mention, order: on } : { act: "stop", id: mention, at });
    else if (order && at) this._move(order, at > order ? at - 1 : at);
  }

  /** @param {DragEvent} event */
  _drag(event) {
    const order = this._orderOf(event.target);
    if (!order || !event.dataTransfer) return;
    event.dataTransfer.setData(STOP, String(order));
    event.dataTransfer.effectAllowed = "move";
  }

  /** @param {MouseEvent} event */
  _click(event) {
    const order = this._orderOf(event.target);
    if (order) this._tell({ act: "open", order });
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const order = this._orderOf(event.target);
    const step = STEPS[event.key];
    if (!order) return;
    if (step && event.altKey) this._move(order, order + step);
    else if (step) this._items()[order - 1 + step]?.focus();
    else if (event.key === "Enter") this._tell({ act: "open", order });
    else if (event.key === "Delete") this._tell({ act: "remove", order });
    else return;
    event.preventDefault();
  }

  /** @param {number} order @param {number} to */
  _move(order, to) {
    if (to < 1 || to > this._list.children.length || to === order) return;
    this._focus = to;
    this._tell({ act: "move", order, to });
  }

  /** @param {EventTarget | null} target */
  _orderOf(target) {
    const item = target instanceof Element && target.closest("li");
    return item && this._list.contains(item) ? Number(item.dataset.order) : 0;
  }
}

/** @param {string} tag @param {string} name @param {string} text */
function part(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
