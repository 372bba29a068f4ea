import assert from "node:assert/strict";
import { test } from "node:test";
import { chartFor, inDark } from "../../../static/atlas/lesson/chart.js";
import { actOf, isTaken, keepsBlank } from "../../../static/atlas/lesson/keys.js";
import { clockWords } from "../../../static/atlas/lesson/wall/clock.js";
import { readingMs } from "../../../static/atlas/lesson/wall/kiosk.js";
import { LEAST_PX, scaleOf } from "../../../static/atlas/lesson/wall/size.js";
import { axisOf, yearsAround, yearsOf } from "../../../static/atlas/lesson/wall/years.js";
import { chartOnPaper, grey, timelineOnPaper } from "../../../static/atlas/lesson/print.js";

const FIGURE = {
  data: [
    {
      name: "journeys",
      customdata: ["a"],
      base: ["1996-01-01"],
      x: [Date.parse("1999-01-01") - Date.parse("1996-01-01")],
      y: [4200],
      width: [300],
    },
    {
      name: "events",
      x: ["1995-05-01", "1997-09-01", "2010-01-01"],
      y: [4500, 4500, 4500],
      hovertext: ["<b>Early</b><br>1995", "<b>Late</b><br>1997", "<b>Beyond</b><br>2010"],
    },
    { name: "event names", textfont: { size: 11, color: ["#123456"] } },
    {
      name: "women",
      marker: { color: "#c60" },
      x: ["1996-07-02", "1997-07-02", "2009-07-02"],
      y: [100, 200, 2900],
      base: [50, 60, 0],
    },
    {
      name: "periods",
      x: ["1990-01-01", "1998-12-31", null, "1999-01-01", "2001-12-31", null, "2010-01-01", "2011-01-01"],
    },
    {
      name: "period numbers",
      x: ["1994-07-01", "2001-12-31", "2010-07-01"],
      textposition: ["top center", "top left", "top left"],
      textfont: { size: 11 },
    },
  ],
  layout: {
    margin: { l: 80, r: 20, t: 40, b: 30 },
    font: { family: "serif", size: 10 },
    xaxis: { range: ["1990-01-01", "2026-01-01"] },
    shapes: [{ type: "line", y0: 1000, y1: 1000 }],
    yaxis: { range: [0, 5000], tickvals: [0, 2000, 4000], ticktext: ["0", "2,000", "North"] },
    annotations: [
      { text: "■ women <b style='#c60'>", name: "counts" },
      { text: "■ men", name: "counts" },
      { text: "1998", xanchor: "left" },
    ],
  },
};

test("forward and back have every key of a clicker", () => {
  for (const key of ["ArrowRight", "ArrowDown", " ", "PageDown", "Enter"]) assert.equal(actOf(key), "next");
  for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]) assert.equal(actOf(key), "back");
});

test("what clickers send besides blanks the screen, fills it and closes what is open", () => {
  assert.deepEqual([".", "b", "F5", "Escape"].map((key) => actOf(key)), ["blank", "blank", "full", "leave"]);
});

test("a letter means the same with the shift key", () => {
  assert.equal(actOf("B"), "blank");
  assert.equal(actOf("b"), "blank");
  assert.equal(actOf("Home"), "first");
  assert.equal(actOf("x"), undefined);
  assert.equal(actOf("Tab"), undefined);
});

test("a letter counts by its place on a keyboard that writes Hangul, and by what it writes else", () => {
  assert.equal(actOf("ㅠ", "KeyB"), "blank");
  assert.equal(actOf("Process", "KeyN"), "notes");
  assert.equal(actOf("n", "KeyB"), "notes");
  assert.equal(actOf("ArrowLeft", "ArrowLeft"), "back");
});

test("the arrows step after a click into the map, and move a map that was gone to by key", () => {
  assert.equal(isTaken("ArrowRight", { button: false, slider: false, map: false }), false);
  assert.equal(isTaken("ArrowRight", { button: false, slider: false, map: true }), true);
  assert.equal(isTaken("n", { button: false, slider: false, map: true }), false);
});

test("space and enter belong to the button that they are pressed on, arrows to a slider", () => {
  const button = { button: true, slider: false };
  assert.equal(isTaken(" ", button), true);
  assert.equal(isTaken("ArrowRight", button), false);
  assert.equal(isTaken("ArrowRight", { button: true, slider: true }), true);
  assert.equal(isTaken("Enter", { button: false, slider: false }), false);
});

test("a blank screen stays for its own key and for leaving", () => {
  assert.deepEqual(["blank", "leave", "next"].map(keepsBlank), [true, true, false]);
});

