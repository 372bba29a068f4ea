import assert from "node:assert/strict";
import { test } from "node:test";

import { marksOf, placeIn } from "../../../static/atlas/time/mark-keys.js";

const bars = { name: "journeys", orientation: "h", customdata: ["b", "a", "b"] };
const traces = [
  {
    ...bars,
    base: ["1999-01-01", "1996-01-01", "2001-01-01"],
    x: [1, 1, 1],
    hovertext: ["B<br>1999", "A &amp; A", "B"],
  },
  {
    name: "arrivals",
    customdata: ["year:1998", ""],
    base: [0, 0],
    x: ["1998-01-01", "1990-01-01"],
    hovertext: ["71", "947"],
  },
  { name: "bands", x: ["1991-01-01"], y: [1] },
];

test("the marks that can be opened come by time, each once, in plain words", () => {
  const marks = marksOf(traces);
  assert.deepEqual(marks.map(({ id }) => id), ["a", "year:1998", "b"]);
  assert.deepEqual(marks.map(({ words }) => words), ["A & A", "71", "B\n1999"]);
});

test("a chart with nothing to open has no marks", () => {
  assert.deepEqual(marksOf([traces[2]]), []);
});

test("a mark in one line has its title, however it was wrapped, and its date", () => {
  const hovertext = ["<b>A long title<br>in two lines</b><br>in May 1999<br>Words", "<b>A &lt;b&gt;</b>"];
  const [first, second] = marksOf([{ name: "events", customdata: ["a", "b"], x: [1, 2], hovertext }]);
  assert.equal(first.line, "A long title in two lines · in May 1999");
  assert.equal(second.line, "A <b>");
});

test("a mark is found again where others have gone, or else the nearest one in time", () => {
  const marks = marksOf(traces);
  const later = marks.slice(1);
  assert.equal(placeIn(later, marks[1]), 0);
  assert.equal(placeIn(later, marks[2]), 1);
  assert.equal(placeIn(later, marks[0]), 0);
  assert.equal(placeIn(marks.slice(0, 2), marks[2]), 1);
  assert.equal(placeIn(marks, null), 0);
  assert.equal(placeIn([], marks[0]), -1);
});
