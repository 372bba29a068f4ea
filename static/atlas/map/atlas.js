/* The map as a whole: basemap, journeys, numbered stops, legend and camera, in one object.
 *
 * It draws a packed scene (see scene.py and packed.py). `show(state)` changes what is on it without
 * moving the view; `preview` follows a period while it is dragged, `at` a moment while time plays;
 * `drawn()` says what is there, for the page and for tests. A choice on the map is fired as a click
 * whose `layer.toGeoJSON()` is a feature with the stop's id.
 */
import { Address } from "./address.js";
import { Basemap } from "./basemap.js";
import { Camera } from "./camera.js";
import { Chooser } from "./chooser.js";
import { Choices } from "./choices.js";
import { Hands } from "./hands.js";
import { JourneyLayer } from "./journeys/draw-journeys.js";
import { Records } from "./journeys/records.js";
import { onlyOf } from "./journeys/visible.js";
import { Stops } from "./journeys/stops.js";
import { Legend } from "./legend.js";
import { whenTypefacesLoad } from "./names/looks.js";
import { Pointer } from "./pointer.js";
import { Tiles } from "./tiles.js";

const DAY_MS = 86400000;
const QUIET_MS = 150;
const FAR_OUT = 0.03; // of all spots, on each side, that the first view need not hold
const AREA_TINT = { fillOpacity: 0.07, dash: [3, 4] };

export class Atlas extends L.Layer {
  /** @param {L.Map} map @param {PackedScene} packed */
  constructor(map, packed) {
    super();
    this.base = new Basemap(window.ATLAS_BASEMAP, packed);
    this.records = this._unpacked(packed);
    this.layer = new JourneyLayer(this.records);
    this._chosen = this._asked = this._years = this.layer.journeys;
    /** @type {State} */
    this.state = { ids: "", asked: "", open: null, countries: [], possibly: false };
    /** @type {Journey | null} */
    this.focus = null;
    /** @type {[number, number] | null} the years that are held while they are dragged */
    this._previewed = null;
    /** @type {string | null} the years of the moment that plays */
    this._playing = null;
    this._shown = this._marked = false;
    this._soon = 0;
    /** @type {Choices | null} */
    this._choices = null;
    this._chooser = new Chooser(map, this, packed.strings);
    this.stops = new Stops(
      map,
      (mark) => this._chooser.press(mark),
      {
        areaTest: (codes) => this.base.areaTest(codes),
        towards: (mark) => this.layer.towards(mark),
      },
      packed.strings,
    );
    this._camera = new Camera(map);
    this.legend = new Legend(map, packed.strings, () => this._camera.resize());
    this._address = new Address(map, this._camera);
    this._tiles = new Tiles(map);
    new Hands(map, packed.strings);
    new Pointer(
      map,
      (event) => this._chooser.under(event),
      (id) => this._lit(id),
      packed.strings,
    );
  }

  /** @param {L.Map} map */
  onAdd(map) {
    this.base.addTo(map);
    this.layer.addTo(map);
    map.on("click", (event) => this._chooser.click(event));
    map.on("moveend", this._moved, this);
    map.on("resize", this._resized, this);
    this.base.setObstacles(() => this._obstacles());
    new ResizeObserver(() => this._camera.resize()).observe(map.getContainer());
    whenTypefacesLoad(document.fonts, () => this._arrange());
    return this;
  }

  /**
   * Draws another scene on the same map, as while a journey is being made; `show` comes next.
   * @param {PackedScene} packed
   */
  load(packed) {
    this.layer.remove();
    this.records = this._unpacked(packed);
    this.layer = new JourneyLayer(this.records);
    this._chosen = this._asked = this.layer.journeys;
    this.layer.addTo(this._map);
  }

  /**
   * Offers places that a name may mean, to choose one of them.
   * @param {Choice[]} choices
   */
  offer(choices) {
    this._choices ||= new Choices(this._map, (id) => this._chooser.pick(id));
    this._choices.show(
      choices,
      this.layer.visible.flatMap((journey) => journey.marks),
    );
  }