test("a long page stands longer than a short one, within limits", () => {
  const words = (n) => Array.from({ length: n }, () => "word").join(" ");
  assert.equal(readingMs(words(61)) - readingMs(words(60)), 400);
  assert.deepEqual([readingMs(""), readingMs(words(3)), readingMs(words(900))], [12_000, 12_000, 60_000]);
});

const ROOM = { width: 700, height: 220 };
const NINETIES = { counts: false, years: [1995, 1997] };

test("beside a map a chart has no counts, and its words are large enough", () => {
  const { data, layout } = chartFor(FIGURE, ROOM, NINETIES);
  assert.deepEqual(
    data.map(({ name }) => name),
    ["journeys", "events", "event names"],
  );
  assert.deepEqual(layout.yaxis.ticktext, ["North"]);
  assert.ok(layout.yaxis.range[0] >= 3000 && layout.yaxis.range[0] < 4000);
  assert.deepEqual(
    layout.annotations.map(({ font }) => font.size),
    [13],
  );
  assert.equal(layout.font.size, 13);
});

test("a low chart has no words but the name of what is open", () => {
  const { data, layout } = chartFor(FIGURE, { width: 700, height: 60 }, NINETIES);
  assert.deepEqual(
    data.map(({ name }) => name),
    ["journeys", "events"],
  );
  assert.deepEqual([layout.yaxis.ticktext, layout.annotations], [[], []]);
});

test("the events in sight have their names, which lean inwards", () => {
  const { data } = chartFor(FIGURE, ROOM, NINETIES);
  const { text, textposition, x } = data.find(({ name }) => name === "event names");
  assert.deepEqual(text, ["Early", "Late"]);
  assert.deepEqual(textposition, ["middle right", "middle left"]);
  assert.ok(x[0] > "1995-05-01" && x[1] < "1997-09-01");
});

test("the name of what is open lies beside what is seen of its bar", () => {
  const note = (years) => {
    const { layout } = chartFor(FIGURE, ROOM, { counts: false, years, opened: "a" });
    return layout.annotations.find(({ name }) => name === "own-name");
  };
  const own = { ...FIGURE.layout.annotations[2], name: "own-name" };
  const { annotations } = FIGURE.layout;
  FIGURE.layout.annotations = [...annotations.slice(0, 2), own];
  assert.equal(note([1995, 1997]).xanchor, "right"); // the bar begins in 1996 and goes on
  assert.deepEqual([note([1996, 2005]).xanchor, note([1996, 2005]).x], ["left", "1999-01-01"]);
  assert.ok(note([1996, 1998]).y < 4000); // there is room on neither side
  FIGURE.layout.annotations = annotations;
});

test("a chart of counts has its key above, and a scale of its own where all in sight is low", () => {
  const of = (years) => chartFor(FIGURE, ROOM, { counts: true, years }).layout;
  const [low, high] = [of([1996, 1997]), of([1996, 2010])];
  assert.deepEqual(low.yaxis.tickvals, [0, 100, 200, 300]);
  assert.ok(low.yaxis.range[1] < 400);
  assert.deepEqual(high.yaxis.range, [0, 5000]);
  const key = low.annotations.filter(({ name }) => name === "counts");
  assert.equal(key.length, 1);
  assert.deepEqual([key[0].y, key[0].yanchor], [1, "bottom"]);
});

test("the number of a bracket stays in sight where the bracket is", () => {
  const { data } = chartFor(FIGURE, ROOM, { counts: true, years: [1997, 2002] });
  const numbers = data.find(({ name }) => name === "period numbers");
  assert.deepEqual(numbers.x, ["1997-01-01", "2001-12-31", "2010-07-01"]);
});

test("a step shows its years with a little around them, and no more than there are", () => {
  const all = [1990, 2025];
  assert.deepEqual(yearsAround([1996, 1996], all), [1995, 1997]);
  assert.deepEqual(yearsAround([1996, 1999], all), [1995, 2000]);
  assert.deepEqual(yearsAround([1992, 2024], all), [1990, 2025]);
  assert.deepEqual(yearsAround(null, all), all);
  assert.deepEqual(yearsOf(["1990-01-01", "2026-01-01"]), all);
});

test("an axis has no more years written on it than have room", () => {
  const steps = [[1995, 1997], [1990, 2010], [1990, 2025]].map((years) => axisOf(years).dtick);
  assert.deepEqual(steps, ["M12", "M24", "M60"]);
  assert.deepEqual(axisOf([1993, 2025]).range, ["1993-01-01", "2026-01-01"]);
  assert.equal(axisOf([1993, 2025]).tick0, "1995-01-01");
});

