/* A picture of what the page shows, as SVG: with its title, legend, sources, address and day. */
import { isDark, onPaper, painted } from "../colours/palette.js";
import { inDark } from "../lesson/chart.js";
import { sentence } from "../map/journeys/sentence.js";
import { chartSvg } from "./chart.js";
import { documentOf } from "./document.js";
import { loaded } from "./load.js";
import { entriesOf, LEGEND_FONT, paintLegend, rowsOf } from "./legend.js";
import { rastered } from "./pixels.js";
import { Portrait, sizeOf } from "./portrait.js";
import { screenRooms, slideRooms } from "./rooms.js";
import { footLines, headLines, heightOf, paintEdge, paintLines, SLIDE } from "./sheet.js";
import { SvgContext } from "./svg-context.js";

/** @typedef {import("./rooms.js").What} What */
/** @typedef {import("./rooms.js").Rooms} Rooms */
/** @typedef {import("./sheet.js").Line} Line */
/**
 * What a picture is taken of; `address` is that of the view, `plotly` of what draws charts.
 * @typedef {object} Subject
 * @property {Atlas} atlas
 * @property {PlotlyChart | null} chart
 * @property {PictureWords} words
 * @property {string} address
 * @property {string} plotly
 */
/** @typedef {{ svg: string, size: Size, scale: number }} Picture `scale`: points to a pixel, once */

const SLIDE_SCALE = 1.5; // a projector has 1920 x 1080 points
const LEAST_POINTS = 1080; // across a picture
const MARGIN_PX = { slide: 32, screen: 18 };
const LEAST_PX = 320;
const GAP_PX = 12;

/** @type {Portrait | null} one is enough, however many pictures are taken */
let portrait = null;

/**
 * Draws what is asked for: as a slide, or in the size that it has on the screen.
 * @param {Subject} subject @param {What} what @param {boolean} slide @returns {Promise<Picture>}
 */
export async function pictureOf(subject, what, slide) {
  // Words are measured before they are placed, so their typefaces come first.
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
  if (what !== "time") portrait ||= Portrait.of(subject.atlas.records.packed);
  const picture = new Sheet(subject, what, slide);
  await picture.paint();
  const scale = slide ? SLIDE_SCALE : Math.max(1, LEAST_POINTS / picture.size.w);
  return { svg: await documentOf(picture.context, picture.size, subject, what), size: picture.size, scale };
}

class Sheet {
  /** @param {Subject} subject @param {What} what @param {boolean} slide */
  constructor(subject, what, slide) {
    this._subject = subject;
    this._slide = slide;
    const canvas = document.createElement("canvas").getContext("2d");
    this.context = new SvgContext(/** @type {CanvasRenderingContext2D} */ (canvas), rastered);
    const width = slide ? SLIDE.w : widthOf(subject, what);
    this._margin = slide ? MARGIN_PX.slide : MARGIN_PX.screen;
    const inner = width - 2 * this._margin;
    const measure = (/** @type {string} */ font) => this._measure(font);
    this._head = headLines(subject.words, saidOf(subject, what), inner, measure);
    this._foot = footLines(subject.words, { ...aboutOf(subject, what), slide }, inner, measure);
    this._entries = what === "time" ? [] : entriesOf(subject.atlas, subject.words.strings);
    this._rooms = this._layOut(what, slide, inner);
    this.size = { w: width, h: slide ? SLIDE.h : this._rooms.height + GAP_PX + this._bottom };
  }

  get _bottom() {
    return heightOf(this._foot) + this._margin;
  }

  /** @param {What} what @param {boolean} slide @param {number} w @returns {Rooms} */
  _layOut(what, slide, w) {
    const [x, y] = [this._margin, this._margin + heightOf(this._head) + GAP_PX];
    const legend = (/** @type {number} */ width) => this._rows(width).height;
    if (slide) return slideRooms(what, { x, y, w, h: SLIDE.h - y - this._bottom - GAP_PX }, legend);
    return screenRooms(what, { x, y, w }, heightsOf(this._subject, w), legend);
  }

