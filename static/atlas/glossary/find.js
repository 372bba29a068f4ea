/* Where a text says words of the glossary: whole words, each in the spellings that come with it. */

/** @typedef {{ pattern: RegExp, terms: Map<string, Term>, exact: Map<string, string> }} Finder */
/** @typedef {{ words: string, term: Term | null }} Said */

const SIGNS = /[.*+?^${}()|[\]\\]/g;

/**
 * What finds words in a text, or null where there are none.
 * @param {Term[]} terms @returns {Finder | null}
 */
export function finder(terms) {
  /** @type {Map<string, Term>} */
  const known = new Map();
  /** @type {Map<string, string>} */
  const exact = new Map();
  for (const term of terms) {
    for (const [spelling, capitals] of term.spellings) {
      const key = spelling.toLowerCase();
      if (!known.has(key)) known.set(key, term);
      if (capitals) exact.set(key, spelling);
    }
  }
  if (!known.size) return null;
  const longestFirst = [...known.keys()].sort((one, other) => other.length - one.length);
  const any = longestFirst.map((spelling) => spelling.replace(SIGNS, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${any})(?![\\p{L}\\p{N}_-])`, "giu");
  return { pattern, terms: known, exact };
}

/**
 * A text in parts: words that are said for the first time stand alone, with their term. `seen` are
 * the ids of those that were said before; it grows.
 * @param {string} text @param {Finder} finder @param {Set<string>} seen @returns {Said[]}
 */
export function partsOf(text, { pattern, terms, exact }, seen) {
  /** @type {Said[]} */
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    const words = found[0];
    const key = words.toLowerCase();
    const term = terms.get(key);
    if (!term || seen.has(term.id) || (exact.has(key) && exact.get(key) !== words)) continue;
    seen.add(term.id);
    if (found.index > end) parts.push({ words: text.slice(end, found.index), term: null });
    parts.push({ words, term });
    end = found.index + words.length;
  }
  if (end < text.length) parts.push({ words: text.slice(end), term: null });
  return parts;
}
