/* A chart of Plotly in the page: made once, and drawn in its place when its figure changes. */
import { loaded } from "../picture/load.js";

/**
 * @typedef {object} ChartData
 * @property {string} figure as JSON
 * @property {object} options of Plotly
 * @property {string} label what the chart is, for a reader who does not see it
 * @property {string} plotly the address of its script
 * @property {string} failed what is said where that does not come
 */

/** @param {Component<ChartData> & { parentElement: { chart?: Chart } }} component */
export default function ({ data, parentElement }) {
  parentElement.chart ||= new Chart(parentElement);
  parentElement.chart.show(data);
}

class Chart {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    this._box = parent.appendChild(document.createElement("div"));
    this._box.setAttribute("role", "group");
    this._said = document.createElement("p");
    this._said.setAttribute("role", "alert");
    this._figure = ""; // that was drawn last, as text
    this._width = 0;
    this._resized = new ResizeObserver(() => this._fit());
    this._resized.observe(this._box);
  }

  /**
   * Draws the figure if it is another one, at once where Plotly is there.
   * @param {ChartData} data
   */
  async show({ figure, options, label, plotly, failed }) {
    this._box.setAttribute("aria-label", label);
    if (figure === this._figure) return;
    this._figure = figure;
    /** @type {PlotlyFigure} */
    const { data, layout } = JSON.parse(figure);
    this._box.style.minHeight = `${layout.height}px`; // while Plotly is on its way
    this._said.remove();
    try {
      if (!window.Plotly) await loaded(document, plotly);
    } catch {
      this._figure = ""; // to be tried again with the next run of the page
      this._said.textContent = failed;
      this._box.before(this._said);
    }
    if (this._width) await paint(); // the map goes first
    if (figure !== this._figure || !this._box.isConnected) return;
    this._width = this._box.offsetWidth;
    window.Plotly?.react(this._box, data, layout, options);
  }

  /** Draws it as wide as its place; what was taken off the page is let go. */
  _fit() {
    const width = this._box.offsetWidth;
    if (!this._box.isConnected) {
      this._resized.disconnect();
      window.Plotly?.purge(this._box);
    } else if (width && this._width && width !== this._width) {
      this._width = width;
      window.Plotly?.Plots.resize(this._box);
    }
  }
}

/** Comes when what changed by now has been drawn. @returns {Promise<void>} */
function paint() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
