/* Ties the timeline and the player of the page to the map in its frame, and tells the server.
 *
 * Dragging, stepping and playing change the map at once, with no run of the server; letting go
 * runs it once. Without this script a stretch that is dragged over the chart still reaches the
 * server by Streamlit's own way, only slower.
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const room = document.querySelector(".st-key-time-room");
  if (!room) return;
  const bridge = (parentElement.bridge ||= new Bridge(parentElement, room));
  bridge.update(data, setTriggerValue);
}

class Bridge {
  constructor(element, room) {
    this._room = room;
    this._player = null;
    this._timeline = null;
    this._element = element.appendChild(document.createElement("div"));
    new MutationObserver(() => this._look()).observe(room, { childList: true, subtree: true });
    document.addEventListener("click", (event) => this._open(event));
    document.addEventListener("atlas-lit", (event) => this._timeline && this._timeline.light(event.detail.id));
  }

  /** What the server says is so now. */
  update(data, tellServer) {
    this._data = data;
    this._tellServer = tellServer;
    this._player ||= new window.AtlasPlayer(this._element, {
      years: data.years,
      counts: data.counts,
      strings: data.strings,
      at: (moment, years, first) => this._at(moment, years, first),
      step: (first, last) => this._step(first, last),
      choose: (first, last) => this._choose(first, last),
    });
    this._look();
    this._player.set(data.period);
    if (this._timeline) this._timeline.set(data.period);
    attend(this._room, data);
  }

  /** The chart may be made anew: then the period lies over the new one. */
  _look() {
    const chart = this._room.querySelector(".js-plotly-plot");
    if (!chart || !chart.on || !chart.layout || chart === this._chart) return;
    if (this._timeline) this._timeline.remove();
    this._chart = chart;
    this._timeline = new window.AtlasTimeline(chart, {
      years: this._data.years,
      strings: this._data.strings,
      preview: (...years) => tell("preview", ...years),
      choose: (first, last) => this._choose(first, last),
      click: (id) => this._tellServer("clicked", id),
      hover: (id) => tell("light", id),
    });
    this._timeline.set(this._data.period);
  }

  /** An entry of the list is opened without loading the page, but for one who asks for a new tab. */
  _open(event) {
    const entry = event.target.closest && event.target.closest("[data-open]");
    if (!entry || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this._tellServer("clicked", entry.dataset.open);
  }

  _at(moment, years, first) {
    tell("at", moment, years);
    if (this._timeline) this._timeline.mark(first, new Date(moment).getUTCFullYear(), moment);
  }

  _step(first, last, held = true) {
    tell("preview", first, last, held);
    if (this._timeline) this._timeline.mark(first, last);
  }

  /** Lets go of years: the map shows them whole, and the server runs once. */
  _choose(first, last) {
    this._step(first, last, false);
    this._tellServer("period", [first, last]);
  }
}

/** Calls a method of the map, if the map stands. */
function tell(method, ...wishes) {
  const frame = document.querySelector(".st-key-map-room iframe");
  const atlas = frame && frame.contentWindow && frame.contentWindow.atlas;
  if (atlas) atlas[method](...wishes);
}

/** Begins the panel at its top when something else is open; on a phone it comes into view. */
function attend(room, { opened, mapTitle }) {
  const frame = document.querySelector(".st-key-map-room iframe");
  if (frame) frame.title = mapTitle;
  const before = room.dataset.opened;
  room.dataset.opened = opened;
  if (before === undefined || before === opened) return; // what a link opens is not run to
  const panel = document.querySelector(".st-key-panel-room");
  if (!panel) return;
  panel.scrollTop = 0;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = still ? "auto" : "smooth";
  if (opened && window.innerWidth <= 900) panel.scrollIntoView({ block: "start", behavior });
}
