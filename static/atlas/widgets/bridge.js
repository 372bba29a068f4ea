/* Ties the timeline and the player of the page to the map in its frame, and tells the server.
 *
 * Dragging, stepping and playing change the map at once, with no run of the server; letting go
 * runs it once.
 */
import { timesOf } from "../time/lights.js";
import { MarkKeys } from "../time/mark-keys.js";
import { Player } from "../time/player.js";
import { Timeline } from "../time/timeline.js";
import { yearOf } from "../time/years.js";
import { Asking } from "./asking.js";
import { Focus } from "./focus.js";
import { mapFrame, mapInFrame } from "./map-frame.js";

const HEADER_PX = 50; // of the page, over what is scrolled
const NARROW_PX = 900; // a phone: the panel lies below the map

/**
 * @typedef {object} BridgeData
 * @property {Years} years
 * @property {Years | null} period
 * @property {string} counts as JSON
 * @property {TimeStrings} strings
 * @property {{ narrow: boolean, most: number }} width of the chart's form, and how wide a phone is
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
      counts: JSON.parse(counts),
      strings,
      at: (moment, window, first, frame) => this._at(moment, window, first, frame),
      times: (frame) => this._times(frame),
      event: (from, to) => (this._timeline ? this._timeline.lights.passed(from, to) : ""),
      begin: () => showMap(),
      step: (first, last, frame) => this._step(first, last, true, frame),
      choose: (first, last, frame) => this._choose(first, last, frame),
      leave: () => mapInFrame()?.preview(),
    });
    new MutationObserver(() => this._look()).observe(room, { childList: true, subtree: true });
    const tellWidth = () => this._tellServer("width", document.documentElement.clientWidth);
    /** @type {Asking<boolean>} For the narrow form of the chart, or for the wide one. */
    this._asking = new Asking(tellWidth, () => !element.isConnected);
    const left = new AbortController();
    /** @type {(hear: (event: any) => void) => (event: Event) => void} A page that was left hears nothing. */
    const here = (hear) => (event) => (element.isConnected ? hear(event) : left.abort());
    const { signal } = left;
    window.addEventListener("resize", here(() => this._tellWidth()), { signal });
    document.addEventListener("click", here((event) => this._open(event)), { signal });
    const light = here(({ detail }) => this._timeline?.light(detail.id));
    document.addEventListener("atlas-lit", light, { signal });
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
    this._tellWidth();
  }

  /** Asks for the chart's other form where the page is as wide as that one is for. */
  _tellWidth() {
    const isNarrow = document.documentElement.clientWidth <= this._data.width.most;
    this._asking.want(isNarrow === this._data.width.narrow ? null : isNarrow);
  }

  /** Once there is a chart, the period lies over it; a page that was left comes with another. */
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

  /** @param {number} moment @param {number} years @param {number} first @param {Years} frame */
  _at(moment, years, first, frame) {
    mapInFrame()?.at(moment, years, frame);
    if (this._timeline) this._timeline.mark(first, yearOf(moment), moment);
  }

  /** When something happens on map and timeline. @param {Years} frame */
  _times(frame) {
    const map = mapInFrame();
    return map && timesOf(map.course(frame).times(), this._timeline);
  }

  /** @param {number} first @param {number} last @param {boolean} held @param {Years} [frame] */
  _step(first, last, held, frame) {
    mapInFrame()?.preview(first, last, held, frame);
    if (this._timeline) this._timeline.mark(first, last);
  }

  /**
   * Lets go of years: the map shows them whole, and the server runs once.
   * @param {number} first @param {number} last @param {Years} [frame] of which what was before stays
   */
  _choose(first, last, frame) {
    this._step(first, last, false, frame);
    this._tellServer("period", [first, last]);
  }
}

/** Brings the map into the window where little of it is seen: time plays there too. */
function showMap() {
  const frame = mapFrame();
  if (!frame) return;
  const { top, bottom } = frame.getBoundingClientRect();
  const isSeen = top >= HEADER_PX && bottom <= window.innerHeight;
  if (!isSeen) frame.scrollIntoView({ block: "start", behavior: isStill() ? "auto" : "smooth" });
}

function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
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
  if (opened && window.innerWidth <= NARROW_PX) {
    panel.scrollIntoView({ block: "start", behavior: isStill() ? "auto" : "smooth" });
  }
}
