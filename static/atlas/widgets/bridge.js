/* Ties the timeline and the player of the page to the map in its frame, and tells the server.
 *
 * Dragging, stepping and playing change the map at once, with no run of the server; letting go
 * runs it once. Without this script a stretch that is dragged over the chart still reaches the
 * server by Streamlit's own way, only slower.
 */
import { MarkKeys } from "../time/mark-keys.js";
import { Player } from "../time/player.js";
import { Timeline } from "../time/timeline.js";
import { yearOf } from "../time/years.js";
import { Focus } from "./focus.js";
import { mapFrame, mapInFrame } from "./map-frame.js";

const NARROW_PX = 900; // a phone: the panel lies below the map

/**
 * @typedef {object} BridgeData
 * @property {Years} years
 * @property {Years | null} period
 * @property {Record<string, YearCount>} counts
 * @property {TimeStrings} strings
 * @property {string} opened
 * @property {string} mapTitle
 */

/** @param {Component<BridgeData> & { parentElement: { bridge?: Bridge } }} component */
export default function ({ data, parentElement, setTriggerValue }) {
  /** @type {HTMLElement | null} */
  const room = document.querySelector(".st-key-time-room");
  if (!room) return;
  parentElement.bridge ||= new Bridge(parentElement, room, data, setTriggerValue);
  parentElement.bridge.update(data, setTriggerValue);
}

class Bridge {
  /**
   * @param {HTMLElement} element @param {HTMLElement} room @param {BridgeData} data
   * @param {TellServer} tellServer
   */
  constructor(element, room, data, tellServer) {
    this._room = room;
    this._data = data;
    this._tellServer = tellServer;
    /** @type {Timeline | null} */
    this._timeline = null;
    /** @type {MarkKeys | null} */
    this._marks = null;
    /** @type {PlotlyChart | null} */
    this._chart = null;
    this._focus = new Focus();
    const { years, counts, strings } = data;
    this._player = new Player(element.appendChild(document.createElement("div")), {
      years,
      counts,
      strings,
      at: (moment, window, first) => this._at(moment, window, first),
      step: (first, last) => this._step(first, last),
      choose: (first, last) => this._choose(first, last),
    });
    new MutationObserver(() => this._look()).observe(room, { childList: true, subtree: true });
    document.addEventListener("click", (event) => this._open(event));
    document.addEventListener(
      "atlas-lit",
      (event) => this._timeline && this._timeline.light(event.detail.id),
    );
  }

  /**
   * What the server says is so now.
   * @param {BridgeData} data @param {TellServer} tellServer
   */
  update(data, tellServer) {
    this._data = data;
    this._tellServer = tellServer;
    this._look();
    this._player.set(data.period);
    if (this._timeline) this._timeline.set(data.period);
    attend(this._room, data, this._focus);
  }

  /** The chart may be made anew: then the period lies over the new one. */
  _look() {
    this._focus.again();
    const chart = /** @type {PlotlyChart | null} */ (this._room.querySelector(".js-plotly-plot"));
    if (!chart || !chart.on || !chart.layout || chart === this._chart) return;
    if (this._timeline) this._timeline.remove();
    if (this._marks) this._marks.remove();
    this._chart = chart;
    this._timeline = new Timeline(chart, {
      years: this._data.years,
      strings: this._data.strings,
      preview: (first, last) => mapInFrame()?.preview(first, last),
      choose: (first, last) => this._choose(first, last),
      click: (id) => this._tellServer("clicked", id),
      hover: (id) => mapInFrame()?.light(id),
    });
    this._timeline.set(this._data.period);
    const light = (/** @type {string | null} */ id) => {
      this._timeline?.light(id);
      mapInFrame()?.light(id);
    };
    const choose = (/** @type {string} */ id) => this._tellServer("clicked", id);
    this._marks = new MarkKeys(chart, { label: this._data.strings.marks, choose, light });
  }

  /**
   * An entry of the list is opened without loading the page, but for one who asks for a new tab.
   * @param {MouseEvent} event
   */
  _open(event) {
    const target = /** @type {Partial<Element>} */ (event.target);
    const entry = /** @type {HTMLElement | null | undefined} */ (target.closest?.("[data-open]"));
    if (!entry || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this._tellServer("clicked", entry.dataset.open);
  }

  /** @param {number} moment @param {number} years @param {number} first */
  _at(moment, years, first) {
    mapInFrame()?.at(moment, years);
    if (this._timeline) this._timeline.mark(first, yearOf(moment), moment);
  }

  /** @param {number} first @param {number} last */
  _step(first, last, held = true) {
    mapInFrame()?.preview(first, last, held);
    if (this._timeline) this._timeline.mark(first, last);
  }

  /**
   * Lets go of years: the map shows them whole, and the server runs once.
   * @param {number} first @param {number} last
   */
  _choose(first, last) {
    this._step(first, last, false);
    this._tellServer("period", [first, last]);
  }
}

/**
 * Begins the panel at its top when something else is open, and goes there where it was opened by
 * key; on a phone it comes into view.
 * @param {HTMLElement} room @param {BridgeData} data @param {Focus} focus
 */
function attend(room, { opened, mapTitle }, focus) {
  const frame = mapFrame();
  if (frame) frame.title = mapTitle;
  const before = room.dataset.opened;
  room.dataset.opened = opened;
  if (before === undefined || before === opened) return; // what a link opens is not run to
  const panel = document.querySelector(".st-key-panel-room");
  if (!panel) return;
  panel.scrollTop = 0;
  requestAnimationFrame(() => focus.follow(opened, before)); // once the panel stands
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (opened && window.innerWidth <= NARROW_PX) {
    panel.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  }
}
