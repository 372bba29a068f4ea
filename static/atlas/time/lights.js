/* The events of a chart: each lights as time passes it, and the last one can be named. */
import { pixelOf } from "./axis.js";
import { markAt } from "./mark-keys.js";
import { SEEN_MS } from "./playing.js";

// What is outside the chosen years is passed too: playing goes on from a year in all of its frame.
const EVENTS = ["events", "shadow events"];

/**
 * When something happens on a map and on its timeline, where there is one.
 * @param {Times} times of the map @param {{ lights: Lights } | null} timeline @returns {Times}
 */
export function timesOf(times, timeline) {
  const events = timeline ? timeline.lights.moments() : [];
  return { ...times, happenings: [...times.happenings, ...events] };
}

export class Lights {
  /** @param {HTMLElement} layer over the plot of a chart */
  constructor(layer) {
    this._layer = layer;
    /** @type {{ moment: number, line: string, element: HTMLElement }[]} */
    this._events = [];
  }

  /**
   * Lays a light over each event of the chart, where it is drawn now.
   * @param {PlotlyChart} chart @param {{ width: number, height: number }} plot
   */
  lay({ data, layout }, { width, height }) {
    for (const { element } of this._events) element.remove();
    const range = layout.xaxis.range.map((edge) => new Date(edge).getTime());
    const [low, high] = layout.yaxis.range;
    this._events = eventsOf(data).map(({ moment, line, y }) => {
      const element = this._layer.appendChild(document.createElement("div"));
      element.className = "time-event";
      element.style.left = `${pixelOf(moment, [range[0], range[1]], width)}px`;
      element.style.top = `${((high - y) / (high - low)) * height}px`;
      return { moment, line, element };
    });
  }

  /**
   * Lights what was passed shortly before a moment, or nothing without one.
   * @param {number | undefined} moment
   */
  show(moment) {
    for (const { moment: own, element } of this._events) {
      const lit = moment !== undefined && own <= moment && moment < own + SEEN_MS;
      if (element.classList.contains("lit") !== lit) element.classList.toggle("lit", lit);
    }
  }

  /** When the events are, as stretches of no length. @returns {Stretch[]} */
  moments() {
    return this._events.map(({ moment }) => [moment, moment]);
  }

  /**
   * The title and the date of the last event that was passed between two moments, or nothing.
   * @param {number} from @param {number} to
   */
  passed(from, to) {
    const last = this._events.filter(({ moment }) => moment >= from && moment <= to).pop();
    return last ? last.line : "";
  }
}

/**
 * The events of a chart by time, each with its line and its height.
 * @param {PlotlyTrace[]} traces
 */
export function eventsOf(traces) {
  const events = traces.filter(({ name }) => EVENTS.includes(name));
  const marks = events.flatMap((trace) =>
    [...trace.x].map((_, at) => ({ ...markAt(trace, at), y: Number(trace.y[at]) })),
  );
  return marks.sort((one, other) => one.moment - other.moment);
}