  /**
   * Shows a state (see types.d.ts), first of all once.
   * @param {State} state
   */
  show(state) {
    const before = this.state.open;
    this.state = state;
    this._chooser.close();
    this._chosen = this._drawable(state.ids);
    this._asked = this._drawable(state.asked);
    this.base.setCountries(state.countries);
    this.base.setRelief(Boolean(state.relief));
    this._tiles.show(Boolean(state.tiles));
    this.layer.only = onlyOf(state.only);
    this._choose(this._chosen, null, true);
    this._lookAt(state, before);
    this._shown = true;
    if (this._previewed) this.preview(...this._previewed);
    this._settle();
  }

  /**
   * Shows what lies in the years from `first` to `last`, as long as a period is being chosen.
   * The server answers with `show` when it is let go; without arguments the map goes back. While
   * the years are `held`, an answer to what was let go before does not take them away.
   * @param {number} [first] @param {number} [last]
   */
  preview(first, last, held = true) {
    const years = first === undefined || last === undefined ? null : { first, last };
    this._previewed = held && years ? [years.first, years.last] : null;
    this._choose(years ? this._within(years.first, years.last) : this._chosen);
  }

  /**
   * Shows a moment (ms) of the time that plays: what lies in the last `years` years up to it, as
   * far as it had come.
   * @param {number} moment @param {number} years
   */
  at(moment, years) {
    const year = new Date(moment).getUTCFullYear();
    const key = `${year} ${years}`;
    if (key !== this._playing) this._years = this._within(year - years + 1, year);
    this._choose(this._years, moment / DAY_MS);
    this._playing = key;
  }

  /**
   * The ids of what lies in a period of whole years under all other filters.
   * @param {number} first @param {number} last
   */
  within(first, last) {
    return this._within(first, last).map((journey) => journey.id);
  }

  /**
   * Lights one journey, or none, as a pointer elsewhere on the page touches it.
   * @param {string | null} id
   */
  light(id) {
    if (this.layer.hover === id) return;
    this.layer.hover = id;
    this.layer.draw();
  }

  /** Ids of the journeys and stops that are on the map now, and what explains them. */
  drawn() {
    return {
      journeys: this.layer.visible.map((journey) => journey.id),
      focus: this.focus ? this.focus.id : null,
      marks: this.stops.drawn(),
      bundles: this.layer.strands.drawn(),
      legend: this.legend.drawn(),
    };
  }

  /** Where the map looks now, as a step of a story says it. */
  camera() {
    return this._camera.setting();
  }

  /**
   * Looks where a step says, or a link; else a journey that was just opened comes into the view. A
   * filter leaves the view alone, and so does what is closed: then it is the reader's.
   * @param {State} state @param {Open | null} before
   */
  _lookAt({ camera, open }, before) {
    const returned = this._address.returned();
    const linked = returned || !this._shown ? this._address.camera() : null;
    if (camera) this._camera.look(camera, this._wanted(), this._shown);
    else if (linked) this._camera.follow(linked);
    else if (open && this.focus && (returned || before?.journey !== open.journey)) {
      this._camera.fit(this.focus.marks, this._shown);
    } else if (!this._shown || returned) this._camera.home(this._whole());
    else if (before?.journey !== open?.journey) this._camera.held = true;
    this._address.write();
  }

  /** What a step shows: the stops that it names or opens, else what the first view holds. */
  _wanted() {
    return this.focus || this.layer.only ? this._marksShown() : this._whole();
  }

  /** Most spots of what is shown, without the few that lie far out: the general route is in them. */
  _whole() {
    const spots = this.layer.visible.flatMap((journey) =>
      Array.from({ length: journey.size }, (_, at) => this.records.spots[journey.spotOf(at)]),
    );
    const [lats, lngs] = [spots.map(({ lat }) => lat), spots.map(({ lng }) => lng)].map(inner);
    const route = this.layer.visible.find((journey) => journey.corridor);
    const corners = spots.length ? [0, 1].map((end) => ({ lat: lats[end], lng: lngs[end] })) : [];
    return [...corners, ...(route?.marks || [])];
  }

  _marksShown() {
    return this.layer.visible.flatMap((journey) => this.layer.marksShown(journey));
  }

