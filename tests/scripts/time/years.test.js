import assert from "node:assert/strict";
import { test } from "node:test";
import { barBox, momentAt, pixelOf } from "../../../static/atlas/time/axis.js";
import * as years from "../../../static/atlas/time/years.js";

const { fractionalYear, framedYears, movedPeriod, periodWithin, samePeriod, startOf, wholeYears } = years;
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

test("a chart frames the years from the first day of one to that after the last, or none", () => {
  const shapes = [{ type: "line" }, { type: "rect", x0: "1996-01-01", x1: "2005-01-01" }];
  assert.deepEqual(framedYears({ shapes }), [1996, 2004]);
  assert.equal(framedYears({ shapes: shapes.slice(0, 1) }), null);
  assert.equal(framedYears({}), null);
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
