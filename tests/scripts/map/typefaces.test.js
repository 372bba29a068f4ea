import assert from "node:assert/strict";
import { test } from "node:test";
import { whenTypefacesLoad } from "../../../static/atlas/map/names/looks.js";

test("names are arranged again for a typeface that loads after the page was ready", async () => {
  const typefaces = Object.assign(new EventTarget(), { ready: Promise.resolve() });
  let arranged = 0;
  whenTypefacesLoad(typefaces, () => (arranged += 1));
  await typefaces.ready;
  assert.equal(arranged, 1);
  typefaces.dispatchEvent(new Event("loadingdone"));
  typefaces.dispatchEvent(new Event("loadingdone"));
  assert.equal(arranged, 3);
});
