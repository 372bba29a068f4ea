/* The page for pupils: its rooms for words, map and tasks, and its buttons. */
import { sentence } from "../map/journeys/sentence.js";
import { button, make } from "../lesson/elements.js";

export class PupilsPage {
  /**
   * @param {Record<string, string>} strings
   * @param {{ back: () => void, next: () => void, plain: () => void }} acts
   */
  constructor(strings, acts) {
    this._strings = strings;
    const room = /** @type {HTMLElement} */ (document.querySelector(".pupils-room"));
    const head = room.appendChild(make("header", "pupils-head"));
    this._where = head.appendChild(make("p", "pupils-where"));
    this.plain = head.appendChild(button(strings.plain, acts.plain));
    this.voice = head.appendChild(button(strings.speak, () => {}));
    this.words = room.appendChild(make("section", "pupils-words"));
    this.heading = this.words.appendChild(make("h1"));
    this.heading.tabIndex = -1;
    this.body = this.words.appendChild(make("div", "pupils-body"));
    this._look = room.appendChild(make("section", "pupils-look"));
    this._frame = this._look.appendChild(make("div", "pupils-frame"));
    this.map = this._frame.appendChild(make("div", "pupils-map"));
    this.chart = this._look.appendChild(make("div", "pupils-chart"));
    this.chart.setAttribute("role", "img");
    this.chart.setAttribute("aria-label", strings.timeline);
    this.tasks = room.appendChild(make("section", "pupils-tasks"));
    this.tasks.setAttribute("aria-label", strings.tasks);
    const nav = room.appendChild(make("nav", "pupils-nav"));
    nav.setAttribute("aria-label", strings.place.replace(/\{.*?\}/g, "").trim());
    this._back = nav.appendChild(button(`‹ ${strings.back}`, acts.back));
    this._bar = nav.appendChild(make("div", "pupils-bar")).appendChild(make("i"));
    this._next = nav.appendChild(button(`${strings.next} ›`, acts.next, "main"));
    this.paper = document.body.appendChild(make("article", "pupils-paper"));
  }

  /**
   * Says where on the way the reader is.
   * @param {number} at @param {number} count
   */
  place(at, count) {
    const { place, begin, end } = this._strings;
    const words = at === 0 ? begin : at > count ? end : sentence(place, { n: at, count });
    this._where.textContent = words;
    this._back.disabled = at === 0;
    this._next.disabled = at > count;
    this._bar.style.width = `${(100 * at) / (count + 1)}%`;
  }

  /** To the beginning of what is shown, for the eye and for a voice. */
  begin() {
    window.scrollTo({ top: 0 });
    this.heading.focus({ preventScroll: true });
  }

  /**
   * Shows the map, the chart or neither.
   * @param {"map" | "chart" | ""} what @param {string} words what is on the map
   */
  looks(what, words) {
    // What is not seen keeps its size: a map without one would not know where its middle is.
    this._look.classList.toggle("away", !what);
    this._frame.classList.toggle("away", what !== "map");
    this.chart.classList.toggle("away", what !== "chart");
    this.tasks.hidden = !what;
    if (what === "map") this.map.setAttribute("aria-label", words);
  }
}
