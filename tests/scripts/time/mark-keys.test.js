import assert from "node:assert/strict";
import { test } from "node:test";

import { marksOf } from "../../../static/atlas/time/mark-keys.js";

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
