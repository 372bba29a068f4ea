import assert from "node:assert/strict";
import { test } from "node:test";
import { cornersOf, spotsOf } from "../../../static/atlas/map/journeys/spots.js";
import { journeyOver } from "./scene.js";

// Musan, China with its anchor far west, Vientiane.
const PLACES = [
  { lat: 42.2, lng: 129.2 },
  { lat: 35, lng: 103, codes: ["CN"] },
  { lat: 17.97, lng: 102.6 },
];
const EVERYWHERE = () => true;

/** The spots of journeys over these places, and which each has. */
function settled(journeys, inside = EVERYWHERE) {
  const firstMark = [0];
  for (const { size } of journeys) firstMark.push(firstMark[firstMark.length - 1] + size);
  return spotsOf({ places: PLACES, journeys, firstMark }, inside);
}

test("a town is passed at its point", () => {
  const { spots, of } = settled([journeyOver(0, [0, 2])]);
  assert.deepEqual([...of], [0, 2]);
  assert.deepEqual([spots[0].lat, spots[0].heading], [42.2, null]);
});

test("a line goes through an area on the way between the places beside it, not by its anchor", () => {
  const { spots, of } = settled([journeyOver(0, [0, 1, 2])]);
  const through = spots[of[1]];
  assert.equal(through.place, 1);
  assert.ok(through.lng > 108 && through.lng < 120, `${through.lng}`);
  assert.ok(through.heading.x < 0 && through.heading.y > 0); // south-west
  assert.equal(through.end, false);
});

test("a line ends in an area a little beyond its edge", () => {
  const west = (_codes, { lng }) => lng < 115;
  const { spots, of } = settled([journeyOver(0, [0, 1])], west);
  assert.ok(spots[of[1]].lng < 115 && spots[of[1]].lng > 110, `${spots[of[1]].lng}`);
  assert.equal(spots[of[1]].end, true);
});

test("where no way leads through an area its anchor is passed", () => {
  const { spots, of } = settled([journeyOver(0, [0, 1, 2])], () => false);
  assert.deepEqual([spots[of[1]].lat, spots[of[1]].lng], [35, 103]);
});

test("journeys between the same places share a spot, those between others do not", () => {
  const { of } = settled([journeyOver(0, [0, 1, 2]), journeyOver(1, [0, 1, 2]), journeyOver(2, [0, 1])]);
  assert.equal(of[1], of[4]);
  assert.notEqual(of[1], of[7]);
});

test("an area alone is passed at its anchor", () => {
  assert.deepEqual([...settled([journeyOver(0, [1])]).of], [1]);
});

test("a journey to America leaves the first view on what the map reaches", () => {
  const spot = (lat, lng) => ({ lat, lng, place: 0, heading: null, end: false });
  const spots = [spot(42, 129), spot(1, 104), spot(41, 272)];
  const journeys = [{ size: 3, spotOf: (at) => at }];
  assert.deepEqual(cornersOf(journeys, spots), [
    { lat: 1, lng: 104 },
    { lat: 42, lng: 129 },
  ]);
  assert.equal(cornersOf([{ size: 1, spotOf: () => 2 }], spots).length, 2);
});
