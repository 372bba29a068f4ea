/* Each thing that a reader did is one step back, however many parts of the address it changed.
 *
 * A filter writes itself into the address in place, which makes no step, and the server adds a step
 * for each part that it sets. So the first change after a deed is made a step here, and what follows
 * until the next deed belongs to it. Keys on one slider or in one field are one deed together.
 */
import { mapFrame } from "./map-frame.js";

// Where the map looks and how far a lesson is are no steps of their own.
const PLACE = ["camera", "step"];
const TYPED = "input:not([type=checkbox], [type=radio]), textarea, [role=slider]";
const DUE_MS = 5000; // for which a change may still come from what was done last
const TOGETHER_MS = 1000; // in which the server's changes come from one run

/** What was done, and which changes of the address make a step. */
export class Steps {
  constructor() {
    this._due = -Infinity;
    this._stepped = -Infinity;
    this._idle = true; // nothing was done since the page was opened, or gone back to
    /** @type {unknown} */
    this._field = null;
  }

  /**
   * Something is done now: pressed, or typed into a field.
   * @param {number} now @param {unknown} [field]
   */
  did(now, field = null) {
    this._idle = false;
    if (!field || field !== this._field) this._due = now;
    this._field = field;
  }

  /** What was pressed is let go: a drag ends. @param {number} now */
  letGo(now) {
    if (this._due > -Infinity) this._due = now;
  }

  /** The reader went back or on: what changes now comes from there. @param {number} now */
  went(now) {
    this._due = -Infinity;
    this._idle = true;
    this._field = null;
    this._stepped = now;
  }

  /**
   * True where a change from one address to another is a step. To another page it is one, unless
   * an address that names no page led to the first one.
   * @param {URL} from @param {URL} to @param {boolean} asked whether a step is asked for
   * @param {number} now
   */
  isStep(from, to, asked, now) {
    if (from.pathname === to.pathname && view(from) === view(to)) return false;
    const isDue = now - this._due < DUE_MS;
    const isMore = this._field || now - this._stepped < TOGETHER_MS;
    this._due = -Infinity;
    const makes = from.pathname === to.pathname ? isDue || (asked && !isMore) : asked && !this._idle;
    if (makes) this._stepped = now;
    return makes;
  }
}

/** What an address shows, but for where it looks. @param {URL} address */
function view({ searchParams }) {
  const parts = [...searchParams].filter(([name]) => !PLACE.includes(name));
  return JSON.stringify(parts.sort(([one], [other]) => (one < other ? -1 : Number(one > other))));
}

/** Makes the steps of this window so, once and for as long as it stands. */
export function stepByDeed() {
  if (window.deeds) return;
  const deeds = (window.deeds = new Steps());
  const { history } = window;
  const ways = { push: history.pushState.bind(history), replace: history.replaceState.bind(history) };
  /** @param {boolean} asked @returns {History["pushState"]} */
  const change = (asked) => (state, unused, address) => {
    const from = new URL(location.href);
    const to = new URL(address ?? from, from);
    ways[deeds.isStep(from, to, asked, performance.now()) ? "push" : "replace"](state, unused, address);
  };
  history.pushState = change(true);
  history.replaceState = change(false);
  window.addEventListener("popstate", () => deeds.went(performance.now()), { capture: true });
  watch(document, deeds);
  document.addEventListener("atlas-shown", () => {
    const inside = mapFrame()?.contentDocument;
    if (inside) watch(inside, deeds);
  });
}

/** @type {WeakSet<Document>} */
const watched = new WeakSet();

/** @param {Document} page @param {Steps} deeds */
function watch(page, deeds) {
  if (watched.has(page)) return;
  watched.add(page);
  const options = { capture: true, passive: true };
  const start = page.defaultView ? page.defaultView.performance.timeOrigin - performance.timeOrigin : 0;
  const when = (/** @type {Event} */ { timeStamp }) => start + timeStamp; // it may be heard much later
  page.addEventListener("pointerdown", (event) => deeds.did(when(event)), options);
  page.addEventListener("pointerup", (event) => deeds.letGo(when(event)), options);
  page.addEventListener("keydown", (event) => deeds.did(when(event), fieldOf(event.target)), options);
}

/**
 * What is typed into; an end of the period by its name, for it is made anew at each rest.
 * @param {EventTarget | null} target
 */
function fieldOf(target) {
  const field = /** @type {Partial<Element> | null} */ (target)?.closest?.(TYPED);
  return field instanceof HTMLElement ? field.dataset.edge || field : null;
}
