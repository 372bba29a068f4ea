/* The window that a lesson is given in, and whoever frames it. */

/**
 * Tells whoever frames the page.
 * @param {string} name
 */
export function tellFrame(name, detail = {}) {
  if (window.frameElement)
    window.frameElement.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

/** Fills the screen, or leaves it. */
export function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}
