import assert from "node:assert/strict";
import { test } from "node:test";
import { modelOf } from "../../../static/atlas/map/ground/topology.js";
import { viewOf } from "../../../static/atlas/map/ground/tracing.js";
import { placeAll, townsAt } from "../../../static/atlas/map/names/groups.js";
import { countrySpot } from "../../../static/atlas/map/names/lands.js";
import { stretchesOf } from "../../../static/atlas/map/names/rivers.js";
import { isSeaUnder, shoreFrom } from "../../../static/atlas/map/names/sea.js";
import { linesOf, Sheet } from "../../../static/atlas/map/names/placement.js";
import { townMark } from "../../../static/atlas/map/names/towns.js";
import { gridOf, worldOf } from "../../../static/atlas/map/names/world.js";
import { mercator } from "../../../static/atlas/map/plane/projection.js";
import { overlap } from "../../../static/atlas/map/plane/rectangles.js";
import { DATA } from "./ground.js";

const SIZE = { x: 1000, y: 600 };
const measure = (line, look) => line.length * look.px * 0.6;
const model = modelOf(DATA);

/** The names of the made world at a zoom, with its point at 40 degrees east in the middle. */
function placed(zoom, { lang = "en", obstacles = [], center = [18, 8] } = {}) {
  const [x, y] = mercator(...center).map((at) => at * 2 ** zoom);
  const origin = { x: x - SIZE.x / 2, y: y - SIZE.y / 2 };
  const view = viewOf(zoom, origin, { min: { x: 0, y: 0 }, max: SIZE });
  const corner = { x: 0, y: 0 };
  const onLand = (px, py) => {
    const at = [(px + origin.x) / view.scale, (py + origin.y) / view.scale];
    return model.units.some(
      (unit) =>
        unit.rings[0].box.west <= at[0] &&
        at[0] <= unit.rings[0].box.east &&
        unit.rings[0].box.north <= at[1] &&
        at[1] <= unit.rings[0].box.south,
    );
  };
  const world = worldOf(model, view, corner, SIZE, onLand);
  const towns = townsAt(DATA, zoom, lang);
  const sheet = new Sheet(
    SIZE,
    obstacles,
    towns.map((town) => townMark(world, town)),
  );
  placeAll({ measure, sheet, world }, model, towns, lang);
  return { names: sheet.placed, world };
}

const texts = (names) => names.map(({ text }) => text);

test("no name lies on another or leaves the map", () => {
  for (const zoom of [2, 4, 5, 6, 8]) {
    const { names } = placed(zoom);
    for (const one of names) {
      const [box] = one.boxes;
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.w <= SIZE.x && box.y + box.h <= SIZE.y, one.text);
      for (const other of names)
        assert.ok(one === other || !overlap(box, other.boxes[0]), `${one.text} ${zoom}`);
    }
  }
});

test("from near more is named than from far, in the order of importance", () => {
  assert.ok(!texts(placed(4).names).includes("Village"));
  const near = texts(placed(6, { center: [10, 5] }).names);
  assert.equal(near[0], "Aland");
  assert.ok(near.includes("West") || near.includes("East"));
});

test("a name is in the language asked for, in English where there is none", () => {
  const names = texts(placed(5, { lang: "ko" }).names);
  assert.ok(names.includes("가"));
  assert.ok(names.includes("Bland"));
  assert.ok(names.includes("수도"));
});

test("a name keeps off what journeys draw", () => {
  const [first] = placed(5).names;
  const obstacles = [first.boxes[0]];
  for (const { boxes } of placed(5, { obstacles }).names) assert.ok(!overlap(boxes[0], obstacles[0]));
});

test("the name of a sea lies on nothing but sea", () => {
  const { names, world } = placed(5);
  const sea = names.find(({ kind }) => kind === "sea");
  const [box] = sea.boxes;
  assert.ok(!world.landAt(box.x, sea.y) && !world.landAt(box.x + box.w, sea.y));
  assert.ok(!isSeaUnder(world, world.point([5, 5]), { w: 10, h: 10 }, 1));
});

test("the shore of a country is where its land ends, and none where another land comes first", () => {
  const { world } = placed(5);
  const east = shoreFrom(world, "AA", world.point([5, 15]), 1, 400);
  assert.ok(Math.abs(east - world.point([5, 20]).x) < 6);
  assert.equal(shoreFrom(world, "BB", world.point([5, 15]), 1, 400), null);
});

test("a country whose point is out of view has its name where it is seen most", () => {
  const { world } = placed(7, { center: [17, 5] });
  const spot = countrySpot(world, DATA.countries[0]);
  assert.equal(spot.own, false);
  assert.equal(world.unitAt(spot.at.x, spot.at.y).country, "AA");
});

test("a name is folded at the space nearest its middle, and only where it is too wide", () => {
  const look = { px: 10 };
  assert.deepEqual(linesOf(measure, "New South Wales", look, 60), ["New South", "Wales"]);
  assert.deepEqual(linesOf(measure, "New South Wales", look, 600), ["New South Wales"]);
  assert.deepEqual(linesOf(measure, "Mongolia", look, 1), ["Mongolia"]);
});

test("a spot that covers no town is chosen before one that does", () => {
  const town = { text: "here" };
  const sheet = new Sheet(SIZE, [], [{ x: 10, y: 10, w: 5, h: 5, of: town }]);
  const [covers, clear] = [{ box: { x: 8, y: 8, w: 20, h: 10 } }, { box: { x: 100, y: 8, w: 20, h: 10 } }];
  assert.equal(sheet.choose([covers, clear]), clear);
  assert.equal(sheet.choose([covers, clear], town), covers);
  assert.equal(sheet.choose([covers]), covers);
  assert.equal(sheet.choose([{ box: { x: 2, y: 8, w: 20, h: 10 } }]), undefined);
});

test("a straight run carries a name in its middle, a short or a winding one none", () => {
  const straight = [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
  ];
  const [middle] = stretchesOf(straight, { w: 60, h: 12 }, 12);
  assert.deepEqual(middle.middle, { x: 150, y: 0 });
  assert.equal(middle.bend, 0);
  assert.deepEqual(stretchesOf(straight, { w: 290, h: 12 }, 12), []);
  const winding = Array.from({ length: 40 }, (_, i) => ({ x: i * 4, y: i % 2 ? 20 : 0 }));
  assert.deepEqual(stretchesOf(winding, { w: 60, h: 12 }, 12), []);
});

test("a name along a river reads from left to right, whichever way it flows", () => {
  const [stretch] = stretchesOf(
    [
      { x: 300, y: 10 },
      { x: 0, y: 0 },
    ],
    { w: 60, h: 12 },
    12,
  );
  assert.ok(Math.abs(stretch.angle) < Math.PI / 2);
});

test("the grid covers the view and knows what lies under each of its points", () => {
  const cells = gridOf({ x: 800, y: 400 }, (x) => (x < 400 ? { country: "AA" } : undefined));
  assert.equal(cells.length, 50);
  assert.equal(cells.filter(({ country }) => country === "AA").length, 25);
});