  /** @param {number} first @param {number} last */
  _within(first, last) {
    return this.records.within(this._asked, first, last, this.state.possibly);
  }

  /** @param {string} bits */
  _drawable(bits) {
    return this.records.ofBits(bits).filter((journey) => journey.size);
  }

  /**
   * An area has no point of its own: it has an anchor, and lines that pass it find their spots.
   * @param {PackedScene} packed
   */
  _unpacked(packed) {
    const records = new Records(packed);
    records.settle({
      anchor: (codes) => this.base.anchor(codes),
      holds: (codes, point) => this.base.holds(codes, point),
    });
    return records;
  }

  /**
   * Puts journeys on the canvas, as on `day` if there is one, and tells one in full if it can;
   * `again` also where the same one is told already, and then the caller settles the words.
   * @param {Journey[]} journeys @param {number | null} day
   */
  _choose(journeys, day = null, again = false) {
    this.focus = this._focusOf(journeys);
    this._playing = null;
    this.layer.show(journeys, this.focus && this.focus.id, day);
    const other = this.focus !== this.stops.journey;
    if (again || other) this._tell(this.focus);
    this.stops.dim(day);
    if (other && !again) this._arrangeSoon();
  }

  /** @param {Journey[]} journeys */
  _focusOf(journeys) {
    const { open } = this.state;
    if (open) return journeys.find((journey) => journey.id === open.journey) || null;
    if (journeys.length === 1) return journeys[0];
    const told = journeys.length > 2 ? [] : journeys.filter((journey) => !journey.corridor);
    return told.length === 1 ? told[0] : null;
  }

  /** A frame keeps the words of the stops apart; lines and basemap are minded when it is quiet. */
  _arrangeSoon() {
    this.stops.arrange([]);
    clearTimeout(this._soon);
    this._soon = window.setTimeout(() => this._arrange(), QUIET_MS);
  }

  /** @param {Journey | null} journey */
  _tell(journey) {
    const { open } = this.state;
    this.stops.tell(journey, open, journey ? this.layer.marksShown(journey) : []);
    const areas = this.stops.openAreas(open);
    if (areas.length || this._marked) {
      const colours = journey ? { fill: journey.colour, stroke: journey.colour } : {};
      this.base.highlight(areas.map(({ codes }) => ({ codes: codes || [], ...AREA_TINT, ...colours })));
    }
    this._marked = areas.length > 0;
  }

  /** Another view may have other bundles: then the legend says other things. */
  _moved() {
    if (this.legend.isOther(this.layer, this.focus)) this._settle();
    else this._arrange();
  }

  _settle() {
    this.legend.explain(this.layer, this.focus);
    this._arrange();
  }

  _arrange() {
    clearTimeout(this._soon);
    if (!this._map) return;
    this.stops.arrange(this.layer.obstacles());
    this.legend.settle(this.layer, this.stops.taken);
    this.base.redrawLabels();
  }

  _obstacles() {
    const legend = this.legend.element.hidden ? [] : [this.legend.box()];
    return [...this.stops.taken, ...this.layer.obstacles(), ...legend];
  }

  /** Until the reader moves the map, a change of its size keeps what is told in the view. */
  _resized() {
    const { camera, open } = this.state;
    if (this._camera.linked) this._camera.follow(this._camera.linked);
    else if (!this._camera.held) {
      if (camera) this._camera.look(camera, this._wanted(), false);
      else if (open && this.focus) this._camera.fit(this.focus.marks, false);
      else this._camera.home(this._whole());
    }
    this._arrange();
  }

  /**
   * Lights a journey here, and tells whoever holds the map, so that its bar is lit too.
   * @param {string | null} id
   */
  _lit(id) {
    if (this.layer.hover === id) return;
    this.light(id);
    const lit = new CustomEvent("atlas-lit", { detail: { id }, bubbles: true });
    (window.frameElement || document).dispatchEvent(lit);
  }
}

/** @param {number[]} numbers @returns {[number, number]} the range of most of them */
function inner(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const out = Math.floor(sorted.length * FAR_OUT);
  return [sorted[out], sorted[sorted.length - 1 - out]];
}
