/* What Streamlit's chart keeps to itself, told to the map and to the server.
 *
 * While a stretch is dragged over the timeline, the map beside it shows that period at once, with
 * no run of the server; letting go runs it once, by Streamlit's own way. A journey's bar under the
 * pointer lights its way. A click is named to the server by the id of its mark, because Streamlit
 * passes on no clicks on a chart that can be dragged over. Without this everything but the click
 * still works, only slower. What was opened is brought before the reader's eyes.
 */
export default function ({ data, setTriggerValue }) {
  const room = document.querySelector(".st-key-time-room");
  if (!room) return;
  attend(room, data);

  const listeners = {
    plotly_click: (event) => {
      const id = idOf(event);
      if (id) setTriggerValue("clicked", id);
    },
    plotly_deselect: () => tell("preview"),
    plotly_hover: (event) => tell("light", idOf(event)),
    plotly_unhover: () => tell("light", null),
  };

  let chart = null;
  const listen = (found) => {
    if (chart) for (const name in listeners) chart.removeListener(name, listeners[name]);
    chart = found;
    if (chart) for (const name in listeners) chart.on(name, listeners[name]);
  };
  const look = () => {
    const found = room.querySelector(".js-plotly-plot");
    if (found && found.on && found !== chart) listen(found);
  };

  // Plotly tells of a drag ten times a second only; the pointer itself is followed instead.
  const press = (event) => {
    if (chart && event.target.closest && event.target.closest(".nsewdrag")) follow(chart, event);
  };
  room.addEventListener("pointerdown", press, true);

  look();
  const changes = new MutationObserver(look);
  changes.observe(room, { childList: true, subtree: true });
  return () => {
    changes.disconnect();
    room.removeEventListener("pointerdown", press, true);
    listen(null);
  };
}

/** Shows the years between where a drag began and where it is, until it is let go. */
function follow(chart, pressed) {
  const box = pressed.target.getBoundingClientRect();
  const [start, end] = chart.layout.xaxis.range.map((edge) => new Date(edge).getTime());
  const at = (event) => start + ((event.clientX - box.left) / box.width) * (end - start);
  const far = (event) => Math.abs(event.clientX - pressed.clientX) > LEAST_DRAG_PX;
  const move = (event) => {
    if (far(event)) tell("preview", ...wholeYears([at(pressed), at(event)]));
  };
  const ended = new AbortController();
  const listen = { capture: true, signal: ended.signal };
  const release = (event) => {
    ended.abort();
    // A click, or a drag that the browser took for a scroll, chooses no period.
    if (!far(event) || event.type === "pointercancel") tell("preview");
  };
  window.addEventListener("pointermove", move, listen);
  window.addEventListener("pointerup", release, listen);
  window.addEventListener("pointercancel", release, listen);
}

function idOf(event) {
  const point = event.points && event.points[0];
  const id = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
  return id ? String(id) : null;
}

const LEAST_DRAG_PX = 6; // less is a click

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

const waiting = {};

/** Calls a method of the map once a frame at most: the last of several wishes for it counts. */
function tell(method, ...wishes) {
  cancelAnimationFrame(waiting[method]);
  waiting[method] = requestAnimationFrame(() => {
    const frame = document.querySelector(".st-key-map-room iframe");
    const atlas = frame && frame.contentWindow && frame.contentWindow.atlas;
    if (atlas) atlas[method](...wishes);
  });
}

/** The years whose middle lies between two moments (ms), as the server will take them. */
function wholeYears(edges) {
  const [start, end] = edges.map(fractionalYear).sort((a, b) => a - b);
  const first = Math.ceil(start - 0.5);
  const last = Math.floor(end - 0.5);
  if (first <= last) return [first, last];
  const nearest = Math.floor((start + end) / 2);
  return [nearest, nearest];
}

function fractionalYear(edge) {
  const year = new Date(edge).getUTCFullYear();
  const begin = Date.UTC(year, 0, 1);
  return year + (edge - begin) / (Date.UTC(year + 1, 0, 1) - begin);
}
