import assert from "node:assert/strict";
import { test } from "node:test";
import { range, Records } from "../../../static/atlas/map/journeys/records.js";
import { day, packedScene } from "./scene.js";

const ids = (journeys) => journeys.map((journey) => journey.id);
const bits = (...numbers) => Buffer.from(numbers).toString("base64");

test("a mark has the words, numbers and place that its table names", () => {
  const [kim] = new Records(packedScene()).journeys;
  const [first, second] = kim.marks;
  assert.deepEqual(
    [first.id, first.n, first.label, first.lat, first.lng, first.metres],
    ["kim:1", "1", "Musan", 42.2, 129.2, 500],
  );
  assert.deepEqual(second.ids, ["kim:2", "kim:3"]);
  assert.equal(second.soft, true);
  assert.equal(first.tip, "Kim, 1: in Musan\nin 1997");
  assert.ok(second.tip.startsWith("Kim, 2–3: "));
});

test("a leg goes from one mark to the next and says how its route is known", () => {
  const [kim, lee] = new Records(packedScene()).journeys;
  assert.deepEqual(kim.legs, [
    { id: "kim:2", from: 0, to: 1, style: "inferred", tip: "Kim: from Yanji to in Musan" },
  ]);
  assert.equal(lee.legs[0].style, "schematic");
});

test("an area has codes and no point of its own", () => {
  const { places } = new Records(packedScene());
  assert.deepEqual(places[2].codes, ["CN"]);
  assert.ok(Number.isNaN(places[2].lat));
});

test("the bits of a row choose the journeys, the first one by the highest bit", () => {
  const records = new Records(packedScene());
  assert.deepEqual(ids(records.ofBits(bits(0b10000000))), ["kim"]);
  assert.deepEqual(ids(records.ofBits(bits(0b01100000))), ["lee", "none"]);
  assert.deepEqual(ids(records.ofBits("")), []);
});

test("bits go on in the next byte after eight journeys", () => {
  const many = Array.from({ length: 9 }, (_, at) => `j${at}`);
  const zeros = many.map(() => 0);
  const columns = {
    id: many,
    title: many,
    colour: zeros,
    span: zeros,
    core: zeros,
    marks: zeros,
    held: zeros,
  };
  assert.deepEqual(ids(new Records(packedScene(columns)).ofBits(bits(1, 128))), ["j7", "j8"]);
});

test("a journey lies in the years that hold one of its stops, and possibly in those it touches", () => {
  const records = new Records(packedScene());
  const within = (first, last, possibly = false) =>
    ids(records.within(records.journeys, first, last, possibly));
  assert.deepEqual(within(1997, 1997), ["kim"]);
  assert.deepEqual(within(1997, 1998), ["kim"]);
  assert.deepEqual(within(2000, 2001), []);
  assert.deepEqual(within(2000, 2001, true), ["lee"]);
  assert.deepEqual(within(1990, 1996, true), []);
});

test("the whole time leaves out nothing, not even what has no date", () => {
  const records = new Records(packedScene());
  assert.equal(records.within(records.journeys, 1990, 2010, false), records.journeys);
});

test("a mark is reached bit by bit between its earliest and its latest day", () => {
  const [kim] = new Records(packedScene()).journeys;
  assert.equal(kim.reached(0, day(1996, 12, 31)), 0);
  assert.equal(kim.reached(0, day(1997, 12, 31)), 1);
  assert.ok(Math.abs(kim.reached(0, day(1997, 7, 2)) - 0.5) < 0.01);
  assert.equal(kim.since(0, day(1998, 1, 10)), 10);
});

test("a bound that nobody tells leaves a mark reached in part", () => {
  const lee = new Records(packedScene()).journeys[1];
  assert.equal(lee.reached(0, day(2005)), 0.4);
  assert.equal(lee.reached(0, day(1998)), 0);
  assert.equal(lee.over(day(2009)), false);
});

test("a journey is over only after all that may belong to it", () => {
  const [kim, , none] = new Records(packedScene()).journeys;
  assert.equal(kim.over(day(1998, 12, 31)), false);
  assert.equal(kim.over(day(1999)), true);
  assert.equal(none.over(day(2009)), false);
});

test("numbers of stops that follow each other are a range", () => {
  assert.equal(range(["4"]), "4");
  assert.equal(range(["4", "5", "6"]), "4–6");
});

test("what the stops at a place call it is its name", () => {
  const records = new Records(packedScene());
  assert.equal(records.nameOf(0), "Musan");
  assert.equal(records.nameOf(99), "");
});
