/* Numbered stops and their labels in a picture, as their elements look on the map. */

/** @typedef {import("./svg-context.js").SvgContext} SvgContext */
/** @typedef {ReturnType<import("../map/journeys/stops.js").Stops["signs"]>[number]} Sign */

const DISC_PX = 10; // radius, to the middle of its ring
const DOT_PX = 3;
const DASH = [4, 3];

/** @param {SvgContext} context @param {Sign[]} signs */
export function paintStops(context, signs) {
  context.globalAlpha = 1;
  for (const sign of signs) if (sign.lead && sign.drawn) paintLead(context, sign);
  for (const sign of signs) {
    if (sign.box.classList.contains("disc")) paintDisc(context, sign);
    else if (sign.drawn) paintLabel(context, sign.box, sign.drawn);
  }
}

/** @param {SvgContext} context @param {Sign} sign */
function paintDisc(context, { at, box, drawn }) {
  const [number, name] = [box.querySelector("b"), box.querySelector("span")];
  if (!number || !name) return;
  const look = getComputedStyle(number);
  context.beginPath();
  context.arc(at.x, at.y, DISC_PX, 0, 2 * Math.PI);
  outlined(context, look);
  written(context, look, number.textContent || "", at);
  if (!drawn) return;
  const own = getComputedStyle(name);
  const middle = { x: drawn.x + drawn.w / 2, y: drawn.y + drawn.h / 2 };
  written(context, own, name.textContent || "", middle, haloOf(own));
}

/** @param {SvgContext} context @param {HTMLElement} box @param {Rect} drawn */
function paintLabel(context, box, { x, y, w, h }) {
  const look = getComputedStyle(box);
  context.beginPath();
  context.roundRect(x + 1, y + 1, w - 2, h - 2, parseFloat(look.borderTopLeftRadius));
  outlined(context, look);
  written(context, look, box.textContent || "", { x: x + w / 2, y: y + h / 2 });
}

/**
 * The line from an area to its label beside it.
 * @param {SvgContext} context @param {Sign} sign
 */
function paintLead(context, { at, box, drawn }) {
  const { x, y, w, h } = /** @type {Rect} */ (drawn);
  context.fillStyle = context.strokeStyle = getComputedStyle(box).borderTopColor;
  context.lineWidth = 1.4;
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(at.x, at.y);
  context.lineTo(Math.min(Math.max(at.x, x), x + w), Math.min(Math.max(at.y, y), y + h));
  context.stroke();
  context.beginPath();
  context.arc(at.x, at.y, DOT_PX, 0, 2 * Math.PI);
  context.fill();
}

/** @param {SvgContext} context @param {CSSStyleDeclaration} look */
function outlined(context, look) {
  context.fillStyle = look.backgroundColor;
  context.strokeStyle = look.borderTopColor;
  context.lineWidth = parseFloat(look.borderTopWidth);
  context.setLineDash(look.borderTopStyle === "dashed" ? DASH : []);
  context.fill();
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {SvgContext} context @param {CSSStyleDeclaration} look @param {string} words
 * @param {XY} middle @param {string} [halo]
 */
function written(context, look, words, { x, y }, halo) {
  context.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  if (halo) {
    context.strokeStyle = halo;
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeText(words, x, y);
  }
  context.fillStyle = look.color;
  context.fillText(words, x, y);
}

/** @param {CSSStyleDeclaration} look */
function haloOf({ textShadow }) {
  return /rgba?\([^)]*\)|#[\da-f]+/i.exec(textShadow)?.[0];
}
