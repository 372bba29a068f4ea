import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf } from "../../../static/atlas/picture/files.js";
import { screenRooms, slideRooms } from "../../../static/atlas/picture/rooms.js";
import { footLines, headLines, heightOf } from "../../../static/atlas/picture/sheet.js";
import { linesOf, withRoom } from "../../../static/atlas/picture/words.js";
import { overlap } from "../../../static/atlas/map/plane/rectangles.js";

const measure = (words) => words.length * 6;
const BODY = { x: 30, y: 90, w: 1220, h: 520 };
const legend = (width) => (width < 700 ? 80 : 40);
const NAMES = {
  names: [
    ["UnHerd 2023", 1],
    ["BBC News 2004", 2],
    ["Radio Free Asia 2009", 1],
  ],
  total: 9,
};
const WORDS = {
  title: "A title",

  review: "All are drafts.",
  site: "Ways out",
  strings: {
    who: "Who says so: {names}.",
    whoOwn: "Who says so. {title}: {names}.",
    restTime: "Sources of all else on the timeline: {n}.",
    more: "{names}; and {n} more sources",
    sources: "{n} sources",
    taken: "picture taken on {day}",
  },
};

test("on a slide map, legend and timeline lie within the body and on nothing else", () => {
  for (const what of ["map", "time", "both"]) {
    const rooms = slideRooms(what, BODY, legend);
    const own = [rooms.map, rooms.legend, rooms.time].filter(Boolean);
    assert.equal(own.length, { map: 2, time: 1, both: 3 }[what]);
    for (const room of own) {
      assert.ok(room.x >= BODY.x && room.x + room.w <= BODY.x + BODY.w, what);
      assert.ok(room.y >= BODY.y && room.y + room.h <= BODY.y + BODY.h, what);
      assert.ok(!own.some((other) => other !== room && overlap(room, other)), what);
    }
  }
});

test("a picture as on the screen is as long as what is in it", () => {
  const rooms = screenRooms("both", { x: 18, y: 60, w: 350 }, { map: 400, time: 300 }, legend);
  assert.deepEqual([rooms.map.h, rooms.time.h, rooms.map.w], [400, 300, 350]);
  assert.equal(rooms.height, rooms.time.y + 300);
  assert.ok(rooms.time.y >= rooms.legend.y + rooms.legend.h);
});

test("no line is wider than its room, a word of 200 letters neither, and no word is lost", () => {
  const words = `From Musan to ${"가".repeat(200)} by train`;
  const lines = linesOf(words, 120, measure);
  assert.ok(lines.every((line) => measure(line) <= 120));
  assert.equal(lines.join("").replaceAll(" ", ""), words.replaceAll(" ", ""));
  assert.deepEqual(linesOf("", 120, measure), []);
});

test("sources that have no room are counted", () => {
  const say = (names, more) => `${names.join("; ")} + ${more}`;
  const whole = (words) => linesOf(words, 600, measure);
  assert.deepEqual(withRoom(NAMES, say, 1, whole), [
    "UnHerd 2023; BBC News 2004 (2); Radio Free Asia 2009 + 5",
  ]);
  const narrow = (words) => linesOf(words, 130, measure);
  assert.deepEqual(withRoom(NAMES, say, 1, narrow), ["UnHerd 2023 + 8"]);
  assert.deepEqual(withRoom({ names: [], total: 0 }, say, 1, narrow), ["+ 0"]);
});

test("a picture says who says so, how far it was reviewed, whose map it is, its address and its day", () => {
  const about = { whose: NAMES, credit: "Made with Natural Earth.", day: "29 November 2026", slide: true };
  const lines = footLines(WORDS, { ...about, address: "https://a.org/?kind=attempt" }, 1200, () => measure);
  assert.deepEqual(
    lines.map(({ text }) => text),
    [
      "Who says so: UnHerd 2023; BBC News 2004 (2); Radio Free Asia 2009; and 5 more sources.",
      "All are drafts. Made with Natural Earth.",
      "Ways out · https://a.org/?kind=attempt · picture taken on 29 November 2026",
    ],
  );
  assert.ok(heightOf(lines) > 3 * 12);
  const head = headLines(WORDS, "54 journeys.", 1200, () => measure);
  assert.deepEqual(
    head.map(({ text }) => text),
    ["A title", "54 journeys."],
  );
});

test("the name of a file says what it shows, of which selection, and of which day", () => {
  const day = new Date(2026, 0, 5);
  assert.equal(nameOf("both", "kim-1996", "svg", day), "ways-out-map-and-timeline-kim-1996-2026-01-05.svg");
  assert.equal(nameOf("map", "", "png", day), "ways-out-map-2026-01-05.png");
  assert.equal(
    nameOf("time", "kr/../x 1990-1999", "png-2x", day),
    "ways-out-timeline-kr-x-1990-1999-2026-01-05-2x.png",
  );
});

test("whoever tells the open journey is named as its own, and all else is counted", () => {
  const about = { what: "time", credit: "", day: "1 May", address: "", slide: true };
  const own = { title: "Lee So-Yeon", names: [["UnHerd 2023", 1], ["Chosun Ilbo 2016", 1]], total: 2 };
  const said = (rest) =>
    footLines(WORDS, { ...about, whose: { ...NAMES, own: { ...own, rest } } }, 1200, () => measure)[0].text;
  assert.equal(
    said(146),
    "Who says so. Lee So-Yeon: UnHerd 2023; Chosun Ilbo 2016. Sources of all else on the timeline: 146.",
  );
  assert.equal(said(0), "Who says so. Lee So-Yeon: UnHerd 2023; Chosun Ilbo 2016.");
});
