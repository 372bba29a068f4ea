/* How large a lesson is drawn: map and chart are made for a screen of one height, and magnified for
 * any other, so that the least of their words are as large as a fiftieth of the screen.
 */

const HEIGHT_PX = 640;
const WIDTH_PX = 850; // of a screen that is narrow for its height
const COLUMN_PX = 900; // up to this width a lesson is one column that scrolls: see lesson.css
export const LEAST_PX = 13; // of a word on map or chart: HEIGHT_PX / 50, and a little more

/**
 * By how much map and chart are magnified in a window.
 * @param {Size} window
 */
export function scaleOf({ w, h }) {
  return isColumn(w) ? 1 : Math.max(1, Math.min(h / HEIGHT_PX, w / WIDTH_PX));
}

/**
 * True where a lesson is one column that scrolls, as on a phone or enlarged.
 * @param {number} width
 */
export function isColumn(width) {
  return width <= COLUMN_PX;
}
