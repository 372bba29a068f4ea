/* What the server sends of the first page at once, until the page itself stands in its place. */

const PARTS = ["#root .listing", "#root .st-key-map-room iframe"];
const WRONG = "#root .stAlert, #root .stException, [role=dialog]";
const SCROLLED = '[data-testid="stMain"]';
const PATIENCE_MS = 60_000;

/**
 * Removes the answer once the page below it has its list and room for its map, or says that
 * something is wrong; from then on the line is free for what comes last.
 * @param {HTMLElement} answer
 */
export function giveWay(answer) {
  const after = /** @type {HTMLTemplateElement} */ (document.getElementById("after-first-answer"));
  const gone = () => {
    seen.disconnect();
    clearTimeout(last);
    const top = answer.scrollTop && topOf(answer);
    const open = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.open;
    showUntilDrawn(/** @type {Element} */ (answer.querySelector(".still")));
    answer.remove();
    document.head.append(after.content);
    if (top) document.querySelector(SCROLLED)?.scrollBy(0, topOf(document) - top);
    if (open) entry(open)?.focus({ preventScroll: true });
  };
  const seen = new MutationObserver(() => {
    const stands = PARTS.every((part) => document.querySelector(part));
    if (stands || document.querySelector(WRONG)) gone();
  });
  seen.observe(document.body, { childList: true, subtree: true });
  const last = setTimeout(gone, PATIENCE_MS);
}

/**
 * Lays the still over the frame of the map until the map in it is drawn.
 * @param {Element} still
 */
function showUntilDrawn(still) {
  document.querySelector(".st-key-map-room")?.append(still);
  const drawn = () => requestAnimationFrame(() => still.remove());
  document.addEventListener("atlas-shown", drawn, { once: true });
  setTimeout(drawn, PATIENCE_MS);
}

/**
 * Where the list begins on the screen.
 * @param {Element | Document} room
 */
function topOf(room) {
  return room.querySelector(".listing")?.getBoundingClientRect().top ?? 0;
}

/**
 * The entry of a record in the list.
 * @param {string} key
 */
function entry(key) {
  /** @type {NodeListOf<HTMLElement>} */
  const entries = document.querySelectorAll(".listing [data-open]");
  return [...entries].find((one) => one.dataset.open === key);
}
