/* The chart of a step on paper: as it stands in the lesson, but legible without colours. */
import { keyAbove } from "./chart.js";

const MARGIN = { l: 46, r: 14, t: 22, b: 24 };
const WOMEN = "#f6d9b8"; // much lighter than men, also where all is grey

/**
 * The figure in the size of its room. The words about the bars stand above them, where they take no
 * room from them.
 * @param {PlotlyFigure} figure @param {{ width: number, height: number }} room
 * @returns {PlotlyFigure}
 */
export function chartOnPaper({ data, layout }, room) {
  const women = data.find((trace) => trace.name === "women");
  const colour = women?.marker?.color || "";
  const marker = { ...women?.marker, color: WOMEN, line: { color: colour, width: 0.6 } };
  const lighter = data.map((trace) => (trace === women ? { ...trace, marker } : trace));
  const margin = { ...MARGIN, r: Math.max(MARGIN.r, layout.margin.r) };
  const annotations = [wordsAbove(layout.annotations, colour)];
  return { data: lighter, layout: { ...layout, ...room, margin, annotations } };
}

/** @param {PlotlyNote[]} notes @param {string} colour of what is hollow on paper */
function wordsAbove(notes, colour) {
  return keyAbove(
    notes.map((note) => {
      const hollow = note.name === "counts" && note.text.includes(colour);
      return hollow ? { ...note, text: note.text.replace("■", "□") } : note;
    }),
  );
}
