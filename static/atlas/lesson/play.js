/* Time that plays in a lesson, in a row above its buttons: there once it is asked for, gone with its
 * step.
 */
import { timesOf } from "../time/lights.js";
import { Player } from "../time/player.js";
import { yearOf } from "../time/years.js";
import { make } from "./elements.js";

/** @typedef {import("../time/timeline.js").Timeline} Timeline */

export class LessonPlay {
  /**
   * `timeline` gives that of the step, once it is drawn; `resized` is called where the row comes or
   * goes.
   * @param {LessonData} lesson @param {Atlas} atlas
   * @param {{ timeline: () => Timeline | null, resized: () => void }} room
   */
  constructor({ strings, counts }, atlas, { timeline, resized }) {
    this._atlas = atlas;
    this._timeline = timeline;
    this._resized = resized;
    this.row = make("div", "lesson-play");
    this.row.hidden = true;
    this._player = new Player(this.row.appendChild(make("div")), {
      years: atlas.records.packed.years,
      counts,
      strings,
      at: (moment, window, first, frame) => {
        atlas.at(moment, window, frame);
        timeline()?.mark(first, yearOf(moment), moment);
      },
      times: (frame) => timesOf(atlas.course(frame).times(), timeline()),
      event: (from, to) => timeline()?.lights.passed(from, to) || "",
      begin: () => document.querySelector(".lesson-map")?.scrollIntoView({ block: "nearest" }),
      step: (...years) => this._show(...years),
      choose: (...years) => this._show(...years),
      leave: () => atlas.preview(),
    });
  }

  /**
   * Plays within the period of a step, or stops where it is.
   * @param {Years | null} period
   */
  toggle(period) {
    if (this.row.hidden) {
      this.row.hidden = false;
      this._resized();
      this._player.set(period);
    }
    this._player.toggle();
  }

  /** Takes the row away; true where it was there. */
  close() {
    if (this.row.hidden) return false;
    this._player.rest();
    this._atlas.preview();
    this.row.hidden = true;
    this._resized();
    return true;
  }

  /** @param {number} first @param {number} last @param {Years} frame */
  _show(first, last, frame) {
    this._atlas.preview(first, last, false, frame);
    this._timeline()?.mark(first, last);
  }
}
