/* A camera is written for a map of one size, and shows the same on a larger or smaller one. */

const WIDTH_PX = 1000;
const HEIGHT_PX = 650;

/**
 * By how many zooms a window is larger than the one that a camera is written for.
 * @param {XY} size
 */
export function zoomsLarger({ x, y }) {
  return Math.log2(Math.min(x / WIDTH_PX, y / HEIGHT_PX));
}
