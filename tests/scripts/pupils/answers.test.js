/* What a pupil has answered stays in the browser, and nowhere else. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Answers } from "../../../static/atlas/pupils/answers.js";

/** A storage as a browser has it. @param {Record<string, string>} told */
function storage(told = {}) {
  return {
    told,
    getItem: (/** @type {string} */ name) => told[name] ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => (told[name] = value),
    removeItem: (/** @type {string} */ name) => delete told[name],
  };
}
const GIVEN = { ask: "Which?", given: "a", state: "right" };

test("an answer is there again on the next visit, with the plain language", () => {
  const kept = storage();
  const first = new Answers("port", () => kept);
  first.put(0, 1, GIVEN);
  first.plain = true;
  const next = new Answers("port", () => kept);
  assert.deepEqual(next.of(0, 1, "Which?"), GIVEN);
  assert.equal(next.plain, true);
});

test("an answer to another question is none", () => {
  const kept = storage();
  new Answers("port", () => kept).put(0, 1, GIVEN);
  assert.equal(new Answers("port", () => kept).of(0, 1, "Who?").given, "");
  assert.equal(new Answers("other", () => kept).of(0, 1, "Which?").given, "");
});

test("what is cleared is nowhere", () => {
  const kept = storage();
  const answers = new Answers("port", () => kept);
  answers.put(0, 1, GIVEN);
  answers.clear();
  assert.equal(answers.of(0, 1, "Which?").given, "");
  assert.deepEqual(kept.told, {});
});

test("a browser that keeps nothing has the answers as long as the page is open, and says so", () => {
  const answers = new Answers("port", () => {
    throw new Error("denied");
  });
  assert.equal(answers.kept, false);
  answers.put(0, 1, GIVEN);
  assert.deepEqual(answers.of(0, 1, "Which?"), GIVEN);
});

test("what somebody else has written there is no answer", () => {
  for (const told of ["{", "[]", "null", '{"given":{"0-1":{"ask":1}}}', '{"given":{"0-1":null}}', "7"]) {
    const answers = new Answers("port", () => storage({ "ways-out-pupils-port": told }));
    assert.equal(answers.of(0, 1, "Which?").given, "", told);
    answers.put(0, 0, GIVEN);
  }
});
