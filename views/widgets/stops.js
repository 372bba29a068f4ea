/* The stops of a journey that is being made: words are dropped on them, and they change places.
 *
 * Everything is told as {act, …}. Words that are dropped between two stops become a stop, on a
 * stop they join it; a stop that is dragged goes where the line is. By key: arrows go from stop
 * to stop, Alt with an arrow moves one, Enter opens it, Delete takes it out.
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".making");
  (root.stops ||= new Stops(root)).update(data, (act) => setTriggerValue("told", act));
}

const MENTION = "application/x-mention";
const STOP = "application/x-stop";
const EDGE = 0.3; // of the height of a stop, above and below, is between two stops

class Stops {
  constructor(root) {
    this._root = root;
    this._list = root.querySelector("ol");
    this._empty = root.querySelector("p");
    root.addEventListener("dragover", (event) => this._over(event));
    root.addEventListener("dragleave", (event) => root.contains(event.relatedTarget) || this._point(null));
    root.addEventListener("drop", (event) => this._drop(event));
    this._list.addEventListener("dragstart", (event) => this._drag(event));
    this._list.addEventListener("click", (event) => this._click(event));
    this._list.addEventListener("keydown", (event) => this._key(event));
  }

  /** What the server says is so now. */
  update(data, tell) {
    this._tell = tell;
    const focused = this._focus || this._orderOf(document.activeElement);
    this._focus = null;
    this._list.setAttribute("aria-label", data.strings.stops);
    this._list.replaceChildren(...data.stops.map((stop) => this._stop(stop, data.opened)));
    this._empty.textContent = data.strings.empty;
    this._empty.hidden = data.stops.length > 0;
    const again = focused && this._list.children[Math.min(focused, data.stops.length) - 1];
    if (again) again.focus();
  }

  _stop({ order, place, role, when, words, lacks }, opened) {
    const item = document.createElement("li");
    item.tabIndex = 0;
    item.draggable = true;
    item.dataset.order = order;
    if (order === opened) item.setAttribute("aria-current", "true");
    item.append(part("b", "number", order), part("span", "where", place), part("span", "when", when));
    if (role) item.append(part("span", "role", role));
    for (const word of words) item.append(part("q", `word ${word.kind}`, word.quote));
    if (lacks) item.append(part("span", "missing", lacks));
    return item;
  }

  _over(event) {
    const { types } = event.dataTransfer;
    if (!types.includes(MENTION) && !types.includes(STOP)) return;
    event.preventDefault();
    this._point(this._target(event));
  }

  /** Where it would fall: before the stop `at`, or on the stop `on`. */
  _target(event) {
    const items = [...this._list.children];
    for (const item of items) {
      const { top, bottom, height } = item.getBoundingClientRect();
      const order = Number(item.dataset.order);
      const between = event.dataTransfer.types.includes(STOP) ? 0.5 : EDGE;
      if (event.clientY < top + height * between) return { at: order };
      if (event.clientY < bottom - height * between) return { on: order };
    }
    return { at: items.length + 1 };
  }

  _point(target) {
    const items = [...this._list.children];
    this._root.classList.toggle("wanted", Boolean(target));
    items.forEach((item, index) => {
      item.classList.toggle("before", Boolean(target) && target.at === index + 1);
      item.classList.toggle("after", Boolean(target) && index === items.length - 1 && target.at === items.length + 1);
      item.classList.toggle("on", Boolean(target) && target.on === index + 1);
    });
  }

  _drop(event) {
    const target = this._target(event);
    const mention = event.dataTransfer.getData(MENTION);
    const order = Number(event.dataTransfer.getData(STOP));
    this._point(null);
    event.preventDefault();
    if (mention) this._tell(target.on ? { act: "join", id: mention, order: target.on } : { act: "stop", id: mention, at: target.at });
    else if (order) this._move(order, target.at > order ? target.at - 1 : target.at);
  }

  _drag(event) {
    const order = this._orderOf(event.target);
    if (!order) return;
    event.dataTransfer.setData(STOP, String(order));
    event.dataTransfer.effectAllowed = "move";
  }

  _click(event) {
    const order = this._orderOf(event.target);
    if (order) this._tell({ act: "open", order });
  }

  _key(event) {
    const order = this._orderOf(event.target);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!order) return;
    if (step && event.altKey) this._move(order, order + step);
    else if (step) this._list.children[order - 1 + step]?.focus();
    else if (event.key === "Enter") this._tell({ act: "open", order });
    else if (event.key === "Delete") this._tell({ act: "remove", order });
    else return;
    event.preventDefault();
  }

  _move(order, to) {
    if (to < 1 || to > this._list.children.length || to === order) return;
    this._focus = to;
    this._tell({ act: "move", order, to });
  }

  _orderOf(target) {
    const item = target && target.closest && target.closest("li");
    return item && this._list.contains(item) ? Number(item.dataset.order) : 0;
  }
}

function part(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
