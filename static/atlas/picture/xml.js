/* XML as text: whatever a record says stands in it as words, never as signs of the language. */

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Signs that no document may hold, and halves of pairs that have lost the other one.
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** @typedef {Record<string, string | number | null | undefined>} Attributes without a value: left out */

/**
 * Words as they stand in XML, also in an attribute.
 * @param {string} words
 */
export function escaped(words) {
  return words.replace(UNWRITABLE, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}

/**
 * An element; what it holds is XML already.
 * @param {string} name @param {Attributes} attributes @param {string} [content]
 */
export function tag(name, attributes, content = "") {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : escaped(String(value))}"`)
    .join("");
  return content ? `<${name}${own}>${content}</${name}>` : `<${name}${own}/>`;
}

/**
 * An element that holds words.
 * @param {string} name @param {Attributes} attributes @param {string} words
 */
export function worded(name, attributes, words) {
  return tag(name, attributes, escaped(words));
}

/**
 * A number with at most two digits behind its point.
 * @param {number} value
 */
export function number(value) {
  return String(Math.round(value * 100) / 100);
}
