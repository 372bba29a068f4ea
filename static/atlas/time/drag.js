/* A pointer that was pressed, followed until it is let go. */

const LEAST_DRAG_PX = 6; // less is a click

/**
 * Calls `move` with where the pointer went, once a frame at most, from when it is a drag; and
 * `release` once, with false where the browser took the drag for a scroll.
 * @param {PointerEvent} pressed @param {(event: PointerEvent) => void} move
 * @param {(done: boolean) => void} release
 */
export function followPointer(pressed, move, release) {
  if (pressed.pointerType !== "touch") pressed.preventDefault(); // no mouse events for Plotly
  const ended = new AbortController();
  /** @type {number | null} */
  let last = null;
  let drawn = false; // in this frame, of which a fast mouse fills one with many moves
  let dragged = false;
  const moved = (/** @type {PointerEvent} */ event) => {
    const early = event.type === "pointerrawupdate";
    if (event.pointerId !== pressed.pointerId || (early && drawn) || event.clientX === last) return;
    last = event.clientX;
    drawn = true;
    requestAnimationFrame(() => (drawn = false));
    dragged ||= Math.abs(event.clientX - pressed.clientX) > LEAST_DRAG_PX;
    if (dragged) move(event);
  };
  const released = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== pressed.pointerId) return;
    ended.abort();
    release(event.type === "pointerup");
  };
  const options = { capture: true, signal: ended.signal };
  // The raw move comes before the frame that shows it, so that drawing waits for nothing.
  const raw = /** @type {"pointermove"} */ ("pointerrawupdate");
  window.addEventListener(raw, moved, options);
  window.addEventListener("pointermove", moved, options);
  window.addEventListener("pointerup", released, options);
  window.addEventListener("pointercancel", released, options);
}
