import assert from "node:assert/strict";
import { test } from "node:test";

import { eventsOf } from "../../../static/atlas/time/lights.js";

test("what is outside the chosen years is passed too, in its order in time", () => {
  const shown = { name: "events", customdata: ["a"], x: ["2003-07-31"], y: [5], hovertext: ["<b>A</b>"] };
  const hovertext = ["<b>B</b><br>in 2005", "<b>C</b>"];
  const shadow = { name: "shadow events", x: ["2005-01-01", "1999-01-01"], y: [6, 7], hovertext };
  const events = eventsOf([shown, shadow, { name: "event names", x: ["2001-01-01"], y: [1] }]);
  assert.deepEqual(events.map(({ line }) => line), ["C", "A", "B · in 2005"]);
  assert.deepEqual(events.map(({ y }) => y), [7, 5, 6]);
});
