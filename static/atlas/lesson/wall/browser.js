/* The window that a lesson is given in, and whoever frames it. */
import { LEAST_PX, isColumn, scaleOf } from "./size.js";

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

/**
 * Makes map and chart as large as the screen asks.
 * @param {Atlas} atlas
 */
export function magnify(atlas) {
  const room = { w: window.innerWidth, h: window.innerHeight };
  const scale = scaleOf(room);
  document.documentElement.style.setProperty("--scale", String(scale));
  if (atlas.base.magnify(scale, isColumn(room.w) ? 0 : LEAST_PX)) atlas.layer.draw();
}
