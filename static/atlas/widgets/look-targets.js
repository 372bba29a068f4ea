/* What the guided look points at: the line of a journey on the map, its bar on the timeline. */
import { around, clipped } from "./look-places.js";
import { mapFrame, mapInFrame } from "./map-frame.js";

/**
 * A journey whose line is on the map: the open one, else of those that also have a bar, one that
 * arrived, with the most legs.
 * @returns {{ id: string, title: string } | null}
 */
export function journeyToShow() {
  const map = mapInFrame();
  if (!map) return null;
  const { visible, focus } = map.layer;
  const drawn = visible.filter((journey) => !journey.corridor && journey.size > 1);
  const open = drawn.find(({ id }) => id === focus);
  const worth = (/** @type {Journey} */ own) =>
    Number(hasBar(own.id)) * 2000 + Number(own.outcome === "arrived") * 1000 + own.size;
  const best = open || [...drawn].sort((a, b) => worth(b) - worth(a))[0];
  return best ? { id: best.id, title: best.title } : null;
}

/**
 * Lights a journey on map and timeline, or none.
 * @param {string | null} id
 */
export function light(id) {
  mapInFrame()?.light(id);
  document.dispatchEvent(new CustomEvent("atlas-lit", { detail: { id } }));
}

/**
 * Around the line of a journey, as far as the map shows it.
 * @param {string} id @returns {Rect | null}
 */
export function lineOf(id) {
  const [frame, map] = [mapFrame(), mapInFrame()];
  const legs = map?.layer.legs().filter(({ journey }) => journey.id === id) || [];
  if (!frame || !legs.length) return null;
  const outer = rectOf(frame);
  const { x, y, w, h } = around(legs.flatMap(({ curve: { a, b, c, d } }) => [a, b, c, d]));
  return clipped({ x: x + outer.x, y: y + outer.y, w, h }, outer);
}

/**
 * Around the bar of a journey that is lit, or null where it has none.
 * @param {string} id @returns {Rect | null}
 */
export function barOf(id) {
  const bar = document.querySelector(".st-key-time-room .time-light");
  if (!bar || !hasBar(id)) return null;
  const { x, y, w, h } = rectOf(bar);
  return w ? { x: x - 4, y: y - 4, w: w + 8, h: h + 8 } : null;
}

/**
 * Whether the timeline has a bar of a journey, and not only the number of all.
 * @param {string} id
 */
export function hasBar(id) {
  const element = document.querySelector(".st-key-time-room .js-plotly-plot");
  const chart = /** @type {PlotlyChart | null} */ (element);
  const bars = chart?.data?.find(({ name }) => name === "journeys");
  return Boolean(bars?.customdata && [...bars.customdata].includes(id));
}

/** @param {Element} element @returns {Rect} */
export function rectOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, w: width, h: height };
}
