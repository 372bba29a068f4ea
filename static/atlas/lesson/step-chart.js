/* The timeline of a step: the years that it is about, and what can be done with them. */
import { isDark } from "../colours/palette.js";
import { sentence } from "../map/journeys/sentence.js";
import { Timeline } from "../time/timeline.js";
import { chartFor, inDark } from "./chart.js";
import { tellFrame } from "./wall/browser.js";
import { isColumn } from "./wall/size.js";
import { isDeep } from "./wall/strip.js";
import { yearsAround, yearsOf, yearsOfBar } from "./wall/years.js";

/** @typedef {import("./page.js").LessonPage} LessonPage */

export class StepChart {
  /** @param {LessonData} lesson @param {Atlas} atlas @param {LessonPage} page */
  constructor(lesson, atlas, page) {
    this._lesson = lesson;
    this._atlas = atlas;
    this._page = page;
    /** @type {Timeline | null} */
    this.timeline = null;
  }

  /**
   * Takes another lesson: its figures are drawn from now on.
   * @param {LessonData} lesson
   */
  give(lesson) {
    this._lesson = lesson;
  }

  /**
   * Gives the page the rooms that a step needs: a chart alone, a chart and a map below it, a map and
   * its years below it, or a map alone, where the step is about no years.
   * @param {LessonStep} step
   */
  arrange({ chart, state, figure, period }) {
    const shows = this._atlas.records.ofBits(state.ids).length > 0;
    const years = chart || period || this._opened(state, this._lesson.figures[figure]);
    const { classList } = document.body;
    classList.toggle("chart-first", chart);
    classList.toggle("chart-alone", chart && !shows);
    classList.toggle("map-alone", !years);
    classList.toggle("deep-time", !chart && isDeep(this._lesson.figures[figure]));
  }

  /**
   * Draws the timeline, once Plotly is there: it is large, and comes last.
   * @param {LessonStep} step
   */
  draw({ figure, chart, period, state }) {
    const light = this._lesson.figures[figure];
    const all = yearsOf(light.layout.xaxis.range);
    const years = yearsAround(period || this._opened(state, light), all);
    const { strings } = this._lesson;
    this._page.span.textContent = sentence(strings.span, { first: years[0], last: years[1] });
    if (!window.Plotly) return;
    const element = this._page.chart;
    const room = { width: element.clientWidth, height: element.clientHeight };
    const shown = isDark() ? inDark(light, this._lesson.dark) : light;
    const column = isColumn(window.innerWidth);
    const opened = state.open?.journey;
    const { data, layout } = chartFor(shown, room, { counts: chart, years, opened, column });
    window.Plotly.react(element, data, layout, { displayModeBar: false, responsive: false });
    this.timeline ||= this._live(/** @type {PlotlyChart} */ (element));
    this.timeline.set(period);
  }

  /**
   * The years of the journey that a step opens, or null.
   * @param {State} state @param {PlotlyFigure} figure
   */
  _opened({ open }, figure) {
    return open && yearsOfBar(figure, open.journey);
  }

  /**
   * The timeline stays live: dragging over it explores, the next step goes on.
   * @param {PlotlyChart} chart
   */
  _live(chart) {
    return new Timeline(chart, {
      years: this._atlas.records.packed.years,
      strings: this._lesson.strings,
      preview: (first, last) => this._atlas.preview(first, last),
      choose: (first, last) => {
        this._atlas.preview(first, last);
        tellFrame("lesson-period", { years: [first, last] });
      },
      click: (id) => tellFrame("lesson-pick", { id }),
      hover: (id) => this._atlas.light(id),
    });
  }
}
