/* What pages get from the map, as the properties of `window.AtlasMap`. */
import { Atlas } from "./atlas.js";

export { Basemap } from "./basemap.js";
export { ownPage } from "./own-page.js";

/**
 * Draws a packed scene on a map.
 * @param {L.Map} map @param {PackedScene} packed
 */
export function atlas(map, packed) {
  const room = map.getContainer();
  room.setAttribute("role", "region");
  room.setAttribute("aria-label", packed.strings.map);
  return new Atlas(map, packed).addTo(map);
}
