/* What pages get from the map, as the properties of `window.AtlasMap`. */
import { Atlas } from "./atlas.js";

export { Basemap } from "./basemap.js";

/**
 * Draws a packed scene on a map.
 * @param {L.Map} map @param {PackedScene} packed
 */
export function atlas(map, packed) {
  return new Atlas(map, packed).addTo(map);
}
