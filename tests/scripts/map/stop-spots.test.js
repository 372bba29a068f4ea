import assert from "node:assert/strict";
import { test } from "node:test";
import { labelMarks, nameSpot } from "../../../static/atlas/map/journeys/stop-spots.js";

const WINDOW = { x: 400, y: 300 };
const SIZE = { w: 60, h: 18 };
const AT = { x: 200, y: 150 };
const room = (changes) => ({ window: WINDOW, taken: [], lines: [], ...changes });

test("an area to which a journey comes back has one label with all its numbers", () => {
  const mark = (n, codes) => ({ id: `kim:${n}`, ids: [`kim:${n}`], n, tip: `stop ${n}`, codes });
  const marks = labelMarks([mark("1", ["CN"]), mark("2"), mark("3", ["CN"])]);
  assert.deepEqual(
    marks.map(({ n }) => n),
    ["1, 3", "2"],
  );
  assert.deepEqual(marks[0].ids, ["kim:1", "kim:3"]);
  assert.equal(marks[0].tip, "stop 1\nstop 3");
});

test("a name stands right of its disc where nothing is in its way", () => {
  assert.deepEqual(nameSpot(AT, SIZE, room({})), [17, -9]);
});

test("a name goes left at the right edge of the map", () => {
  assert.deepEqual(nameSpot({ x: 390, y: 150 }, SIZE, room({})), [-77, -9]);
});

test("a name keeps off what is taken and, where it can, off the lines", () => {
  const right = { x: 210, y: 140, w: 80, h: 20 };
  assert.deepEqual(nameSpot(AT, SIZE, room({ taken: [right] })), [-77, -9]);
  const left = { x: 110, y: 140, w: 80, h: 20 };
  assert.deepEqual(nameSpot(AT, SIZE, room({ taken: [right], lines: [left] })), [-30, -35]);
});

test("a name on lines everywhere still keeps off what is taken", () => {
  const everywhere = { x: 0, y: 0, w: 400, h: 300 };
  assert.deepEqual(nameSpot(AT, SIZE, room({ lines: [everywhere] })), [17, -9]);
});

test("a name that has no room is left out", () => {
  assert.equal(nameSpot({ x: -500, y: -500 }, SIZE, room({})), null);
  const everywhere = { x: 0, y: 0, w: 400, h: 300 };
  assert.equal(nameSpot(AT, SIZE, room({ taken: [everywhere] })), null);
});
