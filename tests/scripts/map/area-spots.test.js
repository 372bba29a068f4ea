import assert from "node:assert/strict";
import { test } from "node:test";
import { areaSpot } from "../../../static/atlas/map/journeys/area-spots.js";
import { around, free, within } from "../../../static/atlas/map/plane/rectangles.js";

const WINDOW = { x: 600, y: 400 };
const SIZE = { w: 90, h: 22 };
const ANCHOR = { x: 300, y: 200 };
const circle = (reach) => (at) => Math.hypot(at.x - ANCHOR.x, at.y - ANCHOR.y) < reach;
const room = (changes) => ({ window: WINDOW, taken: [], holds: circle(100), ...changes });

test("the label of an area lies on its anchor where nothing is in its way", () => {
  assert.deepEqual(areaSpot(ANCHOR, SIZE, room({})), { at: ANCHOR, line: null });
});

test("a label that something pushes aside stays in its area where there is room", () => {
  const taken = [around(ANCHOR, SIZE)];
  const { at } = areaSpot(ANCHOR, SIZE, room({ taken }));
  assert.ok(circle(100)(at));
  assert.ok(free(around(at, SIZE), taken));
});

test("a label outside its area has a line that ends at it", () => {
  const taken = [around(ANCHOR, { w: 80, h: 60 })];
  const { at, line } = areaSpot(ANCHOR, SIZE, room({ taken, holds: circle(20) }));
  const end = {
    x: ANCHOR.x + line.length * Math.cos(line.angle),
    y: ANCHOR.y + line.length * Math.sin(line.angle),
  };
  assert.ok(!circle(20)(at));
  assert.ok(!free({ ...end, w: 0.1, h: 0.1 }, [around(at, { w: SIZE.w + 1, h: SIZE.h + 1 })]));
});

test("of an area whose anchor is out of view the label lies in the part that is seen", () => {
  const holds = ({ x }) => x > 500;
  const { at, line } = areaSpot({ x: 900, y: 200 }, SIZE, room({ holds }));
  assert.ok(at.x > 500 && within(around(at, SIZE), WINDOW));
  assert.equal(line, null);
});

test("a label that has room neither in its area nor near it is not drawn", () => {
  const everywhere = { x: 0, y: 0, w: 600, h: 400 };
  assert.equal(areaSpot(ANCHOR, SIZE, room({ taken: [everywhere] })), null);
  assert.equal(areaSpot({ x: 900, y: 200 }, SIZE, room({ holds: () => false })), null);
});
