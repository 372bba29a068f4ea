/* Colours and typefaces of a canvas as the attributes of SVG. */

// By what the typefaces are called where they are installed: a drawing program knows none in a file.
const ALSO = /** @type {Record<string, string[]>} */ ({
  "Source Sans": ["Source Sans 3", "Source Sans Pro", "Noto Sans"],
  "Source Serif": ["Source Serif 4", "Source Serif Pro", "Noto Serif"],
});
const FACE = /^(italic\s+)?(?:(\d{3}|bold|normal)\s+)?([\d.]+)px(?:\/\S+)?\s+(.+)$/;
const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const NUMBERS = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)$/i;

/**
 * A colour without what shows through it, and how much it covers.
 * @param {string} style as a canvas takes it
 */
export function colourOf(style) {
  const hex = HEX.exec(style.trim());
  if (hex) return ofHex(hex[1]);
  const numbers = NUMBERS.exec(style.trim());
  if (!numbers) return { colour: style, opacity: 1 };
  const [red, green, blue] = numbers.slice(1, 4).map((value) => Math.round(Number(value)));
  const part = numbers[4] || "1";
  const opacity = part.endsWith("%") ? parseFloat(part) / 100 : Number(part);
  return { colour: `#${[red, green, blue].map(twoDigits).join("")}`, opacity };
}

/** @param {string} digits */
function ofHex(digits) {
  const all = digits.length < 6 ? [...digits].map((one) => one + one).join("") : digits;
  const opacity = all.length === 8 ? parseInt(all.slice(6), 16) / 255 : 1;
  return { colour: `#${all.slice(0, 6)}`, opacity };
}

/** @param {number} value */
function twoDigits(value) {
  return value.toString(16).padStart(2, "0");
}

/**
 * The attributes of a typeface.
 * @param {string} font as a canvas takes it
 */
export function faceOf(font) {
  const [, italic, weight, size, families] = FACE.exec(font.trim()) || [null, "", "", "10", font];
  return {
    "font-family": familiesOf(families),
    "font-size": Number(size),
    "font-weight": !weight || weight === "400" || weight === "normal" ? null : weight,
    "font-style": italic ? "italic" : null,
  };
}

/**
 * Names of typefaces, the wanted one first.
 * @param {string} families
 */
export function familiesOf(families) {
  const names = families.split(",").map((name) => name.trim().replace(/^["']|["']$/g, ""));
  const all = names.flatMap((name) => [name, ...(ALSO[name] || [])]);
  const plain = all.filter((name) => name !== "system-ui");
  return [...new Set(plain)].map((name) => (/\s/.test(name) ? `'${name}'` : name)).join(", ");
}
