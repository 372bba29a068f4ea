import assert from "node:assert/strict";
import { test } from "node:test";
import { barBox, momentAt, pixelOf } from "../../../static/atlas/time/axis.js";
import { beginning, frameOf, momentAfter, windowAt } from "../../../static/atlas/time/playing.js";
import * as years from "../../../static/atlas/time/years.js";

const { fractionalYear, movedPeriod, periodWithin, samePeriod, startOf, wholeYears } = years;
const WHOLE = [1990, 2020];

test("the middle of a year is half of it, in a leap year too", () => {
  assert.equal(fractionalYear(startOf(1998)), 1998);
  assert.equal(fractionalYear(Date.UTC(2000, 6, 2)), 2000.5);
});

test("a drag covers the years whose middle it crosses, in either direction", () => {
  const [may, august] = [Date.UTC(1996, 4, 1), Date.UTC(1999, 7, 1)];
  assert.deepEqual(wholeYears(may, august), [1996, 1999]);
  assert.deepEqual(wholeYears(august, may), [1996, 1999]);
  assert.deepEqual(wholeYears(august, Date.UTC(2002, 2, 1)), [2000, 2001]);
});

test("a drag within half a year is the year in which it lies", () => {
  assert.deepEqual(wholeYears(Date.UTC(1998, 1, 1), Date.UTC(1998, 2, 1)), [1998, 1998]);
  assert.deepEqual(wholeYears(Date.UTC(1998, 10, 1), Date.UTC(1998, 11, 1)), [1998, 1998]);
});

test("an end that is drawn over the other becomes the other end", () => {
  assert.deepEqual(movedPeriod("first", [1996, 1999], 5, WHOLE), [1999, 2001]);
  assert.deepEqual(movedPeriod("last", [1996, 1999], -1, WHOLE), [1996, 1998]);
});

test("a period that is moved keeps its length and stays inside the axis", () => {
  assert.deepEqual(movedPeriod("both", [1996, 1999], -99, WHOLE), [1990, 1993]);
  assert.deepEqual(movedPeriod("both", [1996, 1999], 99, WHOLE), [2017, 2020]);
  assert.deepEqual(movedPeriod("last", [1996, 1999], 99, WHOLE), [1996, 2020]);
});

test("the whole time is no period", () => {
  assert.equal(periodWithin([1990, 2020], WHOLE), null);
  assert.deepEqual(periodWithin([1990, 2019], WHOLE), [1990, 2019]);
  assert.equal(samePeriod([1990, 1991], [1990, 1991]), true);
  assert.equal(samePeriod(null, null), false);
});

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
  assert.equal(momentAfter(startOf(1999), 100, 1) - startOf(1999), 36.5 * 86400000);
  assert.equal(momentAfter(startOf(2000), 100, 2) - startOf(2000), 73.2 * 86400000);
});

test("a tab that was hidden does not jump over years", () => {
  assert.equal(momentAfter(startOf(1999), 60000, 1), momentAfter(startOf(1999), 100, 1));
});

test("a moment lies at its pixel and comes back from it; beyond the axis it lies at its edge", () => {
  const range = [0, 1000];
  assert.equal(pixelOf(250, range, 400), 100);
  assert.equal(momentAt(100, range, 400), 250);
  assert.equal(pixelOf(-5, range, 400), 0);
  assert.equal(pixelOf(5000, range, 400), 400);
});

test("the box of a bar lies three pixels around it, upside down as a screen counts", () => {
  const box = barBox({ from: 10, to: 50, middle: 75, thickness: 10 }, [0, 100], 200);
  assert.deepEqual(box, { left: 7, top: 37, width: 46, height: 26 });
});
