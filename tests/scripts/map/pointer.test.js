import assert from "node:assert/strict";
import { test } from "node:test";
import { tipOf } from "../../../static/atlas/map/pointer.js";

const STRINGS = {
  journeysHere: "{n} journeys here",
  stopsHere: "{n} stops here",
  andMore: "and {n} more",
  clickToChoose: "Click to choose one",
};
const touched = (journey, at) => {
  return { journey, id: `${journey}:${at}`, tip: `${journey}, ${at}: Seoul\nin 1999` };
};

test("the tip of one is all of its words", () => {
  assert.equal(tipOf([touched("kim", 8)], STRINGS), "kim, 8: Seoul\nin 1999");
});

test("the tip of several names each of them", () => {
  const said = tipOf([touched("kim", 8), touched("lee", 3)], STRINGS);
  assert.equal(said, "2 journeys here\n• kim, 8: Seoul\n• lee, 3: Seoul\nClick to choose one");
});

test("two stops of one journey are not called two journeys", () => {
  assert.match(tipOf([touched("kim", 3), touched("kim", 8)], STRINGS), /^2 stops here\n/);
});

test("the tip of very many says how many it does not name", () => {
  const many = Array.from({ length: 11 }, (_, i) => touched(`j${i}`, 1));
  const said = tipOf(many, STRINGS).split("\n");
  assert.equal(said.length, 11);
  assert.equal(said[9], "and 3 more");
});
