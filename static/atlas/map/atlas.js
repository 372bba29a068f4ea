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
import { whenColoursChange } from "../colours/palette.js";
import { Hands } from "./hands.js";
import { Course } from "./journeys/course.js";
import { JourneyLayer } from "./journeys/draw-journeys.js";
import { Records } from "./journeys/records.js";
import { cornersOf } from "./journeys/spots.js";
import { Stops } from "./journeys/stops.js";
import { lineTowards } from "./journeys/touch.js";
import { onlyOf } from "./journeys/visible.js";
import { Legend } from "./legend.js";
import { whenTypefacesLoad } from "./names/looks.js";
import { Pointer } from "./pointer.js";
import { Tiles } from "./tiles.js";

const DAY_MS = 86400000;
const QUIET_MS = 150;
const AREA_TINT = { fillOpacity: 0.07, dash: [3, 4] };

export class Atlas extends L.Layer {
  /** @param {L.Map} map @param {PackedScene} packed */
  constructor(map, packed) {
    super();
    this.base = new Basemap(window.ATLAS_BASEMAP, packed);
    this.records = this._unpacked(packed);
    this.layer = new JourneyLayer(this.records);
    this._chosen = this._asked = this.layer.journeys;
    /** @type {State} */
    this.state = { ids: "", asked: "", open: null, countries: [], possibly: false };
    this.focus = /** @type {Journey | null} */ (null);
    this._previewed = /** @type {Previewed | null} */ (null); // what is held while it is dragged
    this._trail = /** @type {Previewed | null} */ (null); // of which what was before is a trace
    this._played = /** @type {Course | null} */ (null); // what plays, or did last
    this._shown = this._marked = false;
    this._soon = 0;
    this._choices = /** @type {Choices | null} */ (null);
    this._chooser = new Chooser(map, this, packed.strings);
    this.stops = new Stops(
      map,
      (mark) => this._chooser.press(mark),
      {
        areaTest: (codes) => this.base.areaTest(codes),
        towards: (mark) => lineTowards(this.layer.legs(), mark),
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
    whenColoursChange(() => this.layer.draw());
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
    const marks = this.layer.visible.flatMap((journey) => journey.marks);
    this._choices.show(choices, marks);
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
    this._choose(this._chosen, true);
    this._lookAt(state, before);
    this._shown = true;
    const { first, last, frame } = this._previewed || {};
    if (this._previewed) this.preview(first, last, true, frame);
    this._settle();
  }

  /**
   * Shows what lies in the years from `first` to `last`, as long as a period is being chosen. `show`
   * comes when it is let go; without arguments the map goes back. While the years are `held`, a late
   * `show` does not take them away. With a `frame` what was before in it stays as a trace.
   * @param {number} [first] @param {number} [last] @param {boolean} [held] @param {Years} [frame]
   */
  preview(first, last, held = true, frame) {
    const years = first === undefined || last === undefined ? null : { first, last, frame };
    this._previewed = held ? years : null;
    this._trail = frame ? years : null;
    this._choose(years ? this._within(years.first, years.last) : this._chosen);
  }

  /**
   * Shows a moment (ms) that plays: what lies in the `years` up to it, and before in its frame.
   * @param {number} moment @param {number} years @param {Years} [frame]
   */
  at(moment, years, frame) {
    const course = this.course(frame);
    const year = new Date(moment).getUTCFullYear();
    course.goTo(year - years + 1, year);
    const day = moment / DAY_MS;
    this.focus = this._focusOf(course.journeys);
    this.layer.play(course, this.focus && this.focus.id, day);
    if (this.focus !== this.stops.journey) {
      this._tell(this.focus);
      this._arrangeSoon();
    }
    this.stops.dim(day);
  }

  /** What plays in a frame of years under the filters of now. @param {Years} [frame] */
  course(frame = this.records.packed.years) {
    const what = /** @type {const} */ ([this._asked, frame, this.state.possibly]);
    if (!this._played?.isOf(...what)) this._played = new Course(this.records, ...what);
    return this._played;
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
      legs: this.layer.legs().map(({ journey, to }) => journey.legs[to - 1].id),
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
    const shown = () => this.layer.visible.flatMap((journey) => this.layer.marksShown(journey));
    return this.focus || this.layer.only ? shown() : this._whole();
  }

  /** Most spots of what is shown, without the few that lie far out: the general route is in them. */
  _whole() {
    const { visible } = this.layer;
    const route = visible.find((journey) => journey.corridor);
    return [...cornersOf(visible, this.records.spots), ...(route?.marks || [])];
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
   * Puts journeys on the canvas, and tells one in full if it can; `again` also where the same one is
   * told already, and then the caller settles the words.
   * @param {Journey[]} journeys
   */
  _choose(journeys, again = false) {
    this.focus = this._focusOf(journeys);
    this.layer.show(journeys, this.focus && this.focus.id, this._trailed());
    const other = this.focus !== this.stops.journey;
    if (again || other) this._tell(this.focus);
    this.stops.dim(null);
    if (other && !again) this._arrangeSoon();
  }

  _trailed() {
    if (!this._trail) return null;
    const course = this.course(this._trail.frame);
    course.goTo(this._trail.first, this._trail.last);
    return course;
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

  /** Until the reader moves the map, a change of its size keeps in the view what was put there. */
  _resized() {
    const { camera, open } = this.state;
    if (this._camera.linked) this._camera.follow(this._camera.linked);
    else if (!this._camera.held) {
      if (camera) this._camera.look(camera, this._wanted(), false);
      else if (open && this.focus) this._camera.fit(this.focus.marks, false);
      else this._camera.home();
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
