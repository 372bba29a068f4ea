import assert from "node:assert/strict";
import { test } from "node:test";
import { nest } from "../../../static/atlas/widgets/nesting.js";

const mark = (id, start, end) => ({ id, start, end });
const spans = (marks) => marks.map(({ id, start, end }) => `${id} ${start}-${end}`);

test("the longer of two marks that begin together comes first", () => {
  assert.deepEqual(spans(nest([mark("in", 0, 3), mark("out", 0, 9)])), ["out 0-9", "in 0-3"]);
});

test("a mark that reaches out of another one is cut there", () => {
  const cut = nest([mark("one", 0, 5), mark("two", 3, 8)]);
  assert.deepEqual(spans(cut), ["one 0-5", "two 3-5", "two 5-8"]);
});

test("a mark across two others is cut at each", () => {
  const cut = nest([mark("a", 0, 4), mark("b", 6, 9), mark("c", 2, 8)]);
  for (const one of cut) {
    for (const other of cut) {
      const apart = one.end <= other.start || other.end <= one.start;
      const inside = one.start >= other.start && one.end <= other.end;
      assert.ok(apart || inside || (other.start >= one.start && other.end <= one.end), spans(cut).join());
    }
  }
  const length = cut.filter(({ id }) => id === "c").reduce((sum, { start, end }) => sum + end - start, 0);
  assert.equal(length, 6);
});

test("marks are left as they were given", () => {
  const marks = [mark("one", 0, 5), mark("two", 3, 8)];
  nest(marks);
  assert.deepEqual(spans(marks), ["one 0-5", "two 3-8"]);
  assert.deepEqual(nest([]), []);
});
