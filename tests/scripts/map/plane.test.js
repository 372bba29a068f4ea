import assert from "node:assert/strict";
import { test } from "node:test";
import { along, arc, distance, distanceToLine, pointsAlong } from "../../../static/atlas/map/plane/curves.js";
import { latLonOf, mercator, metresPerPixel } from "../../../static/atlas/map/plane/projection.js";
import {
  around,
  beside,
  free,
  overlap,
  touched,
  turnedBox,
  within,
} from "../../../static/atlas/map/plane/rectangles.js";
import { zoomsLarger } from "../../../static/atlas/map/plane/scale.js";

const near = (one, other, by = 1e-9) => assert.ok(Math.abs(one - other) <= by, `${one} is not ${other}`);

test("the middle of the world is the middle of its square, and Seoul lies in its tile", () => {
  assert.deepEqual(mercator(0, 0), [128, 128]);
  const tile = mercator(126.978, 37.566).map((at) => Math.floor((at * 2 ** 10) / 256));
  assert.deepEqual(tile, [873, 396]); // of zoom 10, as every host of tiles numbers them
});

test("a point goes to the square and back", () => {
  const [lat, lon] = latLonOf(...mercator(129.2, 42.2));
  near(lat, 42.2);
  near(lon, 129.2);
});

test("a pixel is half as wide at the next zoom and narrower away from the equator", () => {
  near(metresPerPixel(0, 0), 156543.03, 0.01);
  near(metresPerPixel(0, 1) * 2, metresPerPixel(0, 0));
  near(metresPerPixel(60, 3), metresPerPixel(0, 3) / 2, 1e-6);
});

test("a camera counts the side of the window that is scarcer", () => {
  assert.equal(zoomsLarger({ x: 1000, y: 650 }), 0);
  assert.equal(zoomsLarger({ x: 2000, y: 1300 }), 1);
  assert.equal(zoomsLarger({ x: 4000, y: 650 }), 0);
  assert.equal(zoomsLarger({ x: 500, y: 5000 }), -1);
});

test("an arc bows to the left of its direction", () => {
  const curve = arc({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.1);
  assert.ok(curve.c.y < 0 && curve.c.y === curve.d.y);
  assert.deepEqual(along(curve, 0), curve.a);
  assert.deepEqual(along(curve, 1), curve.b);
  near(along(curve, 0.5).x, 50);
  near(along(curve, 0.5).y, -10);
});

test("a long curve has a point every ten pixels, a short one still eight pieces", () => {
  assert.equal(pointsAlong(arc({ x: 0, y: 0 }, { x: 200, y: 0 }, 0)).length, 21);
  assert.equal(pointsAlong(arc({ x: 0, y: 0 }, { x: 1, y: 0 }, 0)).length, 9);
});

test("the distance to a line is that to its nearest part, ends included", () => {
  const line = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ];
  assert.equal(distanceToLine({ x: 5, y: 3 }, line), 3);
  assert.equal(distanceToLine({ x: 14, y: 13 }, line), 5);
  assert.equal(
    distanceToLine({ x: 3, y: 4 }, [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ]),
    5,
  );
  assert.equal(distance({ x: 0, y: 0 }, { x: 3, y: 4 }), 5);
});

test("rectangles that only touch do not overlap, unless a gap is asked for", () => {
  const one = { x: 0, y: 0, w: 10, h: 10 };
  assert.equal(overlap(one, { x: 10, y: 0, w: 10, h: 10 }), false);
  assert.equal(overlap(one, { x: 10, y: 0, w: 10, h: 10 }, 1), true);
  assert.equal(free(one, [{ x: 20, y: 0, w: 1, h: 1 }]), true);
  assert.equal(free(one, [{ x: 9, y: 9, w: 5, h: 5 }]), false);
});

test("a rectangle lies around a point or beside it", () => {
  assert.deepEqual(around({ x: 10, y: 20 }, { w: 4, h: 2 }), { x: 8, y: 19, w: 4, h: 2 });
  assert.deepEqual(beside({ x: 10, y: 20 }, [1, -2], { w: 4, h: 2 }), { x: 11, y: 18, w: 4, h: 2 });
});

test("a rectangle that is turned by a quarter is as tall as it was wide", () => {
  const { w, h } = turnedBox({ x: 0, y: 0 }, { w: 40, h: 10 }, Math.PI / 2);
  near(w, 10);
  near(h, 40);
});

test("a window holds what lies inside its margin", () => {
  const own = { x: 5, y: 5, w: 90, h: 40 };
  assert.equal(within(own, { x: 100, y: 50 }, 5), true);
  assert.equal(within(own, { x: 100, y: 50 }, 6), false);
});

test("a point that comes within eight pixels touches a rectangle", () => {
  const box = { x: 10, y: 10, w: 10, h: 10 };
  assert.equal(touched([{ x: 27, y: 15 }], box), true);
  assert.equal(touched([{ x: 28, y: 15 }], box), false);
});
