/* A map that has a page to itself, as in its frame: what such a page owes to whoever hears it. */

const PAGE_KEYS = new Set(["Escape", "?", "/"]);

/**
 * Gives the page of a map its language and its heading, and lets a reader make it larger.
 * @param {L.Map} map @param {PackedScene} packed
 */
export function ownPage(map, { lang, strings }) {
  document.documentElement.lang = lang;
  document.title = strings.map;
  for (const meta of document.querySelectorAll('meta[name="viewport"]')) {
    meta.setAttribute("content", "width=device-width, initial-scale=1");
  }
  const room = /** @type {HTMLElement} */ (map.getContainer().parentElement);
  room.setAttribute("role", "main");
  const heading = document.createElement("h1");
  heading.className = "atlas-unseen";
  heading.textContent = strings.map;
  room.prepend(heading);
  document.addEventListener("keydown", passOn);
  followRoom();
}

/** A map is as dark as the page around it, where that is not as the system. */
function followRoom() {
  const outer = window.frameElement?.ownerDocument.documentElement;
  const { dataset } = document.documentElement;
  const follow = () => {
    if (outer?.dataset.scheme) dataset.scheme = outer.dataset.scheme;
    else delete dataset.scheme;
  };
  follow();
  if (outer) new MutationObserver(follow).observe(outer, { attributeFilter: ["data-scheme"] });
}

/**
 * Gives the keys that mean something to the page around the map to it, wherever the focus is.
 * @param {KeyboardEvent} event
 */
function passOn({ key, code, keyCode, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey || !PAGE_KEYS.has(key)) return;
  const init = { key, code, keyCode, which: keyCode, shiftKey, bubbles: true, cancelable: true };
  window.frameElement?.dispatchEvent(new KeyboardEvent("keydown", init));
}
