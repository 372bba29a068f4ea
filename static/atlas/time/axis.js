/* The axis of time: where a moment lies on a plot, and which moment lies at a pixel of it. */

/**
 * How many pixels from the left of the plot a moment lies; what is before or after it at its edge.
 * @param {number} moment @param {[number, number]} range of the axis, as moments
 * @param {number} width of the plot
 */
export function pixelOf(moment, [start, end], width) {
  return ((Math.min(Math.max(moment, start), end) - start) / (end - start)) * width;
}

/**
 * The moment at so many pixels from the left of the plot.
 * @param {number} x @param {[number, number]} range @param {number} width
 */
export function momentAt(x, [start, end], width) {
  return start + (x / width) * (end - start);
}

/**
 * Where a bar of a chart lies on its plot, with a margin around it.
 * @param {{ from: number, to: number, middle: number, thickness: number }} bar pixels from and to,
 *   middle and thickness as the vertical axis counts
 * @param {[number, number]} range of the vertical axis @param {number} height of the plot
 */
export function barBox({ from, to, middle, thickness }, [low, high], height) {
  const scale = height / (high - low);
  const tall = thickness * scale;
  return {
    left: from - 3,
    top: (high - middle) * scale - tall / 2 - 3,
    width: to - from + 6,
    height: tall + 6,
  };
}
