import assert from "node:assert/strict";
import { test } from "node:test";
import { hasAll, wordsOf } from "../../../static/atlas/widgets/narrow.js";

test("an entry is left where it has all words, in any order and case", () => {
  const words = wordsOf("  news 2004 ");
  assert.deepEqual(words, ["news", "2004"]);
  assert.ok(hasAll("Yonhap NEWS, 1 November 2004", words));
  assert.ok(!hasAll("Yonhap News, 2005", words));
});

test("marks over letters and the shape of an apostrophe need not be typed", () => {
  assert.ok(hasAll("Kim Sŏng-min’s account", wordsOf("song-min's")));
});

test("Hangul is found by whole syllables, however it was written", () => {
  assert.ok(hasAll("통일부".normalize("NFD"), wordsOf("통일부")));
  assert.ok(!hasAll("통일부", wordsOf("토")));
});
