import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SvgContext } from "../../../static/atlas/picture/svg-context.js";
import { colourOf, faceOf } from "../../../static/atlas/picture/svg-looks.js";
import { pathData } from "../../../static/atlas/picture/svg-path.js";
import { escaped, tag, worded } from "../../../static/atlas/picture/xml.js";

const ATLAS = new URL("../../../static/atlas/", import.meta.url);
const WINDOW = { x: 0, y: 0, w: 100, h: 100 };

/** A context of which every letter is as wide as half its size. */
function newContext() {
  const measure = {
    font: "",
    measureText: (words) => ({ width: words.length * 5, actualBoundingBoxAscent: 5 }),
  };
  return new SvgContext(measure, () => "data:image/png;base64,");
}

test("whatever a record says stands in a picture as words", () => {
  assert.equal(escaped(`<script>&"'</script>`), "&lt;script&gt;&amp;&quot;'&lt;/script&gt;");
  assert.equal(escaped("a\u0000\u000b\u001f\ufffe\ud800b\u{1f600}\n"), "ab\u{1f600}\n");
  assert.equal(
    worded("text", { x: 1.005, "data-x": '"><' }, "혜산 < 1"),
    '<text x="1" data-x="&quot;&gt;&lt;">혜산 &lt; 1</text>',
  );
  assert.equal(tag("g", { id: "", fill: null, opacity: 0 }), '<g opacity="0"/>');
});

test("everything that our drawing asks of a canvas is known to a picture", () => {
  const calls = new Set();
  for (const room of ["map/ground", "map/journeys", "map/names"]) {
    for (const name of readdirSync(new URL(room, ATLAS))) {
      const text = readFileSync(new URL(`${room}/${name}`, ATLAS), "utf-8");
      for (const [, call] of text.matchAll(/\b(?:ctx|context)\.(\w+)\(/g)) calls.add(call);
    }
  }
  // What makes a canvas ready, and what asks one for its points.
  for (const own of ["setTransform", "clearRect", "getImageData"]) calls.delete(own);
  const context = newContext();
  assert.ok(calls.has("bezierCurveTo") && calls.has("fillText"));
  assert.deepEqual(
    [...calls].filter((call) => typeof context[call] !== "function"),
    [],
  );
});

test("what is drawn is lines, areas and words, with its colour and how much it covers", () => {
  const context = newContext();
  context.globalAlpha = 0.5;
  context.strokeStyle = "rgba(255,255,255,.8)";
  context.setLineDash([4, 2]);
  context.beginPath();
  context.moveTo(1, 2);
  context.lineTo(3, 4);
  context.stroke();
  context.font = 'italic 600 12.5px "Source Serif", serif';
  context.fillStyle = "#12345680";
  context.fillText("Tumen & Yalu", 5, 6);
  const svg = context.svg();
  assert.match(
    svg,
    /<path d="M1 2l2 2" fill="none" stroke="#ffffff" stroke-opacity="0.4"[^>]*stroke-dasharray="4 2"/,
  );
  assert.match(
    svg,
    /font-family="'Source Serif', 'Source Serif 4'[^"]*serif" font-size="12.5" font-weight="600"/,
  );
  assert.match(svg, /font-style="italic"[^>]*textLength="60"[^>]*fill="#123456" fill-opacity="0.25"/);
  assert.match(svg, />Tumen &amp; Yalu<\/text>/);
});

test("a turn and a move are in the numbers, and are taken back", () => {
  const context = newContext();
  context.save();
  context.translate(10, 20);
  context.rotate(Math.PI / 2);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(5, 0);
  context.fill();
  context.fillText("x", 5, 0);
  context.restore();
  context.fillText("y", 1, 2);
  assert.match(
    context.svg(),
    /d="M10 20l0 5".*transform="translate\(10 25\) rotate\(90\)".*<text x="1" y="2"/,
  );
});

test("a disc is a whole circle, and a room shows nothing beside it", () => {
  const context = newContext();
  context.inRoom("map", { x: 3, y: 4, w: 50, h: 40 }, () => {
    context.beginPath();
    context.arc(10, 10, 5, 0, 2 * Math.PI);
    context.fill();
  });
  assert.match(context.svg(), /M15 10a5 5 0 0 1 -10 0a5 5 0 0 1 10 0z/);
  assert.match(context.svg(), /^<defs><clipPath id="clip-1"><rect width="50" height="40"\/>/);
  assert.match(context.svg(), /<g id="map" transform="translate\(3 4\)"><g clip-path="url\(#clip-1\)">/);
});

test("colours that fade are one each, however often they are used", () => {
  const context = newContext();
  for (let time = 0; time < 2; time++) {
    const fade = context.createLinearGradient(0, 0, 10, 0);
    fade.addColorStop(0, "#11223310");
    fade.addColorStop(1, "#112233");
    context.strokeStyle = fade;
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(10, 0);
    context.stroke();
  }
  assert.equal(context.svg().match(/<linearGradient/g).length, 1);
  assert.equal(context.svg().match(/stroke="url\(#fade-1\)"/g).length, 2);
});

/** True where a line comes into the window, by many points of it. */
function comesIn(a, b) {
  return Array.from({ length: 201 }, (_, i) => i / 200).some((part) => {
    const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
    return x > WINDOW.x && x < WINDOW.x + WINDOW.w && y > WINDOW.y && y < WINDOW.y + WINDOW.h;
  });
}

/** The corners of a path without turns. */
function cornersOf(data) {
  let at = { x: 0, y: 0 };
  return [...data.matchAll(/[Ml](-?[\d.]+) (-?[\d.]+)/g)].map(([word, x, y]) => {
    at = word[0] === "M" ? { x: +x, y: +y } : { x: at.x + +x, y: at.y + +y };
    return at;
  });
}

test("what is left out of a path beside the window changes nothing in it", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  let shorter = 0;
  for (let round = 0; round < 300; round++) {
    const points = Array.from({ length: 12 }, () => ({
      x: Math.round(random() * 900 - 400),
      y: Math.round(random() * 900 - 400),
    }));
    const pieces = points.map((point, at) => ({ kind: at ? "L" : "M", points: [point] }));
    const kept = cornersOf(pathData(pieces, WINDOW));
    const lines = (corners) =>
      corners
        .slice(1)
        .map((to, at) => [corners[at], to])
        .filter(([a, b]) => comesIn(a, b));
    assert.deepEqual(lines(kept), lines(points));
    shorter += points.length - kept.length;
  }
  assert.ok(shorter > 100);
});

test("colours and typefaces of a canvas are read as browsers write them", () => {
  assert.deepEqual(colourOf("#abc"), { colour: "#aabbcc", opacity: 1 });
  assert.deepEqual(colourOf("rgb(35 38 43 / 50%)"), { colour: "#23262b", opacity: 0.5 });
  assert.deepEqual(colourOf("rgba(251, 250, 246, 0)"), { colour: "#fbfaf6", opacity: 0 });
  assert.equal(faceOf('400 13px "Source Sans", system-ui, sans-serif')["font-weight"], null);
  assert.doesNotMatch(faceOf('400 13px "Source Sans", system-ui, sans-serif')["font-family"], /system-ui/);
});
