/* What is typed into the search stays where the page runs again by itself.
 *
 * When a run of the whole page begins, Streamlit takes an open dialog off it, and makes it anew once
 * the run comes to it: without what was typed and not sent yet, and without the focus. So both are put
 * back, and the keys of the time between are pressed then.
 */
const FIELD = ".st-key-search-words input";
const OTHERS = "input, textarea, select, [contenteditable]";
const DIALOG = "[data-testid=stDialog]";
const STATE = "data-test-script-state";
const RUNS = `[data-testid=stApp][${STATE}=running]`;
const ENDS = ["Enter", "Escape"];
const KEY_CODES = new Map([["Enter", 13], ["Escape", 27]]);

/**
 * A text after some keys, where its caret is, and the key that sends it or leaves it, if one did.
 * @param {string} text @param {number} start of what is selected @param {number} end
 * @param {string[]} keys
 */
export function afterKeys(text, start, end, keys) {
  for (const key of keys) {
    if (ENDS.includes(key)) return { text, start, end, last: key };
    const from = key === "Backspace" && start === end ? Math.max(start - 1, 0) : start;
    const put = key === "Backspace" ? "" : key;
    text = text.slice(0, from) + put + text.slice(end);
    start = end = from + put.length;
  }
  return { text, start, end, last: "" };
}

/** @type {HTMLInputElement | null} The field that has the focus, or had it when it went. */
let typedInto = null;
/** @type {string[] | null} While the field is away. */
let keys = null;
const looking = new MutationObserver(look);

/**
 * Keeps what is typed until the search is closed.
 * @param {AbortSignal} signal
 */
export function keepTyped(signal) {
  const options = { capture: true, signal };
  document.addEventListener("focusin", ({ target }) => attend(/** @type {Element} */ (target)), options);
  document.addEventListener("keydown", keepKey, options);
}

/** @param {Element} target that has the focus now */
function attend(target) {
  if (target.matches(FIELD)) {
    if (!typedInto) {
      const attributeFilter = [STATE];
      looking.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter });
    }
    if (!keys) typedInto = /** @type {HTMLInputElement} */ (target);
  } else if (typedInto?.isConnected || (keys && target.matches(OTHERS))) {
    leave(); // what stood in the field is sent, or somebody writes elsewhere
  }
}

/** @param {KeyboardEvent} event */
function keepKey(event) {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key === "Escape" && !keys) leave(); // the search is closed, and does not come again
  if (!keys || ctrlKey || metaKey || altKey) return;
  if (key.length > 1 && key !== "Backspace" && !ENDS.includes(key)) return;
  keys.push(key);
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Sees the field go and come; one that was closed does not come again. */
function look() {
  if (!typedInto || typedInto.isConnected) return;
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector(FIELD);
  if (field) putBack(typedInto, field);
  else if (document.querySelector(`${RUNS}, ${DIALOG}`)) keys ||= [];
  else leave();
}

/** @param {HTMLInputElement} before @param {HTMLInputElement} field */
function putBack(before, field) {
  const { value, selectionStart, selectionEnd } = before;
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  const after = afterKeys(value, start, end, keys || []);
  keys = null;
  typedInto = field;
  field.focus();
  if (field.value !== after.text) {
    // What is set by a script alone React does not hear.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, after.text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(after.start, after.end);
  if (after.last) setTimeout(() => press(field, after.last)); // once the field knows its text
}

/** @param {HTMLInputElement} field @param {string} key */
function press(field, key) {
  const keyCode = KEY_CODES.get(key);
  const how = { key, code: key, keyCode, which: keyCode, bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent("keydown", how));
}

function leave() {
  typedInto = null;
  keys = null;
  looking.disconnect();
}
