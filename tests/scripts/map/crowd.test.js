import assert from "node:assert/strict";
import { test } from "node:test";
import { isCrowd, onMap, styleInCrowd } from "../../../static/atlas/map/journeys/crowd.js";
import { along, arc, distance, part } from "../../../static/atlas/map/plane/curves.js";

const LONDON = { lat: 51.5, lng: -0.1 };
const NEW_YORK = { lat: 40.7, lng: 286 };
const SHENYANG = { lat: 41.8, lng: 123.4 };
const SEOUL = { lat: 37.6, lng: 127 };
const long = arc({ x: 0, y: 0 }, { x: 900, y: 200 }, 0.1);

test("a part of a curve lies on it, from its beginning to its end", () => {
  const middle = part(long, 0.25, 0.75);
  for (const t of [0, 0.3, 0.5, 1]) {
    const [one, other] = [along(middle, t), along(long, 0.25 + t / 2)];
    assert.ok(distance(one, other) < 1e-9, `${t}`);
  }
  assert.deepEqual(part(long, 0, 1).b, long.b);
});

test("in a crowd a leg that leaves the map is only its beginning, and one that comes its end", () => {
  const leaves = onMap(long, SHENYANG, LONDON);
  assert.deepEqual(leaves.a, long.a);
  assert.ok(Math.abs(distance(leaves.a, leaves.b) - 56) < 25);
  const comes = onMap(long, NEW_YORK, SEOUL);
  assert.deepEqual(comes.b, long.b);
  assert.ok(Math.abs(distance(comes.a, comes.b) - 56) < 25);
});

test("in a crowd a leg on the map is whole, and one between two places beyond it is not drawn", () => {
  assert.equal(onMap(long, SHENYANG, SEOUL), long);
  assert.equal(onMap(long, NEW_YORK, LONDON), null);
});

test("a short leg that leaves the map keeps a half", () => {
  const short = arc({ x: 0, y: 0 }, { x: 40, y: 0 }, 0);
  assert.ok(Math.abs(distance(onMap(short, SEOUL, LONDON).a, onMap(short, SEOUL, LONDON).b) - 20) < 1);
});

test("only where the area alone is known dots stand further apart, and only among many", () => {
  assert.equal(styleInCrowd("schematic"), "sparse");
  assert.equal(styleInCrowd("stated"), "stated");
  assert.equal(isCrowd(40), false);
  assert.equal(isCrowd(41), true);
});
