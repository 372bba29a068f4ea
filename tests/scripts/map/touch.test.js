import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, legShape, markShape, nearest, rectangles } from "../../../static/atlas/map/journeys/touch.js";
import { drawingOrder, weightOf } from "../../../static/atlas/map/journeys/weights.js";
import { arc } from "../../../static/atlas/map/plane/curves.js";

const journey = { id: "kim" };
const curve = arc({ x: 0, y: 0 }, { x: 100, y: 0 }, 0);
const leg = legShape({ journey, leg: { id: "kim:2", tip: "a leg" }, curve, full: true });
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
  const thin = legShape({ journey, leg: { id: "kim:2", tip: "" }, curve, full: false });
  assert.equal(rectangles([leg]).length, 11);
  assert.deepEqual(rectangles([thin]), []);
  assert.deepEqual(rectangles([mark]), [{ x: -6, y: -6, w: 12, h: 12 }]);
});

const among = { focus: null, hover: null, count: 30, plays: false };

test("the journey in focus is full and the others pale", () => {
  const focused = { ...among, focus: "kim" };
  assert.deepEqual(weightOf({ id: "kim" }, focused), { width: 3.2, alpha: 1, full: true });
  assert.ok(weightOf({ id: "lee" }, focused).alpha < 0.2);
  assert.ok(weightOf({ id: "all", corridor: true }, focused).alpha < 0.2);
});

test("the more journeys there are, the thinner is each but the general route", () => {
  const alphas = [8, 20, 21].map((count) => weightOf({ id: "lee" }, { ...among, count }).alpha);
  assert.deepEqual(alphas, [0.9, 0.7, 0.3]);
  assert.equal(weightOf({ id: "all", corridor: true }, { ...among, count: 500 }).full, true);
});

test("twenty journeys that play are drawn as eight that stand", () => {
  const played = weightOf({ id: "lee" }, { ...among, count: 20, plays: true });
  assert.deepEqual(played, weightOf({ id: "lee" }, { ...among, count: 8 }));
});

test("what is in focus is drawn last and the general route first", () => {
  const visible = ["focus", "plain", "hover"].map((id) => ({ id })).concat({ id: "route", corridor: true });
  const order = drawingOrder(visible, { focus: "focus", hover: "hover", flowing: false });
  assert.deepEqual(
    order.map(({ id }) => id),
    ["route", "plain", "hover", "focus"],
  );
});

test("beside flows only what is lit or in focus is drawn singly", () => {
  const visible = [{ id: "focus" }, { id: "plain" }, { id: "route", corridor: true }];
  const order = drawingOrder(visible, { focus: "focus", hover: null, flowing: true });
  assert.deepEqual(
    order.map(({ id }) => id),
    ["focus"],
  );
});
