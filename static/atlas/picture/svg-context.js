/* A drawing context that writes SVG: what is drawn on it as on a canvas is lines, areas and words.
 *
 * It knows what our own drawing uses of `CanvasRenderingContext2D`; a test holds that. Turning and
 * moving are done here, so that the numbers of a picture are its pixels.
 */
import { colourOf, faceOf } from "./svg-looks.js";
import { pathData } from "./svg-path.js";
import { tag, worded } from "./xml.js";

/** @typedef {import("./svg-path.js").Piece} Piece */
/** @typedef {[number, number, number, number, number, number]} Matrix */
/** @typedef {(picture: HTMLImageElement, part: Rect, size: Size, how: string) => string} Raster */

const KEPT = /** @type {const} */ ([
  ...["fillStyle", "strokeStyle", "lineWidth", "lineCap", "lineJoin", "globalAlpha", "font"],
  ...["globalCompositeOperation", "textAlign", "textBaseline", "letterSpacing", "_dash", "_matrix"],
]);
const ANCHORS = /** @type {Record<string, string>} */ ({ center: "middle", right: "end", end: "end" });

export class SvgContext {
  /**
   * `measure` is a context of a canvas, for the width of words; `raster` gives a picture, or a part of
   * it, as an address that holds it.
   * @param {CanvasRenderingContext2D} measure @param {Raster} raster
   */
  constructor(measure, raster) {
    this._measure = measure;
    this._raster = raster;
    /** @type {string | SvgGradient} */
    this.fillStyle = "black";
    /** @type {string | SvgGradient} */
    this.strokeStyle = "black";
    this.lineWidth = this.globalAlpha = 1;
    this.lineCap = "butt";
    this.lineJoin = "miter";
    this.font = "10px sans-serif";
    this.textAlign = "start";
    this.textBaseline = "alphabetic";
    this.letterSpacing = "0px";
    this.globalCompositeOperation = "source-over";
    /** @type {number[]} */
    this._dash = [];
    /** @type {Matrix} */
    this._matrix = [1, 0, 0, 1, 0, 0];
    /** @type {Record<string, unknown>[]} */
    this._saved = [];
    /** @type {Piece[]} */
    this._pieces = [];
    /** @type {Rect | null} what lies wholly beside it is not written */
    this.window = null;
    /** @type {Map<string, string>} ids by what they stand for */
    this._defs = new Map();
    this._body = "";
  }

  /** What was drawn so far, and what it refers to before it. */
  svg() {
    const defs = [...this._defs].map(([made, id]) => made.replace("*", id)).join("");
    return (defs ? tag("defs", {}, defs) : "") + this._body;
  }

  /**
   * Writes XML as it is.
   * @param {string} xml
   */
  write(xml) {
    this._body += xml;
  }

  /**
   * Draws in a group of its own, of which the corner lies at a place; nothing is seen beside its room.
   * @param {string} id @param {Rect} room @param {() => void} draw
   */
  inRoom(id, room, draw) {
    const { window } = this;
    const { w: width, h: height } = room;
    this.window = { x: 0, y: 0, w: width, h: height };
    const clip = this._define(tag("clipPath", { id: "*" }, tag("rect", { width, height })), "clip");
    this._body += `<g id="${id}" transform="translate(${room.x} ${room.y})"><g clip-path="url(#${clip})">`;
    draw();
    this._body += "</g></g>";
    this.window = window;
  }

  save() {
    this._saved.push(Object.fromEntries(KEPT.map((name) => [name, this[name]])));
  }

  restore() {
    Object.assign(this, this._saved.pop() || {});
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    this._matrix = /** @type {Matrix} */ ([...this._matrix.slice(0, 4), ...xy(this._point(x, y))]);
  }

