/* The map as a whole: basemap, journeys, numbered stops, legend and camera, in one object.
 *
 * L.atlas(map, packed) draws a scene (see views/scene.py and views/packed.py). `show(state)`
 * changes what is on it without moving the view; `preview` follows a period while it is dragged,
 * `at` a moment while time plays; `drawn()` says what is there, for the page and for tests. A
 * choice on the map is fired as a click whose `layer.toGeoJSON()` is a feature with the stop's id.
 */
(function () {
  "use strict";

  const DAY_MS = 86400000;
  const QUIET_MS = 150;
  const CAMERA_PX = { x: 1000, y: 650 }; // the map for which the zoom of a camera is told
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  L.atlas = (map, packed) => new L.Atlas(packed).addTo(map);

  L.Atlas = L.Layer.extend({
    initialize(packed) {
      this.strings = packed.strings;
      this.base = new L.AtlasBasemap(window.ATLAS_BASEMAP, { lang: packed.lang, relief: packed.relief });
      this.state = { open: null, countries: [], possibly: false };
      this._picked = 0;
      this._read(packed);
    },

    _read(packed) {
      this.records = L.atlasRecords(packed);
      this.records.places.forEach((place) => this._anchor(place));
      this.layer = new L.AtlasJourneys(this.records);
      this._chosen = this._asked = this.layer.journeys;
    },

    /** Draws another scene on the same map, as while a journey is being made; `show` comes next. */
    load(packed) {
      this.layer.remove();
      this._read(packed);
      this.layer.addTo(this._map);
    },

    onAdd(map) {
      this.base.addTo(map);
      this.layer.addTo(map);
      this.stops = new L.AtlasStops(map, (id) => this._pick(id));
      this.legend = new L.AtlasLegend(map, this.strings);
      this._tip = L.DomUtil.create("div", "atlas-tip", map.getContainer());
      map.on("mousemove", this._point, this);
      map.on("mouseout dragstart zoomstart", this._unpoint, this);
      map.on("click", this._click, this);
      map.on("moveend", this._moved, this);
      map.on("resize", this._resized, this);
      map.on("movestart", this._hold, this);
      this.base.setObstacles(() => this._obstacles());
      new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(map.getContainer());
      document.fonts.ready.then(() => this._arrange()); // names grow or shrink with their typeface
    },

    /**
     * Shows a state, first of all once: `ids` and `asked` as bits, `open` = {journey, stop} told in full, `countries`
     * to tint, `possibly`, and the layers `relief` and `tiles`. A step of a story says more: `only`,
     * the orders of the stops that it shows of a journey, and `camera`, {lat, lng, zoom} or "fit".
     */
    show(state) {
      const before = this.state.open;
      this.state = state;
      this._chosen = this._drawable(state.ids);
      this._asked = this._drawable(state.asked);
      this.base.setCountries(state.countries);
      this.base.setRelief(Boolean(state.relief));
      this._online(Boolean(state.tiles));
      this.layer.only = onlyOf(state.only);
      this._choose(this._chosen, null, true);
      if (state.camera) {
        this._held = false;
        this.look(state.camera, this._shown);
      } else if (state.open && this.focus && (!before || before.journey !== state.open.journey)) {
        this.fit(this.focus, this._shown);
      } else if (!this._shown) {
        this.home(); // the first view holds what a link asks for; a later filter leaves it alone
      }
      this._shown = true;
      if (this._previewed) this.preview(...this._previewed);
      this._settle();
    },

    /**
     * Shows what lies in the years from `first` to `last`, as long as a period is being chosen.
     * The server answers with `show` when it is let go; without arguments the map goes back. While
     * the years are `held`, an answer to what was let go before does not take them away.
     */
    preview(first, last, held = true) {
      this._previewed = held && first !== undefined ? [first, last] : null;
      this._choose(first === undefined ? this._chosen : this._within(first, last));
    },

    /**
     * Shows a moment (ms) of the time that plays: what lies in the last `years` years up to it, as
     * far as it had come.
     */
    at(moment, years) {
      const year = new Date(moment).getUTCFullYear();
      const key = `${year} ${years}`;
      if (key !== this._playing) this._years = this._within(year - years + 1, year);
      this._choose(this._years, moment / DAY_MS);
      this._playing = key;
    },

    /** The ids of what lies in a period of whole years under all other filters. */
    within(first, last) {
      return this._within(first, last).map((journey) => journey.id);
    },

    /** Lights one journey, or none, as a pointer elsewhere on the page touches it. */
    light(id) {
      if (this.layer.hover === id) return;
      this.layer.hover = id;
      this.layer.draw();
    },

    /** Ids of the journeys and stops that are on the map now, and what explains them. */
    drawn() {
      return {
        journeys: this.layer.visible.map((journey) => journey.id),
        focus: this.focus ? this.focus.id : null,
        marks: this.stops.drawn(),
        flows: this.layer.flowing ? this.layer.flows.drawn() : [],
        legend: this.legend.drawn(),
      };
    },

    /** Puts the whole corridor, or everything there is, into the view. */
    home() {
      const first = this.layer.visible.find((journey) => journey.corridor);
      const places = first ? first.marks : placesOf(this.layer.visible, this.records.places);
      const bounds = L.latLngBounds(places);
      if (bounds.isValid()) this._move("fitBounds", bounds, { paddingTopLeft: [40, 26], paddingBottomRight: [60, 26], animate: false });
    },

    /** Brings one journey into the view, flying unless the reader asked for stillness. */
    fit(journey, fly) {
      const bounds = L.latLngBounds(journey.marks);
      const options = { padding: [64, 36], maxZoom: 7 };
      if (fly && !still()) this._move("flyToBounds", bounds, { ...options, duration: 0.8 });
      else this._move("fitBounds", bounds, { ...options, animate: false });
    },

    /** Moves the map by itself; every other move is the reader's, who then holds it. */
    _move(how, ...where) {
      this._own = true;
      this._map[how](...where);
      this._own = false;
    },

    /** Looks at {lat, lng, zoom}, or where "fit" puts what is shown; flies where it may. */
    look(camera, fly) {
      const moving = fly && !still();
      if (camera === "fit") {
        const bounds = L.latLngBounds(this._marksShown());
        const options = { padding: [70, 60], maxZoom: 7 };
        if (!bounds.isValid()) return;
        this._move(moving ? "flyToBounds" : "fitBounds", bounds, moving ? { ...options, duration: 1.2 } : { ...options, animate: false });
      } else {
        const zoom = camera.zoom + this._larger();
        this._move(moving ? "flyTo" : "setView", camera, zoom, moving ? { duration: 1.2 } : { animate: false });
      }
    },

    /** Where the map looks now, as `look` takes it. */
    camera() {
      const { lat, lng } = this._map.getCenter();
      return { lat, lng, zoom: this._map.getZoom() - this._larger() };
    },

    /** By how many zooms this map is larger than the one that a camera is written for. */
    _larger() {
      const { x, y } = this._map.getSize();
      return Math.log2(Math.min(x / CAMERA_PX.x, y / CAMERA_PX.y));
    },

    _marksShown() {
      return this.layer.visible.flatMap((journey) => this.layer.marksShown(journey));
    },

    _within(first, last) {
      return this.records.within(this._asked, first, last, this.state.possibly);
    },

    _drawable(bits) {
      return this.records.ofBits(bits).filter((journey) => journey.size);
    },

    /**
     * Puts journeys on the canvas, as on `day` if there is one, and tells one in full if it can;
     * `again` also where the same one is told already, and then the caller settles the words.
     */
    _choose(journeys, day = null, again = false) {
      const focus = this._focusOf(journeys);
      this.focus = focus;
      this._playing = null;
      this.layer.show(journeys, focus && focus.id, day);
      const told = this._toTell();
      const other = told !== this.stops.journey;
      if (again || other) this._tell(told);
      this.stops.dim(day);
      if (other && !again) this._arrangeSoon();
    },

    /** The journey in focus, else the way as such, unless flows show it better. */
    _toTell() {
      return this.focus || (!this.layer.flowing && this.layer.visible.find((journey) => journey.corridor)) || null;
    },

    _focusOf(journeys) {
      const { open } = this.state;
      if (open) return journeys.find((journey) => journey.id === open.journey) || null;
      const told = journeys.length > 2 ? [] : journeys.filter((journey) => !journey.corridor);
      return told.length === 1 ? told[0] : null;
    },

    /** A frame keeps the words of the stops apart; lines and basemap are minded when it is quiet. */
    _arrangeSoon() {
      this.stops.arrange([]);
      clearTimeout(this._soon);
      this._soon = setTimeout(() => this._arrange(), QUIET_MS);
    },

    _tell(journey) {
      const { open } = this.state;
      this.stops.tell(journey, open, journey ? this.layer.marksShown(journey) : []);
      const marked = this.stops.openAreas(open).map(({ codes }) => ({ codes, fillOpacity: 0.07, dash: [3, 4] }));
      if (marked.length || this._marked) this.base.highlight(marked.map((mark) => ({ ...mark, fill: journey.colour, stroke: journey.colour })));
      this._marked = marked.length;
    },

    /** An area has no point of its own: its words stand at the anchor of its outline. */
    _anchor(place) {
      if (!place.codes) return;
      const anchor = this.base.anchor(place.codes);
      place.lat = anchor.lat;
      place.lng = anchor.lng;
    },

    /** Tiles of another host lie over the basemap only while the reader asks for them. */
    _online(wanted) {
      if (wanted && !this._tiles) {
        const options = { maxZoom: 12, opacity: 0.75, pane: "tilePane", attribution: "© OpenStreetMap contributors" };
        this._tiles = L.tileLayer("https://tile.openstreetmap.org/{z}/{x}/{y}.png", options);
      }
      if (this._tiles && wanted !== this._map.hasLayer(this._tiles)) {
        if (wanted) this._tiles.addTo(this._map);
        else this._tiles.remove();
      }
    },

    /** Another view may turn flows into single ways or back: then the legend says other things. */
    _moved() {
      if (this.layer.flowing !== this._explained) this._settle();
      else this._arrange();
    },

    _settle() {
      this._explained = this.layer.flowing;
      if (this._toTell() !== this.stops.journey) this._tell(this._toTell());
      this.legend.explain(this.layer, this.focus);
      this._arrange();
    },

    _arrange() {
      clearTimeout(this._soon);
      if (!this._map) return;
      this.stops.arrange(this.layer.obstacles());
      this.legend.settle(this.layer, this.stops.taken);
      this.base.redrawLabels();
    },

    _obstacles() {
      const legend = this.legend.element.hidden ? [] : [this.legend.box()];
      return [...this.stops.taken, ...this.layer.obstacles(), ...legend];
    },

    /** Until the reader moves the map, a change of its size keeps what is told in the view. */
    _resized() {
      if (this._held) return this._arrange();
      if (this.state.camera) this.look(this.state.camera, false);
      else if (this.state.open && this.focus) this.fit(this.focus, false);
      else this.home();
      this._arrange();
    },

    _hold() {
      if (!this._own) this._held = true;
    },

    _point(event) {
      const hit = this.layer.at(event.containerPoint);
      this._map.getContainer().style.cursor = hit ? "pointer" : "";
      this._tip.hidden = !hit;
      if (hit) {
        this._tip.textContent = hit.tip;
        const { x, y } = event.containerPoint;
        const right = x + 14 + this._tip.offsetWidth < this._map.getSize().x;
        this._tip.style.left = `${right ? x + 14 : x - 14 - this._tip.offsetWidth}px`;
        this._tip.style.top = `${Math.max(4, y - this._tip.offsetHeight - 8)}px`;
      }
      this._lit(hit ? hit.journey : null);
    },

    _unpoint() {
      this._tip.hidden = true;
      this._lit(null);
    },

    /** Lights a journey here, and tells whoever holds the map, so that its bar is lit too. */
    _lit(id) {
      if (this.layer.hover === id) return;
      this.light(id);
      const detail = { id };
      (window.frameElement || document).dispatchEvent(new CustomEvent("atlas-lit", { detail, bubbles: true }));
    },

    /** A mark or a leg opens its stop; a flow is brought so near that it falls into single ways. */
    _click(event) {
      const hit = this.layer.at(event.containerPoint);
      if (!hit) return;
      if (hit.flow) this._map.setView(event.latlng, this.layer.flows.singleZoom, { animate: !still() });
      else this._pick(hit.id);
    },

    _pick(id) {
      this._picked += 1;
      const feature = { type: "Feature", id, geometry: null, properties: { id, picked: this._picked } };
      this.fire("click", { latlng: null, layer: { toGeoJSON: () => feature } });
    },
  });

  /** The orders to show of each journey by its id, or null where all of all are shown. */
  function onlyOf(only) {
    return only ? new Map(Object.entries(only).map(([id, orders]) => [id, new Set(orders.map((order) => `${id}:${order}`))])) : null;
  }

  /** The places that any of these journeys touches. */
  function placesOf(journeys, places) {
    const touched = new Set();
    for (const journey of journeys) for (let at = 0; at < journey.size; at++) touched.add(journey.placeOf(at));
    return [...touched].map((at) => places[at]);
  }
})();
