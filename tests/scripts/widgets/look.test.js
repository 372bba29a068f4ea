import assert from "node:assert/strict";
import { test } from "node:test";
import { around, beside, clipped } from "../../../static/atlas/widgets/look-places.js";

const ROOM = { w: 1400, h: 900 };
const BOX = { w: 330, h: 200 };

/** Whether a box at a spot covers a target or leaves the window. */
function isWrong(target, { x, y }) {
  const outside = x < 0 || y < 0 || x + BOX.w > ROOM.w || y + BOX.h > ROOM.h;
  const across = x < target.x + target.w && x + BOX.w > target.x;
  return outside || (across && y < target.y + target.h && y + BOX.h > target.y);
}

test("words cover nothing of what they are about, wherever that lies, and stay in the window", () => {
  for (let x = 0; x <= 1300; x += 100) {
    for (let y = 0; y <= 840; y += 60) {
      const target = { x, y, w: 100, h: 60 };
      assert.equal(isWrong(target, beside(target, BOX, ROOM)), false, `${x} ${y}`);
    }
  }
});

test("words about all of the window stand in its corner", () => {
  assert.deepEqual(beside({ x: 0, y: 0, ...ROOM }, BOX, ROOM), { x: 1058, y: 688 });
});

test("words that have room nowhere stand in the corner where they cover least", () => {
  const [box, window] = [{ w: 336, h: 200 }, { w: 683, h: 384 }];
  const low = { x: 321, y: 150, w: 44, h: 220 };
  assert.deepEqual(beside(low, box, window), { x: 12, y: 12 });
  const tall = { x: 300, y: 12, w: 60, h: 360 };
  assert.deepEqual(beside(tall, box, window), { x: 335, y: 172 });
});

test("words stay where they stood while what they are about moves or changes beside them", () => {
  const before = beside({ x: 200, y: 300, w: 600, h: 60 }, BOX, ROOM);
  assert.deepEqual(beside({ x: 250, y: 330, w: 500, h: 60 }, BOX, ROOM, before), before);
});

test("words move from what has come under them, and into a window that became smaller", () => {
  const target = { x: 700, y: 300, w: 100, h: 60 };
  assert.equal(isWrong(target, beside(target, BOX, ROOM, { x: 690, y: 310 })), false);
  const { x, y } = beside(target, BOX, { w: 900, h: 600 }, { x: 1000, y: 650 });
  assert.ok(x + BOX.w <= 900 && y + BOX.h <= 600);
});

test("a rectangle around points holds them all, and one of a single point can be seen", () => {
  assert.deepEqual(around([{ x: 10, y: 50 }, { x: 30, y: 20 }]), { x: -2, y: 8, w: 44, h: 54 });
  assert.deepEqual(around([{ x: 10, y: 50 }]), { x: -2, y: 38, w: 24, h: 24 });
});

test("what reaches over an edge is cut there, and what lies beyond it is the whole of the other", () => {
  const map = { x: 100, y: 100, w: 200, h: 200 };
  assert.deepEqual(clipped({ x: 50, y: 150, w: 100, h: 20 }, map), { x: 100, y: 150, w: 50, h: 20 });
  assert.deepEqual(clipped({ x: 0, y: 0, w: 20, h: 20 }, map), map);
});
