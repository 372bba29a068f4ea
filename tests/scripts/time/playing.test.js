import assert from "node:assert/strict";
import { test } from "node:test";
import * as playing from "../../../static/atlas/time/playing.js";
import { startOf } from "../../../static/atlas/time/years.js";

const { beginning, countTo, frameOf, gapsOf, longGapAt, momentAfter, sumAt, sumPages } = playing;
const { toldFrom, windowAt } = playing;
const WHOLE = [1990, 2020];
const DAY_MS = 86400000;

test("time plays within a period that is longer than its window, else in the whole time", () => {
  assert.deepEqual(frameOf([1996, 1999], 3, WHOLE), [1996, 1999]);
  assert.deepEqual(frameOf([1996, 1998], 3, WHOLE), WHOLE);
  assert.deepEqual(frameOf(null, 1, WHOLE), WHOLE);
});

test("playing begins where the frame does, or goes on from a single year", () => {
  assert.equal(beginning([1996, 1999], [1996, 1999]), startOf(1996));
  assert.equal(beginning([1998, 1998], WHOLE), startOf(1998));
  assert.equal(beginning(null, WHOLE), startOf(1990));
});

test("the window ends with the year of the moment and does not reach before the whole time", () => {
  assert.deepEqual(windowAt(startOf(1998), 3, WHOLE), [1996, 1998]);
  assert.deepEqual(windowAt(startOf(1991), 10, WHOLE), [1990, 1991]);
});

test("at one year a second a tenth of a second is a tenth of that year", () => {
  assert.equal(momentAfter(startOf(1999), 100, 1, []) - startOf(1999), 36.5 * 86400000);
  assert.equal(momentAfter(startOf(2000), 100, 2, []) - startOf(2000), 73.2 * 86400000);
});

test("a tab that was hidden does not jump over years", () => {
  assert.equal(momentAfter(startOf(1999), 60000, 1, []), momentAfter(startOf(1999), 100, 1, []));
});

/** How long a frame plays at a speed, in steps of sixty a second. */
function playedMs([first, last], speed, gaps) {
  let [moment, ms] = [startOf(first), 0];
  for (; moment < startOf(last + 1); ms += 1000 / 60) moment = momentAfter(moment, 1000 / 60, speed, gaps);
  return ms;
}

test("a gap is what lies between happenings, while none of them is still seen", () => {
  const [may, june] = [Date.UTC(1995, 4, 1), Date.UTC(1995, 5, 1)];
  const gaps = gapsOf([[june, june], [may, june]], [1994, 1996]);
  assert.deepEqual(gaps, [
    [startOf(1994), may],
    [june + 120 * DAY_MS, startOf(1997)],
  ]);
});

test("what happens outside the frame makes no gap end in it", () => {
  assert.deepEqual(gapsOf([[startOf(1980), startOf(1981)]], [1994, 1994]), [[startOf(1994), startOf(1995)]]);
  assert.deepEqual(gapsOf([[startOf(1980), startOf(2000)]], [1994, 1994]), []);
});

test("ten years in which nothing happens pass in less than a second at every speed", () => {
  const gaps = gapsOf([[startOf(2000), startOf(2001)]], [1990, 2000]);
  for (const speed of [0.5, 1, 2, 4]) {
    const whole = playedMs([1990, 2000], speed, gaps);
    assert.ok(whole < 1000 / speed + 700, `${whole} ms at ${speed}`);
  }
});

test("a gap too short to be long is played as any other time, and is not said to pass quickly", () => {
  const gaps = [[startOf(1995), startOf(1995) + 100 * DAY_MS]];
  assert.equal(longGapAt(startOf(1995), 1, gaps), undefined);
  assert.equal(longGapAt(startOf(1995), 0.25, gaps), gaps[0]);
  assert.equal(momentAfter(startOf(1995), 100, 1, gaps), momentAfter(startOf(1995), 100, 1, []));
});

test("so many have begun as had by that very day", () => {
  assert.deepEqual([0, 1, 2, 9].map((moment) => countTo([1, 2, 2], moment)), [0, 1, 3, 3]);
  assert.equal(countTo([], 5), 0);
});

test("arrivals add up to the last year that was counted whole, with every page once", () => {
  const [old, copy, own] = [["Old", "https://a.org"], ["Copy", ""], ["Own", "https://b.org"]];
  const sums = [
    { end: 1998, total: "947", pages: [old] },
    { end: 2001, total: "1,990", pages: [old, copy] },
    { end: 2002, total: "3,132", pages: [] },
  ];
  const years = { 1999: { pages: [["Other", ""]] }, 2002: { pages: [own, old] } };
  assert.equal(sumAt(sums, 1997), undefined);
  assert.equal(sumAt(sums, 2000).total, "947");
  assert.equal(sumAt(sums, 2030).total, "3,132");
  assert.deepEqual(sumPages(sums, years, 2000), [old]);
  assert.deepEqual(sumPages(sums, years, 2002), [old, copy, own]);
});

test("what was passed is told no longer than the window of years, and none of it before the frame", () => {
  const moment = startOf(2007);
  assert.ok(Math.abs(toldFrom(moment, 1, WHOLE) - startOf(2006)) < 2 * DAY_MS);
  assert.ok(Math.abs(toldFrom(moment, 5, WHOLE) - startOf(2002)) < 2 * DAY_MS);
  assert.equal(toldFrom(moment, 5, [2006, 2010]), startOf(2006));
});
