/* The basemap as it is, at many sizes and zooms: what is named lies where its name says. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inside } from "../../../static/atlas/map/ground/outlines.js";
import { modelOf } from "../../../static/atlas/map/ground/topology.js";
import { viewOf } from "../../../static/atlas/map/ground/tracing.js";
import { anchor, areaTest } from "../../../static/atlas/map/ground/units.js";
import { areaSpot } from "../../../static/atlas/map/journeys/area-spots.js";
import { placeAll, townsAt } from "../../../static/atlas/map/names/groups.js";
import { Sheet } from "../../../static/atlas/map/names/placement.js";
import { townMark } from "../../../static/atlas/map/names/towns.js";
import { worldOf } from "../../../static/atlas/map/names/world.js";
import { mercator } from "../../../static/atlas/map/plane/projection.js";
import { around, beside, overlap, within } from "../../../static/atlas/map/plane/rectangles.js";

const script = readFileSync(new URL("../../../static/atlas/basemap-data.js", import.meta.url), "utf8");
const data = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
const model = modelOf(data);

const SIZES = [
  [264, 176], // a handout's
  [366, 300], // a phone upright, and on its side
  [812, 220],
  [660, 216],
  [730, 400],
  [1240, 760],
];
const ZOOMS = [2.5, 3, 3.75, 4.5, 5.5, 7];
const CENTRES = [
  [32, 115],
  [40, 127],
  [22, 102],
];
const AREAS = [
  ["KP"],
  ["KR"],
  ["CN"],
  ["LA"],
  ["TH"],
  ["MN"],
  ["RU"],
  ["CN-LN", "CN-JL", "CN-HL"],
  ["CN-YN", "CN-GX"],
  ["river:Tumen", "river:Yalu"],
  ["river:Yalu"],
  ["LA", "TH", "VN", "MM", "KH"],
  ["KP-10"],
];
const RIVER_PX = 9;

const measure = (line, look) => line.length * (look.px * 0.55 + look.spacing);

/** Every size at every zoom, around one centre after the other. */
function views() {
  return SIZES.flatMap(([w, h], row) =>
    ZOOMS.map((zoom, at) => viewAt({ x: w, y: h }, zoom, CENTRES[(row + at) % CENTRES.length])),
  );
}

function viewAt(size, zoom, [lat, lng]) {
  const [x, y] = mercator(lng, lat).map((at) => at * 2 ** zoom);
  const origin = { x: x - size.x / 2, y: y - size.y / 2 };
  const view = viewOf(zoom, origin, { min: { x: 0, y: 0 }, max: size });
  const earth = (at) => [(at.x + origin.x) / view.scale, (at.y + origin.y) / view.scale];
  const onLand = (px, py) => model.units.some((unit) => inside(unit, earth({ x: px, y: py }), zoom));
  const world = worldOf(model, view, { x: 0, y: 0 }, size, onLand);
  return { size, zoom, world, earth, scale: view.scale, said: `${size.x}×${size.y}, zoom ${zoom}, ${lat}` };
}

test("the name of a country or province lies in it, or a line leads from there", () => {
  let seen = 0;
  for (const { size, zoom, world, said } of views()) {
    const towns = townsAt(data, zoom, "en");
    const marks = towns.map((town) => townMark(world, town));
    const taken = [{ x: size.x * 0.4, y: size.y * 0.3, w: size.x * 0.2, h: size.y * 0.3 }];
    const sheet = new Sheet(size, taken, marks);
    placeAll({ measure, sheet, world }, model, towns, "en");
    for (const { text, kind, x, y, lead } of sheet.placed) {
      if (kind !== "country" && kind !== "province") continue;
      seen += 1;
      const at = lead ? lead[0] : { x, y };
      const { code, country } = world.unitAt(at.x, at.y) || {};
      const named = kind === "country" ? model.countries.get(country) : model.byCode.get(code)?.units[0];
      assert.equal(named?.en, text, said);
    }
  }
  assert.ok(seen > 150);
});

test("the name of a sea lies on sea, at most three degrees from its point", () => {
  for (const { size, zoom, world, said } of views().filter(({ zoom }) => zoom < 5)) {
    const sheet = new Sheet(size, [], []);
    placeAll({ measure, sheet, world }, model, townsAt(data, zoom, "en"), "en");
    for (const { text, kind, x, y } of sheet.placed.filter((one) => one.kind === "sea")) {
      const points = data.waters.filter(({ en }) => en === text).map(({ at }) => world.point(at));
      const away = Math.min(...points.map((at) => Math.hypot(at.x - x, at.y - y)));
      assert.ok(away <= 3 * world.degree + 1e-6, `${text} (${kind}), ${said}`);
    }
  }
});

test("the label of an area lies in it, or a line leads there, or it is not drawn", () => {
  let [home, led, none] = [0, 0, 0];
  for (const { size, zoom, world, earth, scale, said } of views()) {
    const taken = [];
    for (const codes of AREAS) {
      const test = areaTest(model, codes);
      const holds = (at) => test(earth(at), zoom, RIVER_PX / scale);
      const { lat, lng } = anchor(model, codes);
      const at = world.point([lat, lng]);
      const label = { w: 40 + 12 * codes.join().length, h: 22 };
      const spot = areaSpot(at, label, { window: size, taken, holds });
      if (!spot) {
        none += 1;
        continue;
      }
      const box = around(spot.at, label);
      assert.ok(within(box, size), `${codes} leaves the map: ${said}`);
      assert.ok(!taken.some((other) => overlap(box, other)), `${codes} lies on another: ${said}`);
      taken.push(box);
      if (spot.line) {
        const { length, angle } = spot.line;
        const end = { x: at.x + length * Math.cos(angle), y: at.y + length * Math.sin(angle) };
        assert.ok(holds(at), `the line of ${codes} begins elsewhere: ${said}`);
        assert.ok(overlap(beside(end, [-1, -1], { w: 2, h: 2 }), box), `it ends elsewhere: ${said}`);
        assert.ok(length < 160, `${codes} lies far off: ${said}`);
        led += 1;
      } else {
        assert.ok(holds(spot.at), `${codes} lies elsewhere: ${said}`);
        home += 1;
      }
    }
  }
  assert.ok(home > 60 && led > 20 && none > 20, `${home} ${led} ${none}`);
});
