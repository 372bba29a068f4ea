/* Whether an answer is right. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { judged, kmBetween, numberIn, pointIn, wordsOf } from "../../../static/atlas/pupils/check.js";

const CHOICE = { kind: "choice", answer: "a", choices: ["a", "b"] };
const NUMBER = { kind: "number", answer: "2,914", number: 2914, within: 50 };
const PLACE = { kind: "place", answer: "Tumen", place: { lat: 42.97, lng: 129.84 }, within: 100 };
const TEXT = { kind: "text", answer: "A document." };

test("a choice is right where it is the answer, word for word", () => {
  assert.equal(judged(CHOICE, "a"), "right");
  assert.equal(judged(CHOICE, "b"), "wrong");
});

test("a number is right as far as it may be off, and no farther", () => {
  const right = ["2914", "2,914", "2 914", "2864", "2964"];
  const wrong = ["2863", "2965", "-2914", "29"];
  for (const given of right) assert.equal(judged(NUMBER, given), "right", given);
  for (const given of wrong) assert.equal(judged(NUMBER, given), "wrong", given);
});

test("what is no number asks for one", () => {
  for (const given of ["many", "2914 people", "1e3", "--2"]) assert.equal(judged(NUMBER, given), "no-number");
});

test("a place is right within its kilometres", () => {
  assert.equal(judged(PLACE, "42.9000,129.8000"), "right");
  assert.equal(judged(PLACE, "38.9000,121.6000"), "wrong");
});

test("without an answer nothing is judged", () => {
  for (const task of [CHOICE, NUMBER, PLACE, TEXT]) assert.equal(judged(task, " "), "empty");
  assert.equal(judged(PLACE, "somewhere"), "empty");
});

test("a text is nobody's to judge", () => {
  assert.equal(judged(TEXT, "A letter"), "text");
});

test("numbers are read as people write them", () => {
  const read = { "1,234,567": 1234567, "3,5": 3.5, "0.25": 0.25, "−4": -4, "12’000": 12000, " 7 ": 7 };
  for (const [given, number] of Object.entries(read)) assert.equal(numberIn(given), number, given);
});

test("distances are those on the globe", () => {
  const km = kmBetween({ lat: 39.03, lng: 125.75 }, { lat: 37.57, lng: 126.98 });
  assert.ok(Math.abs(km - 195) < 3, String(km));
  assert.equal(kmBetween(PLACE.place, PLACE.place), 0);
});

test("a point is kept and read as it is", () => {
  assert.deepEqual(pointIn(wordsOf({ lat: 1.5, lng: -2.25 })), { lat: 1.5, lng: -2.25 });
  for (const words of ["", "x", "1", "1,x"]) assert.equal(pointIn(words), null, words);
});
