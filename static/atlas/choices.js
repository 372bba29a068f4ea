/* The places that a name may mean, lettered as in the list beside the map; a person chooses one.
 *
 * L.atlasChoices(atlas) puts them on the map of an atlas. `show(choices)` takes {letter, name, lat,
 * lng, chosen}, and brings those that are new into the view with what is drawn already.
 */
(function () {
  "use strict";

  L.atlasChoices = (atlas) => new L.AtlasChoices(atlas);

  L.AtlasChoices = class {
    constructor(atlas) {
      this._atlas = atlas;
      this._map = atlas._map;
      this._markers = L.layerGroup().addTo(this._map);
      const pane = this._map.createPane("atlas-choices");
      pane.style.zIndex = 640;
    }

    show(choices) {
      const places = JSON.stringify(choices.map(({ lat, lng }) => [lat, lng]));
      this._markers.clearLayers();
      for (const choice of choices) this._markers.addLayer(this._marker(choice));
      if (places !== this._places && choices.length) this._fit(choices);
      this._places = places;
      this.shown = choices;
    }

    _marker({ letter, name, lat, lng, chosen }) {
      const icon = L.divIcon({ className: `atlas-choice${chosen ? " chosen" : ""}`, iconSize: [24, 24] });
      const marker = L.marker([lat, lng], { icon, pane: "atlas-choices", keyboard: true, title: `${letter} · ${name}`, alt: `${letter} · ${name}` });
      marker.on("add", () => (marker.getElement().textContent = letter));
      marker.on("click keypress", (event) => {
        if (event.type === "click" || event.originalEvent.key === "Enter") this._atlas._pick(`choice:${letter}`);
      });
      return marker;
    }

    _fit(choices) {
      const drawn = this._atlas.layer.visible.flatMap((journey) => journey.marks);
      const bounds = L.latLngBounds([...choices, ...drawn]);
      this._map.fitBounds(bounds, { padding: [36, 36], maxZoom: 7, animate: false });
    }
  };
})();
