/* Names beside marks lie on nothing, however narrow the chart is drawn. */
import assert from "node:assert/strict";
import test from "node:test";

import { shiftInto, withRoom } from "../../../static/atlas/time/names.js";

const PLOT = { left: 0, right: 100, top: 0, bottom: 50 };

/** @param {number} left @param {number} right @param {number} [top] */
function box(left, right, top = 0) {
  return { left, right, top, bottom: top + 12 };
}

test("a name on a mark, on a name before it or over the edge has no room", () => {
  const names = [box(0, 30), box(20, 50), box(60, 90), box(90, 120), box(0, 30, 14)];
  assert.deepEqual(withRoom(names, [box(55, 70)], PLOT), [true, false, false, false, true]);
});

test("a name that is hidden takes room from no other", () => {
  const names = [box(10, 60), box(40, 80), box(62, 99)];
  assert.deepEqual(withRoom(names, [], PLOT), [true, false, true]);
});

test("a mark that is a pixel wide keeps a name away too", () => {
  assert.deepEqual(withRoom([box(0, 30)], [box(20, 21)], PLOT), [false]);
});

test("names that only touch have room", () => {
  assert.deepEqual(withRoom([box(0, 30), box(29, 60)], [], PLOT), [true, true]);
});

test("a name that reaches over an edge is moved into the plot, and no other name is", () => {
  assert.equal(shiftInto(box(80, 120), PLOT), -20);
  assert.equal(shiftInto(box(-15, 40), PLOT), 15);
  assert.equal(shiftInto(box(10, 90), PLOT), 0);
});

test("a name that is wider than the plot begins where the plot does", () => {
  assert.equal(shiftInto(box(30, 180), PLOT), -30);
});
