/* The chart of a step on paper: as it stands in the lesson, but legible without colours. */

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
  const own = notes.filter((note) => note.name === "counts");
  const texts = own.map(({ text }) => (text.includes(colour) ? text.replace("■", "□") : text));
  return {
    ...own[0],
    xanchor: "right",
    text: texts.join(" \u2002 "),
    xref: "paper",
    yref: "paper",
    x: 1,
    y: 1,
    yanchor: "bottom",
  };
}
