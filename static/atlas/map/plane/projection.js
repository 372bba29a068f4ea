/* Web Mercator by hand: the whole world is a square of 256 pixels at zoom 0, twice that at 1. */

export const WORLD_PX = 256;
const EQUATOR_M = 40075016.7;

/**
 * Where a point of the Earth lies in pixels of zoom 0. Longitude comes first, as in the data.
 * @param {number} lon @param {number} lat @returns {[number, number]}
 */
export function mercator(lon, lat) {
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return [((lon + 180) / 360) * WORLD_PX, y * WORLD_PX];
}

/**
 * The latitude and longitude of a point in pixels of zoom 0.
 * @param {number} x @param {number} y @returns {[number, number]}
 */
export function latLonOf(x, y) {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD_PX)));
  return [(lat * 180) / Math.PI, (x / WORLD_PX) * 360 - 180];
}

/**
 * How many metres a pixel of the screen is at a latitude and zoom.
 * @param {number} lat @param {number} zoom
 */
export function metresPerPixel(lat, zoom) {
  return (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
}
