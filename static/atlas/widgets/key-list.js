/* The keys of a page and what each does, over the page. */

const POINTED = "[type=range], [type=checkbox], [type=radio], [type=button]"; // takes no letters
const TYPING = `input:not(${POINTED}), textarea, [contenteditable=true]`;

/**
 * True for the key that asks for the list, unless something is being typed.
 * @param {KeyboardEvent} event
 */
export function opensKeyList(event) {
  const { key, code, shiftKey } = event;
  return (key === "?" || (code === "Slash" && shiftKey && !/^[ -~]$/.test(key))) && !isTyped(event);
}

/**
 * True for the key that asks for the search, unless something is being typed.
 * @param {KeyboardEvent} event
 */
export function opensSearch(event) {
  return event.key === "/" && !isTyped(event);
}

/** @param {KeyboardEvent} event */
function isTyped({ target }) {
  return Boolean(/** @type {Partial<Element> | null} */ (target)?.closest?.(TYPING));
}

/**
 * Shows the list until it is closed; then the focus is where it was.
 * @param {{ title: string, close: string, keys: [string, string][] }} words
 */
export function keyList({ title, close, keys }) {
  if (document.querySelector("dialog.key-list")) return;
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.className = "key-list";
  dialog.setAttribute("aria-label", title);
  const button = made("button", close);
  button.addEventListener("click", () => dialog.close());
  const list = document.createElement("dl");
  for (const [key, does] of keys) list.append(made("dt", key), made("dd", does));
  const heading = made("h2", title);
  heading.tabIndex = -1;
  heading.autofocus = true; // and not the button at the end of a long list
  dialog.append(heading, list, button);
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // Esc closes this alone
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

/** @param {string} tag @param {string} words */
function made(tag, words) {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}
