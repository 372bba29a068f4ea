/* The camera of the map in the address of its page, so that a link brings the view back.
 *
 * It stands there only while it is not what the map shows by itself. A map of a lesson, of a file or
 * of a record is not the page's, and leaves its address alone; so does one that nobody can move.
 */
const NAME = "camera";
const ROOM = ".st-key-map-room";
const NUMBER = /^-?\d+(\.\d+)?$/;

export class Address {
  /** @param {L.Map} map @param {import("./camera.js").Camera} camera */
  constructor(map, camera) {
    this._camera = camera;
    const isOfPage = map.options.dragging && window.frameElement?.closest(ROOM);
    this._page = isOfPage ? window.parent : null;
    this._returned = false;
    if (!this._page) return;
    const page = this._page;
    const back = () => (this._returned = true);
    page.addEventListener("popstate", back);
    window.addEventListener("pagehide", () => page.removeEventListener("popstate", back));
    map.on("moveend", () => this.write());
  }

  /** Where the address says that the map looks; null where it says nothing that can be read. */
  camera() {
    if (!this._page) return null;
    return cameraIn(new URLSearchParams(this._page.location.search).get(NAME) || "");
  }

  /** True once after the reader went back or forward to another address. */
  returned() {
    const was = this._returned;
    this._returned = false;
    return was;
  }

  /** Puts the camera into the address, or takes it out; no step of its own for the way back. */
  write() {
    if (!this._page) return;
    const { location, history } = this._page;
    const { held } = this._camera;
    const search = withCamera(location.search, held ? cameraWords(this._camera.setting()) : "");
    if (search === location.search) return;
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }
}

/**
 * A camera as the address has it: latitude, longitude and zoom.
 * @param {{ lat: number, lng: number, zoom: number }} camera
 */
export function cameraWords({ lat, lng, zoom }) {
  return [lat, lng, zoom].map((number) => String(Number(number.toFixed(2)))).join("_");
}

/**
 * The camera that such words say, or null.
 * @param {string} words
 */
export function cameraIn(words) {
  const parts = words.split("_");
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return null;
  const [lat, lng, zoom] = parts.map(Number);
  return { lat, lng, zoom };
}

/**
 * The search of an address with these words for the camera, or without it where there are none.
 * @param {string} search @param {string} words
 */
export function withCamera(search, words) {
  const others = search.replace(/^\?/, "").split("&");
  const parts = others.filter((part) => part && !part.startsWith(`${NAME}=`));
  if (words) parts.push(`${NAME}=${words}`);
  return parts.length ? `?${parts.join("&")}` : "";
}