  /** @param {number} angle */
  rotate(angle) {
    const [a, b, c, d, e, f] = this._matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this._matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  beginPath() {
    this._pieces = [];
  }

  closePath() {
    this._pieces.push({ kind: "Z", points: [] });
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this._pieces.push({ kind: "M", points: [this._point(x, y)] });
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this._pieces.push({ kind: this._pieces.length ? "L" : "M", points: [this._point(x, y)] });
  }

  /** @param {...number} where x and y of two points that pull the curve, and of its end */
  bezierCurveTo(...where) {
    const points = [0, 2, 4].map((at) => this._point(where[at], where[at + 1]));
    this._pieces.push({ kind: "C", points });
  }

  /** @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to */
  arc(x, y, radius, from, to) {
    const at = (/** @type {number} */ angle) => ({
      x: x + radius * Math.cos(angle),
      y: y + radius * Math.sin(angle),
    });
    const whole = to - from >= 2 * Math.PI - 1e-6;
    const start = at(from);
    if (this._pieces.length) this.lineTo(start.x, start.y);
    else this.moveTo(start.x, start.y);
    const middle = (from + to) / 2;
    for (const [angle, large] of whole
      ? [
          [middle, 0],
          [to, 0],
        ]
      : [[to, Number(to - from > Math.PI)]]) {
      const end = at(angle);
      this._pieces.push({ kind: "A", points: [this._point(end.x, end.y)], radius, large: Boolean(large) });
    }
    if (whole) this.closePath();
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} radius */
  roundRect(x, y, w, h, radius) {
    const r = Math.min(radius, w / 2, h / 2);
    const quarter = Math.PI / 2;
    this.moveTo(x + r, y);
    this.lineTo(x + w - r, y);
    if (r) this.arc(x + w - r, y + r, r, -quarter, 0);
    this.lineTo(x + w, y + h - r);
    if (r) this.arc(x + w - r, y + h - r, r, 0, quarter);
    this.lineTo(x + r, y + h);
    if (r) this.arc(x + r, y + h - r, r, quarter, 2 * quarter);
    this.lineTo(x, y + r);
    if (r) this.arc(x + r, y + r, r, 2 * quarter, 3 * quarter);
    this.closePath();
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this._body += tag("rect", { ...this._point(x, y), width, height, ...this._paint("fill") });
  }

  fill() {
    const d = pathData(this._pieces, this.window);
    if (d) this._body += tag("path", { d, ...this._paint("fill") });
  }

  stroke() {
    const d = pathData(this._pieces, this.window);
    if (d) this._body += tag("path", { d, fill: "none", ...this._paint("stroke") });
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this._dash = dash;
  }

  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
  createLinearGradient(x0, y0, x1, y1) {
    return new SvgGradient(this._point(x0, y0), this._point(x1, y1));
  }

  /**
   * A part of a picture, in a rectangle of the drawing.
   * @param {HTMLImageElement} picture @param {...number} where
   */
  drawImage(picture, ...where) {
    const [x, y, w, h, toX, toY, width, height] = where;
    const part = { x, y, w, h };
    const href = this._raster(picture, part, { w: width, h: height }, this.globalCompositeOperation);
    const opacity = this.globalAlpha;
    const place = { ...this._point(toX, toY), width, height, opacity };
    this._body += tag("image", { ...place, preserveAspectRatio: "none", href, "xlink:href": href });
  }

  /** @param {string} text */
  measureText(text) {
    this._measure.font = this.font;
    this._measure.letterSpacing = this.letterSpacing;
    return this._measure.measureText(text);
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this._text(text, x, y, this._paint("fill"));
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this._text(text, x, y, { fill: "none", ...this._paint("stroke"), "aria-hidden": "true" });
  }

  /**
   * Words keep their width where another typeface stands in for theirs.
   * @param {string} text @param {number} x @param {number} y @param {import("./xml.js").Attributes} paint
   */
  _text(text, x, y, paint) {
    if (!text.trim()) return;
    const [a, b] = this._matrix;
    const at = this._point(x, y + this._drop());
    const turned = Math.abs(b) > 1e-6 || a < 0;
    const spaced = parseFloat(this.letterSpacing);
    const angle = round((Math.atan2(b, a) * 180) / Math.PI);
    const place = turned ? { transform: `translate(${round(at.x)} ${round(at.y)}) rotate(${angle})` } : at;
    const width = this.measureText(text).width;
    this._body += worded(
      "text",
      {
        ...place,
        ...faceOf(this.font),
        "letter-spacing": spaced || null,
        "text-anchor": ANCHORS[this.textAlign],
        textLength: width,
        lengthAdjust: "spacingAndGlyphs",
        ...paint,
      },
      text,
    );
  }

  /** How far the line that letters stand on lies below the one that the context names. */
  _drop() {
    if (this.textBaseline === "alphabetic") return 0;
    const measure = this._measure;
    measure.font = this.font;
    const ascent = (/** @type {string} */ baseline) => {
      measure.textBaseline = /** @type {CanvasTextBaseline} */ (baseline);
      return measure.measureText("x").actualBoundingBoxAscent;
    };
    const drop = ascent("alphabetic") - ascent(this.textBaseline);
    measure.textBaseline = "alphabetic";
    return drop;
  }

  /** @param {"fill" | "stroke"} what @returns {import("./xml.js").Attributes} */
  _paint(what) {
    const style = what === "fill" ? this.fillStyle : this.strokeStyle;
    const { colour, opacity } =
      style instanceof SvgGradient
        ? { colour: `url(#${this._define(style.svg(), "fade")})`, opacity: 1 }
        : colourOf(style);
    const alpha = opacity * this.globalAlpha;
    const paint = { [what]: colour, [`${what}-opacity`]: alpha < 1 ? alpha : null };
    if (what === "fill") return paint;
    return {
      ...paint,
      "stroke-width": this.lineWidth,
      "stroke-linecap": this.lineCap === "butt" ? null : this.lineCap,
      "stroke-linejoin": this.lineJoin === "miter" ? null : this.lineJoin,
      "stroke-dasharray": this._dash.join(" "),
    };
  }

  /** @param {string} made with * for its id @param {string} kind */
  _define(made, kind) {
    const id = this._defs.get(made) || `${kind}-${this._defs.size + 1}`;
    this._defs.set(made, id);
    return id;
  }

  /** @param {number} x @param {number} y @returns {XY} */
  _point(x, y) {
    const [a, b, c, d, e, f] = this._matrix;
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }
}

class SvgGradient {
  /** @param {XY} from @param {XY} to */
  constructor(from, to) {
    this._ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    this._stops = "";
  }

  /** @param {number} offset @param {string} colour */
  addColorStop(offset, colour) {
    const told = colourOf(colour);
    const opacity = told.opacity < 1 ? told.opacity : null;
    this._stops += tag("stop", { offset, "stop-color": told.colour, "stop-opacity": opacity });
  }

  svg() {
    const own = { id: "*", gradientUnits: "userSpaceOnUse", ...this._ends };
    return tag("linearGradient", own, this._stops);
  }
}

/** @param {XY} point */
function xy({ x, y }) {
  return [x, y];
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
