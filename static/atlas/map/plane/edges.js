/* How far the map reaches: beyond, a reader cannot move it. The page has the same (folium_map.py). */

const EDGES = { south: -12, west: 58, north: 64, east: 166 };

/**
 * True for a point of the Earth that the map does not show.
 * @param {{ lat: number, lng: number }} point
 */
export function isBeyond({ lat, lng }) {
  return lat < EDGES.south || lat > EDGES.north || lng < EDGES.west || lng > EDGES.east;
}
