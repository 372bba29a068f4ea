/* Where a text says words of the glossary. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { finder, partsOf } from "../../../static/atlas/glossary/find.js";

/** @param {string} id @param {...(string | [string, boolean])} spellings */
function term(id, ...spellings) {
  return { id, spellings: spellings.map((one) => (typeof one === "string" ? [one, false] : one)) };
}

const TERMS = [
  term("broker", "broker", "brokers"),
  term("ger", "ger", "gers"),
  term("asylum", "asylum"),
  term("asylum-seeker", "asylum seeker", "asylum seekers"),
  term("refoulement", "refoulement"),
  term("dmz", ["DMZ", true]),
  term("hanawon", "Hanawon", "하나원"),
  term("odd", "a.b (c)"),
];

/** What is lit in a text, as words:id. @param {string} text */
function lit(text, seen = new Set()) {
  return partsOf(text, finder(TERMS), seen)
    .filter(({ term: found }) => found)
    .map(({ words, term: found }) => `${words}:${found.id}`);
}

test("a word lights where it is said first, in any of its spellings", () => {
  assert.deepEqual(lit("Brokers and a broker"), ["Brokers:broker"]);
});

test("the parts of a text are the text", () => {
  const text = "The broker, the ger; 하나원 and DMZ.";
  const parts = partsOf(text, finder(TERMS), new Set());
  assert.equal(parts.map(({ words }) => words).join(""), text);
  assert.equal(parts.filter(({ term: found }) => found).length, 4);
});

test("a part of another word is none", () => {
  assert.deepEqual(lit("danger in Germany, brokerage, non-refoulement, gers_x"), []);
});

test("of two terms that begin alike the longer one is said", () => {
  assert.deepEqual(lit("an asylum seeker"), ["asylum seeker:asylum-seeker"]);
  assert.deepEqual(lit("asylum for asylum seekers"), ["asylum:asylum", "asylum seekers:asylum-seeker"]);
});

test("letters in capitals are no other word in small ones", () => {
  assert.deepEqual(lit("the dmz, the DMZ"), ["DMZ:dmz"]);
});

test("what was said before on the page does not light again", () => {
  const seen = new Set();
  assert.deepEqual(lit("a broker", seen), ["broker:broker"]);
  assert.deepEqual(lit("the broker", seen), []);
});

test("signs of a spelling are signs, and no pattern", () => {
  assert.deepEqual(lit("axb (c)"), []);
  assert.deepEqual(lit("say a.b (c) now"), ["a.b (c):odd"]);
});

test("without terms there is nothing to find", () => {
  assert.equal(finder([]), null);
});
