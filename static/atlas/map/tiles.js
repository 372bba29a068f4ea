/* Tiles of another host lie over the basemap, only while the reader asks for them. */

const ADDRESS = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const OPTIONS = {
  maxZoom: 12,
  opacity: 0.75,
  pane: "tilePane",
  attribution: "© OpenStreetMap contributors",
};

export class Tiles {
  /** @param {L.Map} map */
  constructor(map) {
    this._map = map;
    /** @type {L.TileLayer | null} */
    this._layer = null;
  }

  /** @param {boolean} wanted */
  show(wanted) {
    if (wanted) this._layer ||= L.tileLayer(ADDRESS, OPTIONS);
    if (!this._layer || wanted === this._map.hasLayer(this._layer)) return;
    if (wanted) this._layer.addTo(this._map);
    else this._layer.remove();
  }
}
