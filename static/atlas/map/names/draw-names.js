/* The names of the basemap, on a canvas of their own: which are drawn, where, and that none lies on
 * another.
 */
import { controlBoxes } from "../plane/controls.js";
import { MapCanvas } from "../ground/canvas.js";
import { painted } from "../../colours/palette.js";
import { fill } from "../ground/tracing.js";
import { COLOURS } from "../ground/sheet.js";
import { placeAll, townsAt } from "./groups.js";
import { forgetWidths, lineHeight, measureOn, setFont, spaced, whenTypefacesLoad } from "./looks.js";
import { Sheet } from "./placement.js";
import { townMark } from "./towns.js";
import { worldOf } from "./world.js";

const MASK_PX = 3; // side of a point of the picture that tells land from sea
const LAND_ALPHA = 90; // of 255

export class Names extends MapCanvas {
  /** @param {Model} model @param {string} pane @param {Lang} lang */
  constructor(model, pane, lang) {
    super({ pane, padding: 0 });
    this._model = model;
    this.lang = lang;
    /** @type {(() => Rect[]) | null} */
    this.obstacles = null;
    /** @type {PlacedName[]} */
    this._placed = [];
    whenTypefacesLoad(document.fonts, () => {
      forgetWidths();
      this.redraw();
    });
  }

  /** The names as drawn now, in pixels of the map's window. */
  drawn() {
    return this._placed.map(({ text, kind, boxes, lead }) => ({ text, kind, lead, ...boxes[0] }));
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view */
  paint(ctx, view) {
    const size = this._map.getSize();
    const obstacles = [...controlBoxes(this._map), ...(this.obstacles ? this.obstacles() : [])];
    const world = worldOf(
      this._model,
      view,
      this.corner,
      size,
      landMask(this._model, view, this.corner, size),
      this._map.options.leastPx,
    );
    const towns = townsAt(this._model.data, view.zoom, this.lang);
    const sheet = new Sheet(
      size,
      obstacles,
      towns.map((town) => townMark(world, town)),
    );
    placeAll({ measure: measureOn(ctx), sheet, world }, this._model, towns, this.lang);
    this._placed = sheet.placed;
    ctx.save();
    ctx.translate(this.corner.x, this.corner.y);
    sheet.placed.forEach((name) => drawName(ctx, name));
    ctx.restore();
  }
}

/**
 * Where there is land, asked of a small picture of it: a name asks this of many points.
 * @param {Model} model @param {View} view @param {XY} corner @param {XY} size
 * @returns {(x: number, y: number) => boolean}
 */
function landMask(model, view, corner, size) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(size.x / MASK_PX);
  canvas.height = Math.ceil(size.y / MASK_PX);
  const { width, height } = canvas;
  const ctx = canvas.getContext("2d", { willReadFrequently: true });
  if (!width || !height || !ctx) return () => false;
  ctx.setTransform(1 / MASK_PX, 0, 0, 1 / MASK_PX, -corner.x / MASK_PX, -corner.y / MASK_PX);
  fill(ctx, model.land, view, "black");
  const pixels = ctx.getImageData(0, 0, width, height).data;
  return (x, y) => {
    const column = Math.floor(x / MASK_PX);
    const row = Math.floor(y / MASK_PX);
    if (column < 0 || row < 0 || column >= width || row >= height) return false;
    return pixels[4 * (row * width + column) + 3] > LAND_ALPHA;
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {PlacedName} name */
function drawName(ctx, { x, y, angle, lines, look, mark, kind, lead }) {
  if (mark) drawMark(ctx, mark, kind === "capital");
  if (lead) drawLead(ctx, lead, look.colour);
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  setFont(ctx, look);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const top = (-(lines.length - 1) / 2) * lineHeight(look);
  lines.forEach((line, i) => {
    const at = { x: look.spacing / 2, y: top + i * lineHeight(look) };
    drawLine(ctx, spaced(ctx, line, look), at, look);
  });
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {XY} at @param {Look} look */
function drawLine(ctx, text, { x, y }, { halo, colour }) {
  if (halo) {
    ctx.globalAlpha = 0.8;
    ctx.lineWidth = halo;
    ctx.strokeStyle = painted(COLOURS.halo);
    ctx.strokeText(text, x, y);
    ctx.globalAlpha = 1;
  }
  ctx.fillStyle = painted(colour);
  ctx.fillText(text, x, y);
}

/** @param {CanvasRenderingContext2D} ctx @param {[XY, XY]} lead @param {string} colour */
function drawLead(ctx, [from, to], colour) {
  ctx.beginPath();
  ctx.arc(from.x, from.y, 1.6, 0, 2 * Math.PI);
  ctx.fillStyle = ctx.strokeStyle = painted(colour);
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.lineWidth = 1;
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {XY & { radius: number }} mark
 * @param {boolean} capital
 */
function drawMark(ctx, mark, capital) {
  ctx.beginPath();
  ctx.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
  ctx.fillStyle = painted(COLOURS.halo);
  ctx.fill();
  ctx.lineWidth = 1.1;
  ctx.strokeStyle = painted(COLOURS.townMark);
  ctx.stroke();
  if (!capital) return;
  ctx.beginPath();
  ctx.arc(mark.x, mark.y, 1.1, 0, 2 * Math.PI);
  ctx.fillStyle = painted(COLOURS.townMark);
  ctx.fill();
}
