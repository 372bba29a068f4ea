/* The map in its frame, as the page around it finds it. */

/** @returns {HTMLIFrameElement | null} */
export function mapFrame() {
  return document.querySelector(".st-key-map-room iframe");
}

/** The map, or null until it stands. */
export function mapInFrame() {
  const inside = mapFrame()?.contentWindow;
  return (inside && inside.atlas) || null;
}
