import assert from "node:assert/strict";
import { test } from "node:test";
import { Course } from "../../../static/atlas/map/journeys/course.js";
import { Records } from "../../../static/atlas/map/journeys/records.js";
import { day, packedScene } from "./scene.js";

const DAY_MS = 86400000;
const ids = (journeys) => journeys.map((journey) => journey.id);

function course(frame = [1990, 2010], possibly = true) {
  const records = new Records(packedScene());
  return new Course(records, records.journeys, frame, possibly);
}

test("what lay in an earlier window of the frame is past, and stays so", () => {
  const own = course();
  own.goTo(1997, 1997);
  assert.deepEqual([ids(own.now), ids(own.past)], [["kim"], []]);
  own.goTo(2000, 2000);
  assert.deepEqual([ids(own.now), ids(own.past)], [["lee"], ["kim"]]);
});

test("what lay before the frame alone leaves no trace in it", () => {
  const own = course([1999, 2010]);
  own.goTo(2001, 2001);
  assert.deepEqual([ids(own.now), ids(own.past)], [["lee"], []]);
});

test("the past is the same list until the window moves, so that it is drawn once", () => {
  const own = course();
  own.goTo(2000, 2001);
  const { past } = own;
  own.goTo(2000, 2001);
  assert.equal(own.past, past);
});

test("a course of other journeys or years is another one", () => {
  const own = course();
  assert.ok(own.isOf(own.asked, [1990, 2010], true));
  assert.ok(!own.isOf(own.asked, [1991, 2010], true));
  assert.ok(!own.isOf([...own.asked], [1990, 2010], true));
  assert.ok(!own.isOf(own.asked, [1990, 2010], false));
});

test("a journey has begun once a stop was surely reached, and one of which nobody knows has not", () => {
  const { begun } = course().times();
  assert.deepEqual(begun, [day(1997, 12, 31) * DAY_MS]);
});

test("a stop of one year is seen to fade in, one of many years to begin and to be reached", () => {
  const moments = (...days) => days.map((own) => own * DAY_MS);
  assert.deepEqual(course().times().happenings, [
    moments(day(1997), day(1997, 12, 31)),
    moments(day(1998), day(1998, 12, 31)),
  ]);
  const { spans } = packedScene();
  const long = packedScene({ spans: spans.with(2, [day(1995), day(1998)]) });
  const records = new Records(long);
  assert.deepEqual(new Course(records, records.journeys, [1990, 2010], true).times().happenings, [
    moments(day(1995), day(1995)),
    moments(day(1998), day(1998)),
    moments(day(1998), day(1998, 12, 31)),
  ]);
});
