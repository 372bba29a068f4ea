import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, legShape, markShape, nearest, rectangles } from "../../../static/atlas/map/journeys/touch.js";
import { arc } from "../../../static/atlas/map/plane/curves.js";

const journey = { id: "kim", legs: [{ id: "kim:2", tip: "a leg" }] };
const curve = arc({ x: 0, y: 0 }, { x: 100, y: 0 }, 0);
const leg = legShape({ journey, to: 1, curve, full: true });
const mark = markShape({ journey, mark: { id: "kim:1", tip: "a mark" }, point: { x: 0, y: 0 } });

test("a pointer touches the line that is nearest, and nothing beyond its reach", () => {
  assert.equal(nearest([leg], { x: 50, y: 6 }, 7), leg);
  assert.equal(nearest([leg], { x: 50, y: 7 }, 7), null);
  assert.equal(nearest([], { x: 0, y: 0 }, 7), null);
});

test("a place wins over the line that ends in it", () => {
  assert.equal(nearest([leg, mark], { x: 4, y: 0 }, 7), mark);
  assert.equal(nearest([leg, mark], { x: 8, y: 0 }, 7), leg);
});

/** Marks of journeys at a point, one each. */
function marksAt(ids, point = { x: 0, y: 0 }) {
  return ids.map((id) => {
    const own = { id, index: Number(id.slice(1)) };
    return markShape({ journey: own, mark: { id: `${id}:1`, tip: id }, point });
  });
}

const idsOf = (shapes) => shapes.map(({ id }) => id);

test("all that lie on one spot are touched alike, in the order of the journeys", () => {
  const shapes = [...marksAt(["j3", "j1"]), ...marksAt(["j2"], { x: 0.5, y: 0 }), leg];
  assert.deepEqual(idsOf(alike(shapes, { x: 1, y: 1 }, 7, null)), ["j1:1", "j2:1", "j3:1"]);
  assert.deepEqual(idsOf(alike(shapes.reverse(), { x: 1, y: 1 }, 7, null)), ["j1:1", "j2:1", "j3:1"]);
});

test("what lies beside the spot is not touched with it", () => {
  const shapes = [...marksAt(["j1"]), ...marksAt(["j2"], { x: 4, y: 0 })];
  assert.deepEqual(idsOf(alike(shapes, { x: 0, y: 0 }, 7, null)), ["j1:1"]);
  assert.deepEqual(alike(shapes, { x: 60, y: 60 }, 7, null), []);
});

test("of several on one spot the journey in focus alone is meant", () => {
  const shapes = marksAt(["j1", "j2", "j3"]);
  assert.deepEqual(idsOf(alike(shapes, { x: 0, y: 0 }, 7, "j2")), ["j2:1"]);
  assert.equal(alike(shapes, { x: 0, y: 0 }, 7, "j9").length, 3);
});

test("a full line keeps labels off each of its points, a thin one off none", () => {
  const thin = legShape({ journey, to: 1, curve, full: false });
  assert.equal(rectangles([leg]).length, 11);
  assert.deepEqual(rectangles([thin]), []);
  assert.deepEqual(rectangles([mark]), [{ x: -6, y: -6, w: 12, h: 12 }]);
});
