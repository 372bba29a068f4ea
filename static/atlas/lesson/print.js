/* The chart and the timeline of a step on paper: as in the lesson, but in greys and in larger type. */
import { chartFor, keyAbove } from "./chart.js";
import { yearsOf } from "./wall/years.js";

const LEAST_PX = 12; // 9 points
const COLOUR = /#[0-9A-F]{6}(?![0-9A-F])|rgba\(\d+, ?\d+, ?\d+/gi;
const FONT = /^(text|tick|title)?font$/;
const LUMINANCE = [0.2126, 0.7152, 0.0722];
const MARGIN = { l: 46, r: 14, t: 22, b: 24 };
const GROUND = { paper_bgcolor: "#FFFFFF", plot_bgcolor: "#FFFFFF" };
const WOMEN = "#F6D9B8";

/**
 * The figure in the size of its room. The words about the bars stand above them, where they take no
 * room from them.
 * @param {PlotlyFigure} figure @param {{ width: number, height: number }} room
 * @returns {PlotlyFigure}
 */
export function chartOnPaper(figure, room) {
  const { data, layout } = lighter(figure);
  const margin = { ...MARGIN, r: Math.max(MARGIN.r, layout.margin.r) };
  const annotations = [keyAbove(layout.annotations)];
  return legible({ data, layout: { ...layout, ...room, margin, annotations } });
}

/**
 * The whole timeline in the size of its room, with all that it has in a lesson.
 * @param {PlotlyFigure} figure @param {{ width: number, height: number }} room
 * @returns {PlotlyFigure}
 */
export function timelineOnPaper(figure, room) {
  const years = yearsOf(figure.layout.xaxis.range);
  return legible(chartFor(lighter(figure), room, { counts: false, years, column: true, least: LEAST_PX }));
}

/**
 * Women much lighter than men, with a hollow sign in the words: in greys they would be alike.
 * @param {PlotlyFigure} figure @returns {PlotlyFigure}
 */
function lighter({ data, layout }) {
  const women = data.find((trace) => trace.name === "women");
  const { color, line } = women?.marker || {};
  const own = line?.color || String(color || "");
  const light = Array.isArray(color) ? color.map((each) => (each === own ? WOMEN : each)) : WOMEN;
  const marker = { ...women?.marker, color: light, line: { color: own, width: 0.8 } };
  const hollow = (/** @type {PlotlyNote} */ note) =>
    own && note.text.includes(own) ? { ...note, text: note.text.replace("■", "□") } : note;
  return {
    data: data.map((trace) => (trace === women ? { ...trace, marker } : trace)),
    layout: { ...layout, annotations: layout.annotations.map(hollow), ...GROUND },
  };
}

/** @param {PlotlyFigure} figure @returns {PlotlyFigure} */
function legible(figure) {
  const written = JSON.stringify(figure, (name, value) =>
    FONT.test(name) && value ? { ...value, size: Math.max(LEAST_PX, value.size || 0) } : value,
  );
  return JSON.parse(written.replace(COLOUR, grey));
}

/**
 * The grey that is as light as a colour.
 * @param {string} colour
 */
export function grey(colour) {
  const parts = colour.startsWith("#")
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) || []).map(Number);
  const light = LUMINANCE.reduce((sum, share, at) => sum + share * linear(parts[at]), 0);
  const level = Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
  if (!colour.startsWith("#")) return `rgba(${level},${level},${level}`;
  return `#${level.toString(16).padStart(2, "0").toUpperCase().repeat(3)}`;
}

/** @param {number} part of a colour, from 0 to 255 */
function linear(part) {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
