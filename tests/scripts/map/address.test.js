import assert from "node:assert/strict";
import { test } from "node:test";
import { cameraIn, cameraWords, withCamera } from "../../../static/atlas/map/address.js";

test("a camera in an address is read as it was written", () => {
  const words = cameraWords({ lat: 37.5666, lng: 126.9784, zoom: 6.254321 });
  assert.equal(words, "37.57_126.98_6.25");
  assert.deepEqual(cameraIn(words), { lat: 37.57, lng: 126.98, zoom: 6.25 });
  assert.deepEqual(cameraIn(cameraWords({ lat: -3, lng: 102.5, zoom: 4 })), { lat: -3, lng: 102.5, zoom: 4 });
});

test("what is no camera is none", () => {
  for (const words of ["", "37_126", "37_126_5_1", "37_abc_5", "37__5", "1e9_2_3"]) {
    assert.equal(cameraIn(words), null, words);
  }
});

test("the camera comes into an address and goes, and the rest stays as it is", () => {
  const search = "?country=North%20Korea&period=1996&period=1999";
  const linked = withCamera(search, "37_127_5");
  assert.equal(linked, `${search}&camera=37_127_5`);
  assert.equal(withCamera(linked, "30_110_4"), `${search}&camera=30_110_4`);
  assert.equal(withCamera(linked, ""), search);
  assert.equal(withCamera("?camera=37_127_5", ""), "");
});
