/* The button that takes a picture of map and timeline. What draws it is fetched when it is pressed. */
import { loaded } from "../picture/load.js";
import { mapFrame, mapInFrame } from "./map-frame.js";

const CHART = ".st-key-time-room .js-plotly-plot";

/**
 * @typedef {object} PictureData
 * @property {PictureWords} words
 * @property {string} script what draws it, and what draws charts: addresses, seen from the map's frame
 * @property {string} plotly
 */

/** @param {Component<PictureData> & { parentElement: { taken?: Taken } }} component */
export default function ({ data, parentElement }) {
  parentElement.taken ||= new Taken(parentElement);
  parentElement.taken.update(data);
}

class Taken {
  /** @param {HTMLElement} room */
  constructor(room) {
    /** @type {PictureData | null} */
    this._data = null;
    this._button = room.appendChild(document.createElement("button"));
    this._button.type = "button";
    this._button.className = "picture-take";
    this._button.addEventListener("click", () => this._open());
    this._said = room.appendChild(document.createElement("p"));
    this._said.className = "picture-said";
    this._said.setAttribute("role", "status");
  }

  /** @param {PictureData} data */
  update(data) {
    this._data = data;
    this._button.textContent = data.words.strings.take;
  }

  async _open() {
    const [page, data] = [mapFrame()?.contentWindow, this._data];
    if (!page || !data || this._button.ariaBusy === "true") return;
    this._button.ariaBusy = "true"; // not disabled: the focus comes back to it
    this._said.textContent = "";
    try {
      await loaded(page.document, data.script);
    } catch {
      this._said.textContent = data.words.strings.unreached;
    } finally {
      this._button.ariaBusy = "false";
    }
    const atlas = mapInFrame();
    if (!atlas || !page.AtlasPicture) return;
    const chart = /** @type {PlotlyChart | null} */ (document.querySelector(CHART));
    const subject = { atlas, chart, words: data.words, address: location.href, plotly: data.plotly };
    page.AtlasPicture.takePicture(subject, document);
  }
}
