/* The room that a lesson is given in: as light or dark as the system says, or as the presenter chose.
 *
 * The choice stays in this browser: a link to the lesson takes it to nobody else's screen.
 */
import { isDark } from "../colours/palette.js";

const CHOICE = "ways-out-room";

/** The room that was chosen in this browser before. */
export function enterRoom() {
  const chosen = kept();
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.scheme = chosen;
}

/** From a light room into a dark one, or back. */
export function changeRoom() {
  const scheme = isDark() ? "light" : "dark";
  document.documentElement.dataset.scheme = scheme;
  try {
    localStorage.setItem(CHOICE, scheme);
  } catch {
    // A browser that keeps nothing has the room until it leaves the page.
  }
}

function kept() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}
