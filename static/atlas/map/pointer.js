/* The pointer over the map: its words beside it, and the journey under it lit. */
import { sentence } from "./journeys/sentence.js";

const TIP_PX = { x: 14, y: 8, edge: 4 }; // from the pointer, and from the upper edge
const MOST = 8; // entries of a tip

export class Pointer {
  /**
   * `under(event)` is all that lies under the pointer; `light(id)` is called with the id of the
   * journey under it, or null where there is none or more than one.
   * @param {L.Map} map @param {(event: L.LeafletMouseEvent) => Touched[]} under
   * @param {(id: string | null) => void} light @param {Record<string, string>} strings
   */
  constructor(map, under, light, strings) {
    this._map = map;
    this._under = under;
    this._light = light;
    this._strings = strings;
    this._tip = L.DomUtil.create("div", "atlas-tip", map.getContainer());
    this._tip.hidden = true;
    map.on("mousemove", this._point, this);
    map.on("click mouseout dragstart zoomstart", this._unpoint, this);
  }

  /** @param {L.LeafletMouseEvent} event */
  _point(event) {
    const found = this._under(event);
    this._map.getContainer().style.cursor = found.length ? "pointer" : "";
    this._tip.hidden = !found.length;
    if (found.length) this._say(tipOf(found, this._strings), event.containerPoint);
    this._light(found.length === 1 ? found[0].journey : null);
  }

  /** @param {string} words @param {XY} point */
  _say(words, { x, y }) {
    this._tip.textContent = words;
    const right = x + TIP_PX.x + this._tip.offsetWidth < this._map.getSize().x;
    const left = right ? x + TIP_PX.x : x - TIP_PX.x - this._tip.offsetWidth;
    this._tip.style.left = `${Math.max(TIP_PX.edge, left)}px`;
    this._tip.style.top = `${Math.max(TIP_PX.edge, y - this._tip.offsetHeight - TIP_PX.y)}px`;
  }

  _unpoint() {
    this._tip.hidden = true;
    this._light(null);
  }
}

/**
 * The words of what a pointer touches: of one all of them, of several each by its first line.
 * @param {Touched[]} found @param {Record<string, string>} strings
 */
export function tipOf(found, strings) {
  if (found.length === 1) return found[0].tip;
  const named = found.slice(0, MOST).map(({ tip }) => `• ${firstLine(tip)}`);
  const left = found.length - named.length;
  const more = left ? [sentence(strings.andMore, { n: left })] : [];
  return [headingOf(found, strings), ...named, ...more, strings.clickToChoose].join("\n");
}

/**
 * How many journeys lie here, or how many stops of one.
 * @param {Touched[]} found @param {Record<string, string>} strings
 */
export function headingOf(found, strings) {
  const journeys = new Set(found.map(({ journey }) => journey)).size;
  return sentence(journeys > 1 ? strings.journeysHere : strings.stopsHere, {
    n: journeys > 1 ? journeys : found.length,
  });
}

/** @param {string} tip */
export function firstLine(tip) {
  return tip.split("\n", 1)[0];
}
