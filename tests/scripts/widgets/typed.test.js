import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.MutationObserver = class {};
const { afterKeys } = await import("../../../static/atlas/widgets/typed.js");

test("a key takes the place of what is selected", () => {
  assert.deepEqual(afterKeys("Hyesan", 2, 4, ["s", "u"]), { text: "Hysuan", start: 4, end: 4, last: "" });
  assert.deepEqual(afterKeys("Hyesan", 0, 6, ["Backspace"]), { text: "", start: 0, end: 0, last: "" });
});

test("a key that goes back takes the letter before the caret, where there is one", () => {
  assert.deepEqual(afterKeys("혜산", 2, 2, ["Backspace", "Backspace", "Backspace", "a"]), {
    text: "a", start: 1, end: 1, last: "",
  });
});

test("what comes after a key that sends or leaves is for nobody", () => {
  assert.deepEqual(afterKeys("", 0, 0, ["a", "Enter", "b"]), { text: "a", start: 1, end: 1, last: "Enter" });
});
