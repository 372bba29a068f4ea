/* What every page does for whoever reads it by ear or by key: its language, a voice for what has
 * changed, a list of the keys, Esc wherever a click has left the focus, what is typed into the search,
 * its pictures on paper, and one step back for each thing that was done.
 */
import { Look } from "./look.js";
import { keyList, opensKeyList, opensSearch } from "./key-list.js";
import { colourForPaper } from "./paper.js";
import { fitToPaper } from "./print.js";
import { attendSidebar, PHONE_PX } from "./sidebar.js";
import { stepByDeed } from "./steps.js";
import { keepTyped } from "./typed.js";

const CLICKED = "input[type=range], input[type=checkbox], input[type=radio], select";
const MOST_LOOKS = 50; // for the field of the search
const DARK = "(prefers-color-scheme: dark)";
const ROOM_MS = 300; // in which Streamlit has taken the colours of another room
const SAID_MS = 100; // a voice hears what changes in it, not what it begins with

/**
 * @typedef {object} PageData
 * @property {string} lang
 * @property {"light" | "dark" | null} room that Streamlit shows the page in
 * @property {string} said the title of the page and what is selected
 * @property {{ title: string, close: string, keys: [string, string][] }} keys
 * @property {import("./look.js").LookData | null} look around the page, where it has one
 */

/** @param {Component<PageData> & { parentElement: { ended?: AbortController, look?: Look } }} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const page = document.documentElement;
  if (page.lang !== data.lang) page.lang = data.lang; // what is set styles all of the page anew
  haveRoom(data.room);
  say(data.said);
  (parentElement.look ||= new Look(parentElement)).set(data.look);
  stepByDeed();
  if (parentElement.ended) parentElement.ended.abort(); // each run of the page calls this again
  const ended = (parentElement.ended = new AbortController());
  const options = { capture: true, signal: ended.signal };
  keepTyped(ended.signal); // before a key that is typed can be one of the page's
  document.addEventListener("keydown", (event) => press(event, data), options);
  fitToPaper(ended.signal);
  colourForPaper(ended.signal);
  attendSidebar(ended.signal);
  document.addEventListener("click", closeMenu, options);
  window.addEventListener("popstate", closeDialog, options); // it belongs to the view that was left
  // The server makes the chart, in the colours that it is told with a run of the page.
  const run = () => setTimeout(() => setTriggerValue("room", true), ROOM_MS);
  window.matchMedia(DARK).addEventListener("change", run, options);
  return () => ended.abort();
}

/**
 * Whoever puts a view into a page elsewhere may have it dark or light in any system.
 * @param {PageData["room"]} room
 */
function haveRoom(room) {
  const { dataset } = document.documentElement;
  const system = window.matchMedia(DARK).matches ? "dark" : "light";
  if (!room || room === system) delete dataset.scheme;
  else if (dataset.scheme !== room) dataset.scheme = room; // what is set is painted anew
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
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog:modal"));
  if (dialog) keepInside(event, dialog);
  else if (opensKeyList(event)) {
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

/**
 * What lies under a dialog gets no key, also where nothing of the dialog has the focus.
 * @param {KeyboardEvent} event @param {HTMLDialogElement} dialog
 */
function keepInside(event, dialog) {
  if (dialog.contains(/** @type {Node} */ (event.target))) return;
  event.stopImmediatePropagation();
  if (event.key === "Escape") dialog.close();
}

function closeDialog() {
  /** @type {HTMLElement | null} */
  const close = document.querySelector("[data-testid=stDialog] button[aria-label=Close]");
  close?.click();
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
