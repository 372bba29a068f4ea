/* What is beside the page: its buttons are called what they say, and the focus goes in and out. */

const OPENS = "[data-testid=stExpandSidebarButton]";
export const PHONE_PX = 768; // on which it lies over the page
const KEPT = "stSidebarCollapsed"; // Streamlit's mark of whether it was open, by page
const CLOSES = "[data-testid=stSidebarCollapseButton] button";

/**
 * Watches its buttons while the signal lasts: their words are those that the style sheet writes.
 * @param {AbortSignal} ended
 */
export function attendSidebar(ended) {
  const header = document.querySelector(".stAppHeader");
  if (!header) return;
  const watching = new MutationObserver(nameButtons);
  watching.observe(header, { childList: true, subtree: true });
  ended.addEventListener("abort", () => watching.disconnect());
  document.addEventListener("click", followInside, { capture: true, signal: ended });
  window.addEventListener("pagehide", forgetOpen, { signal: ended });
  nameButtons();
}

/** Whoever comes again on a phone finds it closed: it would hide the page. */
function forgetOpen() {
  if (window.innerWidth >= PHONE_PX) return;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(KEPT)) localStorage.removeItem(key);
  }
}

function nameButtons() {
  for (const button of document.querySelectorAll(`${OPENS}, ${CLOSES}`)) {
    const { content } = getComputedStyle(button, "::after");
    if (/^".+"$/.test(content)) button.setAttribute("aria-label", JSON.parse(content));
  }
}

/**
 * The button that opened or closed it is gone then: the focus goes to the one that does the other.
 * @param {MouseEvent} event
 */
function followInside({ target }) {
  const pressed = /** @type {Partial<Element>} */ (target);
  const other = pressed.closest?.(OPENS) ? CLOSES : pressed.closest?.(CLOSES) ? OPENS : "";
  if (!other) return;
  const follow = () => /** @type {HTMLElement | null} */ (document.querySelector(other))?.focus();
  requestAnimationFrame(() => setTimeout(follow));
}
