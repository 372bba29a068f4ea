/* Names beside the marks of a chart. The server cannot know how wide the chart is drawn: what would
 * lie on a mark, on another name or over the edge is hidden where the chart is.
 */

// By which a name may reach over: letters do not fill their box, least of all its height.
const ACROSS_PX = 2;
const DOWN_PX = 4;
const MARKS = ".barlayer .point path, .scatterlayer .points .point, .annotation";
export const OWN_NAME = "own-name"; // see `own_name` in marks.py

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/**
 * Which names have room, in order: within the plot, on no mark, and on no name before them.
 * @param {Box[]} names @param {Box[]} marks @param {Box} plot @returns {boolean[]}
 */
export function withRoom(names, marks, plot) {
  const taken = [...marks];
  return names.map((name) => {
    const inside = name.left >= plot.left - ACROSS_PX && name.right <= plot.right + ACROSS_PX;
    if (!inside || taken.some((box) => overlap(name, box))) return false;
    taken.push(name);
    return true;
  });
}

/**
 * Shows the names of a chart that have room where it is drawn, and hides the others. What is written
 * as a note, above all the name of what is open, is always shown, and within the plot.
 * @param {PlotlyChart} chart
 */
export function tidyNames(chart) {
  const plot = chart.querySelector(".nsewdrag")?.getBoundingClientRect();
  const names = /** @type {SVGElement[]} */ ([...chart.querySelectorAll(".textpoint text")]);
  if (!plot || !plot.width) return;
  const own = chart.layout.annotations.findIndex(({ name }) => name === OWN_NAME);
  const scale = chart.getBoundingClientRect().width / chart.offsetWidth || 1; // of the page
  moveInside(chart.querySelector(`.annotation[data-index="${own}"]`), plot, scale);
  const marks = [...chart.querySelectorAll(MARKS)];
  const room = withRoom(names.map(box), marks.map(box).filter(drawn), plot);
  names.forEach((name, at) => (name.style.visibility = room[at] ? "" : "hidden"));
}

/**
 * How far a name is moved across so that it lies within the plot; its beginning comes first.
 * @param {Box} name @param {Box} plot
 */
export function shiftInto(name, plot) {
  const back = Math.min(0, plot.right - name.right);
  return Math.max(back, plot.left - name.left);
}

/** @param {SVGElement | null} name @param {Box} plot @param {number} scale */
function moveInside(name, plot, scale) {
  if (!name) return;
  name.style.transform = "";
  const by = shiftInto(box(name), plot);
  if (by) name.style.transform = `translateX(${by / scale}px)`;
}

/** @param {Element} element @returns {Box} */
function box(element) {
  return element.getBoundingClientRect();
}

/** @param {Box} one */
function drawn(one) {
  return one.right > one.left && one.bottom > one.top;
}

/** @param {Box} name @param {Box} other */
function overlap(name, other) {
  const across = Math.min(name.right - ACROSS_PX, other.right) > Math.max(name.left + ACROSS_PX, other.left);
  const down = Math.min(name.bottom - DOWN_PX, other.bottom) > Math.max(name.top + DOWN_PX, other.top);
  return across && down;
}
