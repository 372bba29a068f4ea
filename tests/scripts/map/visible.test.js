import assert from "node:assert/strict";
import { test } from "node:test";
import { sentence } from "../../../static/atlas/map/journeys/sentence.js";
import { marksShown, onlyOf, shows } from "../../../static/atlas/map/journeys/visible.js";

const journey = {
  id: "kim",
  marks: [
    { id: "kim:1", ids: ["kim:1"], n: "1" },
    { id: "kim:2", ids: ["kim:2", "kim:3", "kim:4"], n: "2–4" },
    { id: "kim:5", ids: ["kim:5"], n: "" },
  ],
};

test("without a choice every mark is shown as it is", () => {
  assert.equal(onlyOf(null), null);
  assert.equal(marksShown(journey, null), journey.marks);
  assert.equal(marksShown(journey, onlyOf({ lee: [1] })), journey.marks);
});

test("a mark that stands for several stops keeps the numbers of those shown", () => {
  const only = onlyOf({ kim: [3, 4, 5] });
  const marks = marksShown(journey, only);
  assert.deepEqual(
    marks.map(({ id, ids, n }) => [id, ids, n]),
    [
      ["kim:3", ["kim:3", "kim:4"], "3–4"],
      ["kim:5", ["kim:5"], ""],
    ],
  );
  assert.equal(shows(journey, journey.marks[0], only), false);
});

test("holes of a sentence are filled and one that nothing fills stays", () => {
  assert.equal(sentence("{n} of {count}", { n: 1, count: 3 }), "1 of 3");
  assert.equal(sentence("from {start}", {}), "from {start}");
  assert.equal(sentence("{n}", { n: 0 }), "0");
});
