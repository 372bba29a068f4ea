import assert from "node:assert/strict";
import { test } from "node:test";
import * as bundling from "../../../static/atlas/map/journeys/bundles.js";
import { journeyOver } from "./scene.js";

const { bundlesAt, lanesOf, middle, reachedOf, widthOf } = bundling;

// Musan, a village beside it, Seoul, and Bangkok.
const SPOTS = [
  [42.2, 129.2],
  [42.21, 129.21],
  [37.57, 126.98],
  [13.75, 100.5],
].map(([lat, lng], place) => ({ lat, lng, place, heading: null, end: false }));

const bundled = (journeys, zoom = 4) => bundlesAt({ spots: SPOTS, journeys }, zoom);

test("legs from near each other to the same town run together, and those back do not", () => {
  const there = [journeyOver(0, [0, 2]), journeyOver(1, [1, 2]), journeyOver(2, [2, 0])];
  const { bundles, bundleOf } = bundled(there);
  assert.equal(bundles.length, 2);
  assert.equal(bundleOf[0], bundleOf[1]);
  assert.notEqual(bundleOf[0], bundleOf[2]);
});

test("from near, legs from two places are two bundles", () => {
  const journeys = [journeyOver(0, [0, 2]), journeyOver(1, [1, 2])];
  assert.equal(bundled(journeys, 4).bundles.length, 1);
  const short = [journeyOver(0, [0, 1]), journeyOver(1, [1, 0])];
  assert.equal(bundled(short, 4).bundles.length, 0); // no room for a lane
  assert.equal(bundled(short, 12).bundles.length, 2);
});

test("a journey counts once in a bundle however often it goes that way", () => {
  const journeys = [journeyOver(0, [0, 2, 1, 2]), journeyOver(1, [1, 2])];
  const graph = bundled(journeys);
  const { counts } = lanesOf(graph, journeys);
  assert.equal(Math.max(...counts), 2);
});

test("the general route is nobody's journey and has no lane", () => {
  const journeys = [journeyOver(0, [0, 2], { corridor: true }), journeyOver(1, [0, 2])];
  const graph = bundled(journeys);
  assert.deepEqual(graph.first, [0, 0, 1]);
});

test("lanes follow the order of the journeys and close up where some are filtered out", () => {
  const journeys = [0, 1, 2].map((index) => journeyOver(index, [0, 3]));
  const graph = bundled(journeys);
  assert.deepEqual([...lanesOf(graph, journeys).lanes], [0, 1, 2]);
  assert.deepEqual([...lanesOf(graph, [journeys[0], journeys[2]]).lanes], [0, 0, 1]);
});

test("on a day all keep their lanes and only those count who had come so far", () => {
  const early = journeyOver(0, [0, 2], { reached: () => 0 });
  const late = journeyOver(1, [0, 2]);
  const graph = bundled([early, late]);
  const { lanes, counts } = lanesOf(graph, [early, late]);
  const reached = reachedOf(graph, [early, late], 15);
  assert.deepEqual([[...lanes], [...counts], [...reached]], [[0, 1], [2], [1]]);
});

test("a bundle is the wider the more journeys it has, and never wider than thirty pixels", () => {
  const widths = [1, 3, 10, 50, 500].map((count) => widthOf(count, 500).width);
  assert.deepEqual(
    widths,
    [...widths].sort((one, other) => one - other),
  );
  assert.ok(widths[4] <= 30);
});

test("where few run together each has a wider line", () => {
  assert.ok(widthOf(1, 1).width > widthOf(1, 4).width);
  assert.equal(widthOf(1, 6).width, widthOf(1, 12).width);
});

test("each journey has a line as long as there is room, then fewer stand for all", () => {
  assert.deepEqual([1, 2, 9, 12].map((count) => widthOf(count, 12).lines), [1, 2, 9, 12]);
  const { lines } = widthOf(500, 500);
  assert.ok(lines > 10 && lines < 30);
  assert.equal(widthOf(3, 5000).lines, 3); // few have their own, however many run elsewhere
});

test("the middle of spots lies between them", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 4 },
  ];
  assert.deepEqual(middle([0, 1], points), { x: 5, y: 2 });
});
