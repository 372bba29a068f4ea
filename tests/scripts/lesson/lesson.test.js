import assert from "node:assert/strict";
import { test } from "node:test";
import { chartFor, inDark } from "../../../static/atlas/lesson/chart.js";
import { actOf, isTaken, keepsBlank } from "../../../static/atlas/lesson/keys.js";
import { readingMs } from "../../../static/atlas/lesson/kiosk.js";
import { chartOnPaper, grey, timelineOnPaper } from "../../../static/atlas/lesson/print.js";

const FIGURE = {
  data: [{ name: "journeys" }, { name: "event names" }, { name: "women", marker: { color: "#c60" } }],
  layout: {
    margin: { l: 80, r: 20, t: 40, b: 30 },
    font: { family: "serif", size: 10 },
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

test("a long step stands longer than a short one", () => {
  assert.equal(readingMs("one two three") - readingMs("one"), 660);
  assert.ok(readingMs("one") > 9000);
});

test("a low chart has words for its counts alone", () => {
  const { data, layout } = chartFor(FIGURE, { width: 1200, height: 200 }, false);
  assert.deepEqual(
    data.map(({ name }) => name),
    ["journeys", "women"],
  );
  assert.deepEqual(layout.yaxis.ticktext, ["0", "2,000"]);
  assert.deepEqual(layout.annotations, []);
  const cut = { ...FIGURE.layout, yaxis: { ...FIGURE.layout.yaxis, range: [0, 1000] } };
  const shorter = chartFor({ ...FIGURE, layout: cut }, { width: 1200, height: 200 }, false);
  assert.deepEqual(shorter.layout.yaxis.tickvals, [0]);
});

test("a chart that is nothing but counts keeps its words however low it is", () => {
  const { data, layout } = chartFor(FIGURE, { width: 1200, height: 200 }, true);
  assert.equal(data.length, 3);
  assert.equal(layout.yaxis.tickvals.length, 3);
});

test("a chart on a projector has larger type", () => {
  const size = (width, height) => chartFor(FIGURE, { width, height }, false).layout.font.size;
  assert.deepEqual([size(1600, 400), size(1600, 300), size(1400, 400)], [14, 12, 12]);
  assert.equal(chartFor(FIGURE, { width: 1600, height: 400 }, false).layout.margin.t, 10);
});

test("a chart on a phone has type of 14 px, also in the words about its marks", () => {
  const { layout } = chartFor(FIGURE, { width: 390, height: 340 }, false);
  assert.deepEqual([layout.font.size, ...layout.annotations.map(({ font }) => font.size)], [14, 14, 14, 14]);
});

test("on paper women are lighter, with a hollow sign, and the words stand above the bars", () => {
  const { data, layout } = chartOnPaper(FIGURE, { width: 300, height: 100 });
  assert.equal(data[2].marker.line.color, "#c60");
  assert.notEqual(data[2].marker.color, "#c60");
  assert.equal(layout.annotations.length, 1);
  assert.ok(layout.annotations[0].text.startsWith("□ women"));
  assert.ok(layout.annotations[0].text.endsWith("■ men"));
  assert.deepEqual([layout.width, layout.margin.r], [300, 20]);
});

test("drawing a figure leaves the figure itself as it was", () => {
  const before = structuredClone(FIGURE);
  chartFor(FIGURE, { width: 300, height: 100 }, false);
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
