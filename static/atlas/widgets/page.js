/* What every page does for whoever reads it by ear or by key: its language, a voice for what has
 * changed, a list of the keys, Esc wherever a click has left the focus, and its pictures on paper.
 */
import { keyList, opensKeyList, opensSearch } from "./key-list.js";
import { fitToPaper } from "./print.js";

const CLICKED = "input[type=range], input[type=checkbox], input[type=radio], select";
const PHONE_PX = 768; // on which the menu lies over the page
const MOST_LOOKS = 50; // for the field of the search
const SAID_MS = 100; // a voice hears what changes in it, not what it begins with

/**
 * @typedef {object} PageData
 * @property {string} lang
 * @property {string} said the title of the page and what is selected
 * @property {{ title: string, close: string, keys: [string, string][] }} keys
 */

/** @param {Component<PageData> & { parentElement: { ended?: AbortController } }} component */
export default function ({ data, parentElement }) {
  document.documentElement.lang = data.lang;
  say(data.said);
  if (parentElement.ended) parentElement.ended.abort(); // each run of the page calls this again
  const ended = (parentElement.ended = new AbortController());
  const options = { capture: true, signal: ended.signal };
  document.addEventListener("keydown", (event) => press(event, data), options);
  fitToPaper(ended.signal);
  document.addEventListener("click", closeMenu, options);
  return () => ended.abort();
}

/**
 * Says what is another than before; what a visit begins with is read as it stands.
 * @param {string} words
 */
function say(words) {
  const before = document.querySelector(".page-voice");
  const voice = /** @type {HTMLElement} */ (before || document.body.appendChild(newVoice()));
  if (voice.dataset.said === words) return;
  voice.dataset.said = words;
  if (before) setTimeout(() => (voice.textContent = words), SAID_MS);
}

function newVoice() {
  const voice = document.createElement("div");
  voice.className = "page-voice unseen-words";
  voice.setAttribute("role", "status");
  return voice;
}

/** @param {KeyboardEvent} event @param {PageData} data */
function press(event, { keys }) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  if (opensKeyList(event)) {
    event.preventDefault();
    event.stopPropagation();
    keyList(keys);
  } else if (opensSearch(event)) {
    event.preventDefault();
    search();
  } else if (event.key === "Escape" && target.matches?.(CLICKED)) {
    // To Streamlit a key in a field is for the field, but none of these has a use for it.
    document.body.dispatchEvent(new KeyboardEvent("keydown", { ...pressed(event), bubbles: true }));
  }
}

/** Opens the search, and goes to its field once that is there. */
function search() {
  /** @type {HTMLElement | null} */
  const button = document.querySelector(".st-key-search button");
  button?.click();
  let looks = button ? MOST_LOOKS : 0;
  const looking = setInterval(() => {
    /** @type {HTMLElement | null} */
    const field = document.querySelector(".st-key-search-words input");
    if (field) field.focus();
    if (field || --looks <= 0) clearInterval(looking);
  }, SAID_MS);
}

/** @param {KeyboardEvent} event */
function pressed({ key, code, keyCode }) {
  return { key, code, keyCode, which: keyCode };
}

/**
 * On a phone the menu closes once a page was chosen in it.
 * @param {MouseEvent} event
 */
function closeMenu({ target }) {
  const chosen = /** @type {Partial<Element>} */ (target).closest?.("[data-testid=stSidebarNavLink]");
  if (!chosen || window.innerWidth >= PHONE_PX) return;
  /** @type {HTMLElement | null} */
  const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
  setTimeout(() => close?.click());
}
