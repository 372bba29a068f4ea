/* A draft as the text of a story's file, in YAML: texts, lists, and keys with values. */

/** The keys in the order in which a person reads them; any other ones come behind. */
const ORDER = [
  ["title", "for", "minutes", "subject", "level", "heading", "ask", "file"],
  ["text", "plain", "care", "summary", "goals", "prepare", "words", "debrief", "further"],
  ["show", "open", "period", "within", "countries", "kinds", "outcomes", "told_by", "layers", "camera"],
  ["question", "choices", "number", "place", "model", "answer", "why", "tasks", "picture", "notes"],
  ["sources", "alt", "credit", "data", "steps"],
].flat();
const WIDTH = 90;
const HOW_TO = "# What each key means: annotations/stories/README.md\n";
const PLAIN = /^[\p{L}(“][\p{L}\p{N} ,.;()’“”…–[\]/_-]*$/u; // reads as text whatever stands in it
const PICTURE = /^data:image\/[a-z]+;base64,[A-Za-z0-9+/=]+$/;
const OTHER_THAN_TEXT = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u; // must be written as its number
const LONG = 70;

/** @param {{ [key: string]: any }} draft */
export function toYaml(draft) {
  return HOW_TO + keysOf(draft, "");
}

/** @param {{ [key: string]: any }} keys @param {string} indent @returns {string} */
function keysOf(keys, indent) {
  const names = Object.keys(keys).sort((one, other) => rank(one) - rank(other));
  return names.map((name) => `${indent}${scalar(name)}:${valueOf(keys[name], indent)}`).join("");
}

/** @param {string} name */
function rank(name) {
  const found = ORDER.indexOf(name);
  return found < 0 ? ORDER.length : found;
}

/** What stands behind the colon of a key. @param {any} value @param {string} indent @returns {string} */
function valueOf(value, indent) {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (!value.length) return " []\n";
    return `\n${value.map((each) => itemOf(each, deeper)).join("")}`;
  }
  if (typeof value === "object" && value !== null) return `\n${keysOf(value, deeper)}`;
  return textOf(String(value ?? ""), deeper);
}

/** @param {any} value @param {string} indent */
function itemOf(value, indent) {
  const deeper = `${indent}  `;
  if (typeof value !== "object" || value === null) return `${indent}-${textOf(String(value ?? ""), deeper)}`;
  return `${indent}- ${keysOf(value, deeper).slice(deeper.length)}`;
}

/**
 * A text in the line of its key, or below it where it is long.
 * @param {string} text @param {string} indent
 */
function textOf(text, indent) {
  const isBlock = (text.length > LONG || text.includes("\n")) && !/\s/.test(text[0]);
  if (!isBlock || PICTURE.test(text) || UNSEEN.test(text.replaceAll("\n", ""))) return ` ${scalar(text)}\n`;
  const lines = text.split("\n").flatMap(wrapped);
  return ` |\n${lines.map((line) => (line ? `${indent}${line}\n` : "\n")).join("")}`;
}

/** A text within one line. @param {string} text */
function scalar(text) {
  if (PICTURE.test(text)) return text;
  const isPlain = PLAIN.test(text) && text === text.trim() && !OTHER_THAN_TEXT.test(text);
  if (isPlain) return text;
  const number = (/** @type {string} */ sign) => sign.charCodeAt(0).toString(16).padStart(4, "0");
  return JSON.stringify(text).replace(new RegExp(UNSEEN, "gu"), (sign) => `\\u${number(sign)}`);
}

/** @param {string} line */
function wrapped(line) {
  /** @type {string[]} */
  const lines = [];
  for (const word of line.split(" ")) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length < WIDTH) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