test("map and chart are magnified with the screen, by its lesser side, and never on a phone", () => {
  const scale = (w, h) => Number(scaleOf({ w, h }).toFixed(3));
  assert.deepEqual([scale(1280, 720), scale(3840, 2160)], [1.125, 3.375]);
  assert.deepEqual([scale(1080, 1920), scale(390, 844), scale(1000, 400)], [1.271, 1, 1]);
  assert.ok(LEAST_PX * scaleOf({ w: 1280, h: 720 }) >= 720 / 50);
});

test("a chart on a phone has type of 14 px, also in the words about its marks", () => {
  const { layout } = chartFor(FIGURE, { width: 390, height: 340 }, { ...NINETIES, column: true });
  assert.deepEqual([layout.font.size, ...layout.annotations.map(({ font }) => font.size)], [14, 14, 14, 14]);
});

test("a clock says minutes and seconds", () => {
  assert.deepEqual([0, 65, 3600].map(clockWords), ["0:00", "1:05", "60:00"]);
});

test("on paper women are lighter, with a hollow sign, and the words stand above the bars", () => {
  const { data, layout } = chartOnPaper(FIGURE, { width: 300, height: 100 });
  assert.equal(data[3].marker.line.color, "#c60");
  assert.notEqual(data[3].marker.color, "#c60");
  assert.equal(layout.annotations.length, 1);
  assert.ok(layout.annotations[0].text.startsWith("□ women"));
  assert.ok(layout.annotations[0].text.endsWith("■ men"));
  assert.deepEqual([layout.width, layout.margin.r], [300, 20]);
});

test("drawing a figure leaves the figure itself as it was", () => {
  const before = structuredClone(FIGURE);
  chartFor(FIGURE, { width: 300, height: 100 }, NINETIES);
  chartFor(FIGURE, { width: 300, height: 100 }, { ...NINETIES, counts: true });
  chartOnPaper(FIGURE, { width: 300, height: 100 });
  assert.deepEqual(FIGURE, before);
});

test("in the dark each colour of a chart is another, see-through ones too, and nothing else", () => {
  const dark = { "#23262B": "#ECE8DF", "rgba(35,38,43": "rgba(236,232,223" };
  const figure = {
    data: [{ name: "men", marker: { color: ["#23262B", "rgba(35,38,43,0.07)", "#123456"] } }],
    layout: { ...FIGURE.layout, title: '<span style="color:#23262B">■</span> 23262B' },
  };
  const { data, layout } = inDark(figure, dark);
  assert.deepEqual(data[0].marker.color, ["#ECE8DF", "rgba(236,232,223,0.07)", "#123456"]);
  assert.equal(layout.title, '<span style="color:#ECE8DF">■</span> 23262B');
  assert.deepEqual(layout.margin, FIGURE.layout.margin);
  assert.equal(figure.data[0].marker.color[0], "#23262B");
});

test("a timeline on paper is in greys, with type of nine points at least, and keeps its lanes", () => {
  const marker = { color: ["#BF7D2E", "#FBFAF6"], line: { color: "#BF7D2E", width: 0 } };
  const notes = [{ name: "counts", text: '<span style="color:#BF7D2E">■</span> women', font: { size: 11 } }];
  const figure = {
    data: [{ ...FIGURE.data[0], textfont: { size: 8 } }, { name: "women", marker }],
    layout: { ...FIGURE.layout, annotations: notes },
  };
  const { data, layout } = timelineOnPaper(figure, { width: 665, height: 250 });
  assert.equal(data[0].textfont.size, 12);
  assert.deepEqual([layout.annotations[0].font.size, layout.font.size], [12, 12]);
  assert.ok(layout.annotations[0].text.includes("□"));
  assert.equal(layout.yaxis.ticktext.length, FIGURE.layout.yaxis.ticktext.length);
  const [light, ground] = data[1].marker.color;
  assert.ok(Number.parseInt(light.slice(1, 3), 16) > 210);
  assert.notEqual(light, ground);
  for (const [colour] of JSON.stringify([data, layout]).matchAll(/#[0-9A-F]{6}/g)) {
    assert.match(colour, /^#(..)\1\1$/);
  }
});

test("a grey is as light as its colour", () => {
  assert.deepEqual(["#000000", "#FFFFFF", "#808080"].map(grey), ["#000000", "#FFFFFF", "#808080"]);
  assert.equal(grey("rgba(255,255,255"), "rgba(255,255,255");
  const [dark, light] = ["#203E5E", "#BF7D2E"].map((colour) => Number.parseInt(grey(colour).slice(1, 3), 16));
  assert.ok(dark < light);
});
