/* The places that a name may mean, lettered as in the list beside the map; a person chooses one. */
import { elementOf } from "./journeys/stops.js";

const PANE = "atlas-choices";

export class Choices {
  /**
   * `pick(id)` is called with `choice:` and the letter of the place that was chosen.
   * @param {L.Map} map @param {(id: string) => void} pick
   */
  constructor(map, pick) {
    this._map = map;
    this._pick = pick;
    this._markers = L.layerGroup().addTo(map);
    this._places = "";
    /** @type {Choice[]} */
    this.shown = [];
    map.createPane(PANE).style.zIndex = "640";
  }

  /**
   * Puts places on the map; those that are new come into the view, with what is `drawn` already.
   * @param {Choice[]} choices @param {Mark[]} drawn
   */
  show(choices, drawn) {
    const places = JSON.stringify(choices.map(({ lat, lng }) => [lat, lng]));
    this._markers.clearLayers();
    for (const choice of choices) this._markers.addLayer(this._marker(choice));
    if (places !== this._places && choices.length) this._fit([...choices, ...drawn]);
    this._places = places;
    this.shown = choices;
  }

  /** @param {Choice} choice */
  _marker({ letter, name, lat, lng, chosen }) {
    const icon = L.divIcon({ className: `atlas-choice${chosen ? " chosen" : ""}`, iconSize: [24, 24] });
    const words = `${letter} · ${name}`;
    const marker = L.marker([lat, lng], { icon, pane: PANE, keyboard: true, title: words, alt: words });
    marker.on("add", () => (elementOf(marker).textContent = letter));
    marker.on("click", () => this._pick(`choice:${letter}`));
    marker.on("keypress", (event) => {
      if (event.originalEvent.key === "Enter") this._pick(`choice:${letter}`);
    });
    return marker;
  }

  /** @param {L.LatLngLiteral[]} points */
  _fit(points) {
    this._map.fitBounds(boundsOf(points), { padding: [36, 36], maxZoom: 7, animate: false });
  }
}

/** @param {L.LatLngLiteral[]} points */
export function boundsOf(points) {
  return L.latLngBounds(points.map(({ lat, lng }) => L.latLng(lat, lng)));
}
