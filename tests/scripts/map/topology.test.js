import assert from "node:assert/strict";
import { test } from "node:test";
import { meets } from "../../../static/atlas/map/ground/boxes.js";
import { inside, commonOutline, outerSteps } from "../../../static/atlas/map/ground/outlines.js";
import { pointsAt, simplify } from "../../../static/atlas/map/ground/simplify.js";
import { modelOf } from "../../../static/atlas/map/ground/topology.js";
import { viewOf } from "../../../static/atlas/map/ground/tracing.js";
import { anchor, areaMark, unitsOf, unitAt } from "../../../static/atlas/map/ground/units.js";
import { latLonOf, mercator } from "../../../static/atlas/map/plane/projection.js";
import { DATA } from "./ground.js";

const model = modelOf(DATA);
const [west, east, island] = model.units;
const codes = (units) => units.map((unit) => unit.code);

test("a line is decoded from its steps and knows its box and its kind", () => {
  const [border] = model.kinds.p;
  const [lat, lon] = latLonOf(border.points[2], border.points[3]);
  assert.deepEqual([Math.round(lat), Math.round(lon)], [10, 10]);
  assert.equal(border.box.west, mercator(10, 0)[0]);
  assert.ok(border.box.north < border.box.south);
});

test("a line that two areas share is stored once", () => {
  assert.equal(west.rings[0].steps[0].arc, east.rings[0].steps[1].arc);
  assert.equal(east.rings[0].steps[1].backwards, true);
});

test("areas taken together have no line between them", () => {
  const border = model.kinds.p[0];
  assert.ok(!outerSteps([west, east]).some((step) => step.arc === border));
  assert.equal(commonOutline([west, east]).length, 1);
  assert.equal(commonOutline([west, east, island]).length, 2);
  assert.deepEqual(commonOutline([]), []);
});

test("a joined ring still encloses what lay in either area", () => {
  const both = { rings: commonOutline([west, east]) };
  for (const [lon, lat] of [
    [5, 5],
    [15, 5],
    [10, 5],
  ])
    assert.ok(inside(both, mercator(lon, lat)), `${lon}`);
  for (const [lon, lat] of [
    [25, 5],
    [5, 15],
    [32, 2],
  ])
    assert.ok(!inside(both, mercator(lon, lat)), `${lon}`);
});

test("a code stands for a province, a country with all its provinces, or a river", () => {
  assert.deepEqual(codes(unitsOf(model, "aa-2").units), ["aa-2"]);
  assert.deepEqual(codes(unitsOf(model, ["AA"]).units), ["aa-1", "aa-2"]);
  assert.deepEqual(codes(unitsOf(model, "river:Long").rivers), ["river:Long"]);
});

test("an old code is understood and an unknown one left out", () => {
  assert.deepEqual(codes(unitsOf(model, ["aa-old", "ZZ"]).units), ["aa-1"]);
  assert.deepEqual(unitsOf(model, null).units, []);
});

test("the anchor of units is their middle only where that lies in one of them", () => {
  assert.deepEqual(anchor(model, "aa-1"), { lat: 5, lng: 5 });
  assert.deepEqual(anchor(model, ["aa-1", "aa-2"]), { lat: 5, lng: 10 });
  assert.deepEqual(anchor(model, ["aa-2", "BB"]), { lat: 5, lng: 15 });
  assert.equal(anchor(model, ["ZZ"]), null);
});

test("the unit at a point is the one whose outline holds it, and none at sea", () => {
  assert.equal(unitAt(model, { lat: 3, lng: 15 }), east);
  assert.equal(unitAt(model, { lat: 15, lng: 15 }), undefined);
});

test("a mark has the outline of its units together and the look that it asks for", () => {
  const mark = areaMark(model, { codes: ["AA"], fill: "#123" });
  assert.equal(mark.outline.length, 2);
  assert.equal(mark.fill, "#123");
  assert.equal(mark.fillOpacity, 0.08);
});

test("a point near the line is left out and one that bends it stays", () => {
  const line = Float64Array.from([0, 0, 5, 0.1, 10, 0, 10, 10]);
  assert.deepEqual([...simplify(line, 0.5)], [0, 0, 10, 0, 10, 10]);
  assert.deepEqual([...simplify(line, 0.05)], [...line]);
});

test("a line is simplified once for a zoom, and near enough not at all", () => {
  const arc = { points: Float64Array.from([0, 0, 5, 0.1, 10, 0]), levels: [] };
  assert.equal(pointsAt(arc, 0.9), pointsAt(arc, 0));
  assert.equal(pointsAt(arc, 0).length, 4);
  assert.equal(pointsAt(arc, 9), arc.points);
});

test("a view says which part of the world its pixels show", () => {
  const view = viewOf(1, { x: 256, y: 128 }, { min: { x: 0, y: 0 }, max: { x: 128, y: 64 } });
  assert.deepEqual(view.box, { west: 128, north: 64, east: 192, south: 96 });
  const beside = { west: 192, north: 90, east: 200, south: 99 };
  assert.deepEqual([meets(view.box, beside), meets(beside, view.box)], [true, true]);
  assert.equal(meets(view.box, { west: 193, north: 90, east: 200, south: 99 }), false);
});