  /** Draws all of it, in light colours unless somebody has made this room dark. */
  async paint() {
    const { map, time } = this._rooms;
    if (map && portrait) await portrait.copy(this._subject.atlas, map, this._slide);
    const chart = time ? await this._chart(time) : "";
    if (isRoomDark()) this._draw(chart);
    else onPaper(() => this._draw(chart));
  }

  /** @param {Rect} room */
  async _chart(room) {
    const { chart, plotly, words } = this._subject;
    if (!chart) return "";
    if (!window.Plotly) await loaded(document, plotly);
    const figure = { data: chart.data, layout: chart.layout };
    return chartSvg(isRoomDark() || !isDark() ? figure : inDark(figure, words.light), room);
  }

  /** @param {string} chart */
  _draw(chart) {
    const { context, _rooms: rooms } = this;
    context.fillStyle = painted("var(--page)");
    context.fillRect(0, 0, this.size.w, this.size.h);
    paintLines(context, this._head, { x: this._margin, y: this._margin });
    if (rooms.map) {
      context.inRoom("map", rooms.map, () => portrait?.paint(context));
      paintEdge(context, rooms.map);
    }
    if (rooms.legend) this._legend(rooms.legend);
    context.write(chart);
    paintLines(context, this._foot, { x: this._margin, y: this.size.h - this._bottom });
  }

  /** @param {Rect} room */
  _legend(room) {
    this.context.font = LEGEND_FONT;
    paintLegend(this.context, this._rows(room.w).placed, room);
  }

  /** @param {number} width */
  _rows(width) {
    return rowsOf(this._entries, width, this._measure(LEGEND_FONT));
  }

  /** @param {string} font */
  _measure(font) {
    return (/** @type {string} */ words) => {
      this.context.font = font;
      this.context.letterSpacing = "0px";
      return this.context.measureText(words).width;
    };
  }
}

/** True where a teacher has made the room dark; a system that is dark everywhere is no such room. */
function isRoomDark() {
  return document.documentElement.dataset.scheme === "dark";
}

/**
 * What is selected, and how many of the journeys a view shows where it cannot show all.
 * @param {Subject} subject @param {What} what
 */
function saidOf({ atlas, words }, what) {
  const { count, timed, strings } = words;
  const drawn = atlas.layer.visible.length;
  const onMap = what !== "time" && drawn !== count ? sentence(strings.onMap, { n: drawn }) : "";
  const onTime = what !== "map" && timed !== count ? sentence(strings.onTime, { n: timed }) : "";
  return [words.sentence, onMap, onTime].filter(Boolean).join(" ");
}

/** @param {Subject} subject @param {What} what */
function aboutOf({ atlas, words, address }, what) {
  const whose = what === "map" ? words.mapCredit : words.timeCredit;
  const day = new Intl.DateTimeFormat(words.lang === "en" ? "en-GB" : words.lang, {
    dateStyle: "long",
  }).format(new Date());
  return { whose, what, day, address, credit: what === "time" ? "" : atlas.base.credit };
}

/** @param {Subject} subject @param {What} what */
function widthOf({ atlas, chart }, what) {
  const map = sizeOf(atlas).w;
  const time = chart ? chart.clientWidth : 0;
  const inner = what === "map" ? map : what === "time" ? time : Math.max(map, time);
  return Math.max(LEAST_PX, inner) + 2 * MARGIN_PX.screen;
}

/**
 * How high map and timeline are: the map as wide as the picture shows as much as on the screen.
 * @param {Subject} subject @param {number} width
 */
function heightsOf({ atlas, chart }, width) {
  const { w, h } = sizeOf(atlas);
  return { map: Math.round((h * width) / w), time: chart ? chart.clientHeight : 0 };
}
