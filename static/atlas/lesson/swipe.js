/* A finger drawn across the words: to the left goes on, to the right goes back. */

const LEAST_PX = 60;
const SLANT = 2; // so many times as far across as up or down

/**
 * @param {HTMLElement} words scrolled by the browser up and down alone: see `touch-action` there
 * @param {{ next: () => void, back: () => void }} acts
 */
export function attendSwipes(words, { next, back }) {
  /** @type {{ x: number, y: number } | null} */
  let from = null;
  words.addEventListener("pointerdown", ({ isPrimary, pointerType, clientX, clientY }) => {
    from = isPrimary && pointerType === "touch" ? { x: clientX, y: clientY } : null;
  });
  words.addEventListener("pointercancel", () => (from = null)); // it scrolls, or two fingers zoom
  words.addEventListener("pointerup", ({ clientX, clientY }) => {
    if (!from) return;
    const [across, along] = [clientX - from.x, clientY - from.y];
    from = null;
    if (Math.abs(across) < Math.max(LEAST_PX, SLANT * Math.abs(along))) return;
    (across < 0 ? next : back)();
  });
}
