/* A form that is drawn anew as a reader left it: what was open, what was sought, and the focus. */

/**
 * Puts a form in place of what a box has. The focus stays, or goes to what is named: where it was lost, or
 * at once with `jump`.
 * @param {HTMLElement} box @param {HTMLElement} form @param {string} [goTo] @param {boolean} [jump]
 */
export function redrawn(box, form, goTo = "", jump = false) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const had = focused && box.contains(focused) ? focused.dataset.name || "" : "";
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  const caret = isField ? caretOf(focused) : null;
  const open = new Set(folds(box).filter((each) => each.open).map((each) => each.dataset.fold));
  const closed = new Set(folds(box).filter((each) => !each.open).map((each) => each.dataset.fold));
  /** @type {NodeListOf<HTMLInputElement>} */
  const finders = box.querySelectorAll("input[type=search]");
  const sought = new Map([...finders].map((input) => [input.dataset.name, input.value]));
  const scrolled = box.scrollTop;
  box.replaceChildren(form);
  for (const each of folds(box)) {
    if (open.has(each.dataset.fold)) each.open = true;
    else if (closed.has(each.dataset.fold)) each.open = false;
    const input = /** @type {HTMLInputElement | null} */ (each.querySelector(":scope > input[type=search]"));
    if (input) input.value = sought.get(input.dataset.name) || "";
    if (input && each.open) input.dispatchEvent(new Event("input"));
  }
  box.scrollTop = scrolled;
  const target = (!jump && named(box, had)) || (had || jump ? named(box, goTo) : null);
  if (!target) return;
  target.closest("details:not([open])")?.setAttribute("open", "");
  target.focus({ preventScroll: !jump });
  if (caret && target.dataset.name === had && "setSelectionRange" in target) {
    const field = /** @type {HTMLInputElement} */ (target);
    field.setSelectionRange(caret[0], caret[1]);
  }
}

/** @param {HTMLInputElement | HTMLTextAreaElement} input @returns {[number, number] | null} */
function caretOf(input) {
  const isText = input instanceof HTMLTextAreaElement || ["text", "search"].includes(input.type);
  return isText ? [input.selectionStart ?? 0, input.selectionEnd ?? 0] : null;
}

/** @param {HTMLElement} box */
function folds(box) {
  return /** @type {HTMLDetailsElement[]} */ ([...box.querySelectorAll("details[data-fold]")]);
}

/** @param {HTMLElement} box @param {string} name @returns {HTMLElement | null} */
function named(box, name) {
  return name ? box.querySelector(`[data-name="${CSS.escape(name)}"]`) : null;
}
