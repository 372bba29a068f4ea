import assert from "node:assert/strict";
import { test } from "node:test";
import { flowGraph, journeysByEdge, middle, nodesAt } from "../../../static/atlas/map/journeys/flow-graph.js";
import { journeyOver } from "./scene.js";

// Musan, a village beside it, Seoul, and China as an area.
const PLACES = [
  { lat: 42.2, lng: 129.2 },
  { lat: 42.21, lng: 129.21 },
  { lat: 37.57, lng: 126.98 },
  { lat: 35, lng: 105, codes: ["CN"] },
];

test("places near each other are one node from far off and two from near", () => {
  const far = nodesAt(PLACES, 4);
  assert.equal(far[0], far[1]);
  assert.deepEqual(far[0].places, [0, 1]);
  const close = nodesAt(PLACES, 16);
  assert.notEqual(close[0], close[1]);
});

test("an area is a node of its own however near a town lies", () => {
  const places = [{ lat: 35, lng: 105 }, PLACES[3]];
  const [town, area] = nodesAt(places, 2);
  assert.notEqual(town, area);
  assert.deepEqual([town.area, area.area], [false, true]);
});

test("a journey counts once in a flow however often it takes it", () => {
  const journeys = [journeyOver(0, [0, 2, 1, 2]), journeyOver(1, [1, 2])];
  const graph = flowGraph({ places: PLACES, journeys }, 4);
  const south = graph.edges.find((edge) => edge.to.places.includes(2));
  assert.equal(south.all, 2);
  assert.equal(graph.most, 2);
  assert.deepEqual([...journeysByEdge(graph, journeys, null)], [2, 1]);
});

test("a leg within one node is no flow", () => {
  const graph = flowGraph({ places: PLACES, journeys: [journeyOver(0, [0, 1])] }, 4);
  assert.deepEqual(graph.edges, []);
  assert.equal(graph.most, 1);
});

test("the general route is nobody's journey and counts in no flow", () => {
  const journeys = [journeyOver(0, [0, 2], { corridor: true }), journeyOver(1, [0, 2])];
  const graph = flowGraph({ places: PLACES, journeys }, 4);
  assert.deepEqual([...journeysByEdge(graph, journeys, null)], [1]);
});

test("on a day only those count who had come so far", () => {
  const journeys = [journeyOver(0, [0, 3, 2], { reached: (at, day) => (day >= at * 10 ? 1 : 0) })];
  const graph = flowGraph({ places: PLACES, journeys }, 4);
  assert.deepEqual([...journeysByEdge(graph, journeys, 15)], [1, 0]);
  assert.deepEqual([...journeysByEdge(graph, [], 15)], [0, 0]);
});

test("a node lies in the middle of its places", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 4 },
  ];
  assert.deepEqual(middle({ places: [0, 1] }, points), { x: 5, y: 2 });
});
