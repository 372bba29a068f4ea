/* The map as a whole: basemap, journeys, numbered stops, legend and camera, in one object.
 *
 * L.atlas(map, scene) draws a scene (see views/scene.py); `show(state)` changes what is on it
 * without moving the view; `drawn()` says what is there, for the page and for tests. A choice
 * on the map is fired as a click whose `layer.toGeoJSON()` is a feature with the stop's id.
 */
(function () {
  "use strict";

  const STYLES = ["stated", "inferred", "external", "schematic"];
  const NARROW_PX = 560; // a phone: labels are short there
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  L.atlas = (map, scene) => new L.Atlas(scene).addTo(map);

  L.Atlas = L.Layer.extend({
    initialize(scene) {
      this.scene = scene;
      this.strings = scene.strings;
      this._room = 0;
      this.base = new L.AtlasBasemap(window.ATLAS_BASEMAP, { lang: scene.lang, relief: scene.relief });
      for (const journey of scene.journeys) journey.marks.forEach((mark) => this._place(mark));
      this.layer = new L.AtlasJourneys(scene.journeys.filter((journey) => journey.marks.length));
      this.state = { ids: scene.journeys.map((journey) => journey.id), open: null, countries: [], asked: [], possibly: false };
      this._picked = 0;
      this._tags = [];
    },

    onAdd(map) {
      this.base.addTo(map);
      this.layer.addTo(map);
      const pane = map.createPane("atlas-stops");
      pane.style.zIndex = 620;
      this._tip = L.DomUtil.create("div", "atlas-tip", map.getContainer());
      this._legend = L.DomUtil.create("div", "atlas-legend", map.getContainer());
      L.DomEvent.disableClickPropagation(this._legend);
      map.on("mousemove", this._point, this);
      map.on("mouseout dragstart zoomstart", this._unpoint, this);
      map.on("click", this._click, this);
      map.on("moveend", this._arrange, this);
      map.on("resize", this._resized, this);
      map.on("dragstart", this._hold, this);
      map.getContainer().addEventListener("wheel", () => this._hold(), { passive: true });
      this.base.setObstacles(() => this._obstacles());
      new ResizeObserver(() => {
        if (this._legend.classList.contains("below")) this._give(this._legend.offsetHeight);
      }).observe(this._legend);
      new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(map.getContainer());
      document.fonts.ready.then(() => this._arrange()); // names grow or shrink with their typeface
      this.home();
      this.show(this.state);
      this._shown = false; // what the page asks for first is shown at once, not flown to
    },

    /** Shows `ids`, with `open` = {journey, stop} told in full, and tints the countries named. */
    show(state) {
      const before = this.state.open;
      this.state = state;
      const ids = new Set(state.ids);
      const drawable = this.layer.journeys.filter((journey) => ids.has(journey.id));
      this.focus = this._focusOf(drawable, state.open);
      this.base.setCountries(state.countries);
      this.base.setRelief(Boolean(state.relief));
      this._online(Boolean(state.tiles));
      this.layer.show(ids, this.focus && this.focus.id);
      this._tell(this.focus || drawable.find((journey) => journey.corridor));
      if (state.open && this.focus && (!before || before.journey !== state.open.journey)) {
        this.fit(this.focus, this._shown);
      } else if (!this._shown) {
        this.home(); // the first view holds what a link asks for; a later filter leaves it alone
      }
      this._shown = true;
      this._explain();
      this._give(0); // another way may leave a corner free
      this._arrange();
    },

    /**
     * Shows what lies in the years from `first` to `last`, as long as a period is being dragged.
     * The server answers with `show` when it is let go; without arguments the map goes back.
     */
    preview(first, last) {
      const ids = first === undefined ? this.state.ids : this.within(first, last);
      const shown = new Set(ids);
      const drawable = this.layer.journeys.filter((journey) => shown.has(journey.id));
      const focus = this._focusOf(drawable, this.state.open);
      const told = focus || drawable.find((journey) => journey.corridor) || null;
      this.focus = focus;
      this.layer.show(shown, focus && focus.id);
      if (told !== this._told) {
        this._tell(told);
        this._arrange();
      }
    },

    /** The ids asked for that lie in a period of whole years, as the server chooses them. */
    within(first, last) {
      const touches = (years) => years && years[0] <= last && years[1] >= first;
      const holds = (years) => years[0] >= first && years[1] <= last;
      const asked = new Set(this.state.asked);
      const lies = ({ id, years }) => {
        if (!asked.has(id) || !years || !touches(years.span)) return false;
        return this.state.possibly || touches(years.core) || holds(years.span) || years.stops.some(holds);
      };
      return this.layer.journeys.filter(lies).map((journey) => journey.id);
    },

    /** Lights one journey, or none, as a pointer elsewhere on the page touches it. */
    light(id) {
      if (this.layer.hover === id) return;
      this.layer.hover = id;
      this.layer.draw();
    },

    /** Ids of the journeys and stops that are on the map now. */
    drawn() {
      return {
        journeys: this.layer.visible.map((journey) => journey.id),
        focus: this.focus ? this.focus.id : null,
        marks: this._tags.map((tag) => ({ id: tag.mark.id, label: tag.mark.label, soft: Boolean(tag.mark.soft) })),
        legend: [...this._legend.querySelectorAll("li")].map((item) => item.dataset.style),
      };
    },

    /** Until the reader moves the map, a change of its size keeps what is told in the view. */
    _resized() {
      if (!this._held) this._frame();
      this._arrange();
    },

    _hold() {
      this._held = true;
    },

    _frame() {
      if (this.state.open && this.focus) this.fit(this.focus, false);
      else this.home();
    },

    /** Puts the whole corridor, or everything there is, into the view. */
    home() {
      const first = this.layer.visible.find((journey) => journey.corridor);
      const shown = first ? [first] : this.layer.visible;
      const bounds = L.latLngBounds(shown.flatMap((journey) => journey.marks));
      if (bounds.isValid()) this._map.fitBounds(bounds, { paddingTopLeft: [40, 26], paddingBottomRight: [60, 26], animate: false });
    },

    /** Brings one journey into the view, flying unless the reader asked for stillness. */
    fit(journey, fly) {
      const bounds = L.latLngBounds(journey.marks);
      const options = { padding: [64, 36], maxZoom: 7 };
      if (fly && !still()) this._map.flyToBounds(bounds, { ...options, duration: 0.8 });
      else this._map.fitBounds(bounds, { ...options, animate: false });
    },

    /** An area has no point of its own: its words stand at the anchor of its outline. */
    _place(mark) {
      if (mark.codes) {
        const anchor = this.base.anchor(mark.codes);
        mark.lat = anchor.lat;
        mark.lng = anchor.lng;
      }
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

    _focusOf(drawable, open) {
      if (open) return drawable.find((journey) => journey.id === open.journey) || null;
      const told = drawable.filter((journey) => !journey.corridor);
      return told.length === 1 ? told[0] : null;
    },

    /** Numbered discs and labelled areas of the journey that is told in full. */
    _tell(journey) {
      this._told = journey || null;
      const held = document.activeElement && document.activeElement.dataset.stop;
      this._tags.forEach((tag) => tag.marker.remove());
      this._tags = journey ? gathered(journey.marks).map((mark) => this._tag(journey, mark)) : [];
      const again = this._tags.find((tag) => held && tag.mark.id === held);
      if (again) again.marker.getElement().focus({ preventScroll: true });
      const open = this._tags.map((tag) => tag.mark).filter((mark) => mark.codes && this._isOpen(mark));
      this.base.highlight(
        open.map((mark) => ({ codes: mark.codes, fill: journey.colour, fillOpacity: 0.07, stroke: journey.colour, dash: [3, 4] }))
      );
    },

    _isOpen(mark) {
      const open = this.state.open;
      return Boolean(open) && mark.ids.includes(`${open.journey}:${open.stop}`);
    },

    _tag(journey, mark) {
      const open = this._isOpen(mark);
      const box = document.createElement("div");
      const kind = mark.codes ? "area" : mark.soft ? "disc soft" : "disc";
      box.className = `atlas-tag ${kind}${open ? " open" : ""}${journey.corridor ? " corridor" : ""}`;
      box.style.setProperty("--journey", journey.colour);
      if (mark.codes) {
        const label = this._map.getSize().x < NARROW_PX ? mark.short : mark.label;
        box.textContent = mark.n ? `${mark.n} · ${label}` : label;
      } else {
        const number = box.appendChild(document.createElement("b"));
        number.textContent = mark.n;
        const name = box.appendChild(document.createElement("span"));
        name.textContent = mark.label;
      }
      const icon = L.divIcon({ html: box, className: "atlas-stop", iconSize: null });
      const marker = L.marker(mark, { icon, pane: "atlas-stops", keyboard: true, alt: mark.tip, riseOnHover: true });
      marker.addTo(this._map).on("click", () => this._pick(mark.id));
      const element = marker.getElement();
      element.setAttribute("aria-label", mark.tip);
      element.setAttribute("role", "button");
      element.dataset.stop = mark.id;
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        this._pick(mark.id);
      });
      return { mark, marker, box };
    },

    /** Moves labels apart: each takes the first of a few places where it covers no other. */
    _arrange() {
      if (!this._map) return;
      const discs = this._tags
        .filter((tag) => !tag.mark.codes)
        .map((tag) => around(this._map.latLngToContainerPoint(tag.mark), 26, 26));
      const lines = this.layer.obstacles();
      const taken = [...discs];
      for (const tag of this._tags) {
        const at = this._map.latLngToContainerPoint(tag.mark);
        const label = tag.mark.codes ? tag.box : tag.box.lastChild;
        const size = { w: label.offsetWidth, h: label.offsetHeight };
        const spots = tag.mark.codes ? areaSpots(size) : nameSpots(size);
        const seen = spots.filter(([dx, dy]) => within(rect(at, dx, dy, size), this._map.getSize()));
        const clear = seen.filter(([dx, dy]) => free(rect(at, dx, dy, size), taken));
        // A name is read only off the lines; the label of an area covers what lies under it.
        const best = tag.mark.codes ? clear[0] : clear.find(([dx, dy]) => free(rect(at, dx, dy, size), lines));
        const spot = best || clear[0] || seen[0] || spots[0];
        label.style.transform = `translate(${spot[0]}px, ${spot[1]}px)`;
        taken.push(rect(at, spot[0], spot[1], size));
      }
      this._taken = taken;
      this._settleLegend();
      this.base.redrawLabels();
    },

    _obstacles() {
      const legend = this._legend.hidden ? [] : [box(this._legend)];
      return [...(this._taken || []), ...this.layer.obstacles(), ...legend];
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
      this.light(hit ? hit.journey : null);
    },

    _unpoint() {
      this._tip.hidden = true;
      this.light(null);
    },

    _click(event) {
      const hit = this.layer.at(event.containerPoint);
      if (hit) this._pick(hit.id);
    },

    _pick(id) {
      this._picked += 1;
      const feature = { type: "Feature", id, geometry: null, properties: { id, picked: this._picked } };
      this.fire("click", { latlng: null, layer: { toGeoJSON: () => feature } });
    },

    /** Lists exactly the kinds of marks that are on the map. */
    _explain() {
      const told = this.focus ? [this.focus] : this.layer.visible;
      const styles = STYLES.filter((style) => told.some((journey) => journey.legs.some((leg) => leg.style === style)));
      if (told.some((journey) => journey.marks.some((mark) => mark.soft))) styles.push("soft");
      if (told.some((journey) => journey.marks.some((mark) => mark.codes))) styles.push("area");
      if (!this.focus && told.some((journey) => journey.corridor)) styles.push("corridor");
      const list = document.createElement("ul");
      for (const style of styles) {
        const item = list.appendChild(document.createElement("li"));
        item.dataset.style = style;
        item.style.setProperty("--journey", this.focus ? this.focus.colour : "#666c74");
        item.appendChild(document.createElement("i")).className = style;
        item.appendChild(document.createTextNode(this.strings[style]));
      }
      const note = document.createElement("p");
      note.textContent = this.strings.notTheWay;
      this._legend.replaceChildren(list, note);
    },

    /**
     * The legend takes the first corner where it covers no journey, or steps below the map. There
     * it stays until something else is shown: a map that grows and shrinks would never come to rest.
     */
    _settleLegend() {
      this._legend.hidden = !this._legend.querySelector("li");
      const corners = this._room ? [] : ["bottom right", "bottom left", "top right", "middle right"];
      const clear = corners.some((corner) => {
        this._legend.className = `atlas-legend ${corner}`;
        const own = box(this._legend);
        return !this.layer.crosses(own) && free(own, this._taken || []);
      });
      if (!clear) this._legend.className = "atlas-legend below";
      this._give(clear ? 0 : this._legend.offsetHeight);
    },

    /** Gives the legend that many pixels below the map. */
    _give(room) {
      if (room === this._room) return;
      this._room = room;
      this._map.getContainer().style.setProperty("--legend", `${room}px`);
      this._map.invalidateSize({ animate: false, pan: false });
    },
  });

  /** One label for an area however often the way comes back to it: its numbers together. */
  function gathered(marks) {
    const areas = new Map();
    for (const mark of marks) {
      const key = mark.codes ? mark.codes.join() : mark.id;
      const same = areas.get(key);
      const tip = same ? `${same.tip}\n${mark.tip}` : mark.tip;
      areas.set(key, same ? { ...same, ids: [...same.ids, ...mark.ids], n: `${same.n}, ${mark.n}`, tip } : mark);
    }
    return [...areas.values()];
  }

  function box(element) {
    return { x: element.offsetLeft, y: element.offsetTop, w: element.offsetWidth, h: element.offsetHeight };
  }

  function around(point, w, h) {
    return { x: point.x - w / 2, y: point.y - h / 2, w, h };
  }

  function rect(at, dx, dy, size) {
    return { x: at.x + dx, y: at.y + dy, w: size.w, h: size.h };
  }

  function free(own, taken) {
    return !taken.some((o) => own.x < o.x + o.w && o.x < own.x + own.w && own.y < o.y + o.h && o.y < own.y + own.h);
  }

  /** True where a rectangle lies wholly on the map. */
  function within(own, size) {
    return own.x >= 0 && own.y >= 0 && own.x + own.w <= size.x && own.y + own.h <= size.y;
  }

  /** Places for the words of an area: on its anchor, else as little beside it as can be. */
  function areaSpots({ w, h }) {
    const shifts = [0, 0.3, -0.3, 0.6, -0.6].flatMap((x) => [0, -1, 1, -2, 2].map((y) => [x * w, y * (h + 5)]));
    shifts.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
    return shifts.map(([x, y]) => [x - w / 2, y - h / 2]);
  }

  /** Places for the name beside a disc: right, left, above, below, and the corners. */
  function nameSpots({ w, h }) {
    return [
      [17, -h / 2], [-17 - w, -h / 2], [-w / 2, -17 - h], [-w / 2, 17],
      [12, -14 - h], [12, 14], [-12 - w, -14 - h], [-12 - w, 14],
    ];
  }
})();
