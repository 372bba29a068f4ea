import assert from "node:assert/strict";
import { test } from "node:test";
import { Asking } from "../../../static/atlas/widgets/asking.js";

/** How often was asked by the end of each of some seconds; `at` does something as one begins. */
function asked(seconds, at = {}) {
  const { setTimeout, clearTimeout } = globalThis;
  let [now, times, due, isLeft] = [0, 0, null, false];
  globalThis.setTimeout = (act, delay) => (due = { act, at: now + delay });
  globalThis.clearTimeout = () => (due = null);
  const asking = new Asking(() => (times += 1), () => isLeft);
  const page = { want: (one) => asking.want(one), leave: () => (isLeft = true) };
  page.want(true);
  const counted = [];
  for (let second = 1; second <= seconds; second += 1) {
    at[second]?.(page);
    now += 1000;
    if (due?.at === now) due.act();
    counted.push(times);
  }
  Object.assign(globalThis, { setTimeout, clearTimeout });
  return counted;
}

test("what does not come is asked for again, and not without end", () => {
  assert.deepEqual(asked(7), [1, 1, 2, 2, 2, 3, 3]);
  assert.equal(asked(60).at(-1), 5);
});

test("what is there is asked for no more", () => {
  assert.equal(asked(30, { 2: (page) => page.want(null) }).at(-1), 1);
});

test("what is still wanted is not asked for at each run", () => {
  assert.equal(asked(2, { 1: (page) => page.want(true), 2: (page) => page.want(true) }).at(-1), 1);
});

test("something else is asked for at once", () => {
  assert.deepEqual(asked(3, { 2: (page) => page.want(false) }), [1, 2, 2]);
});

test("whoever left the page asks no more", () => {
  assert.equal(asked(30, { 5: (page) => page.leave() }).at(-1), 2);
});
