/* Where the focus goes when what had it is taken away or made anew. */

const ENTRY = ".st-key-panel-room a"; // is made anew with the list
const OPENED = ".st-key-panel-room .details h2";

export class Focus {
  constructor() {
    this._last = "";
    /** @type {EventTarget | null} */
    this._had = null;
    document.addEventListener("focusin", ({ target }) => {
      this._last = selectorOf(target);
      this._had = target;
    });
    document.addEventListener("pointerdown", () => (this._last = ""), { capture: true });
  }

  /**
   * Goes to what was made anew in place of what had the focus, if that is gone. On its way from one
   * element to the next the focus is nowhere for a moment, and what had it stands.
   */
  again() {
    const isGone = this._had instanceof Node && !this._had.isConnected;
    if (this._last && isGone && isLost()) focusOn(this._last);
  }

  /**
   * Goes to the heading of what was opened by key, or from where nothing is any more; and back to
   * its entry in the list when it is closed.
   * @param {string} opened @param {string} before
   */
  follow(opened, before) {
    if (!isLost() && !isOnMapByKey()) return;
    if (opened) focusOn(OPENED);
    else focusOn(entryOf(before.split(":")[0]), true);
  }
}

function isLost() {
  return !document.activeElement || document.activeElement === document.body;
}

function isOnMapByKey() {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLIFrameElement)) return false;
  return Boolean(activeElement.contentDocument?.activeElement?.matches("[data-stop]:focus-visible"));
}

/** @param {EventTarget | null} target */
function selectorOf(target) {
  const isEntry = target instanceof HTMLElement && target.dataset.open && target.matches(ENTRY);
  return isEntry ? entryOf(target.dataset.open || "") : "";
}

/** @param {string} id of what the entry opens */
function entryOf(id) {
  return `${ENTRY}[data-open="${CSS.escape(id)}"]`;
}

/** @param {string} selector @param {boolean} [scrolls] so that it is seen */
function focusOn(selector, scrolls = false) {
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1; // a heading too
  element.focus({ preventScroll: true });
  if (scrolls) element.scrollIntoView({ block: "nearest" });
}
