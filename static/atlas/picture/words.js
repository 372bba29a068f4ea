/* Words of a picture in lines: how they break, and how many names of a list have room. */

/** @typedef {(words: string) => number} Width */

/**
 * Words in lines of a width; a word that is wider is broken.
 * @param {string} words @param {number} width @param {Width} measure
 */
export function linesOf(words, width, measure) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = piecesOf(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces[pieces.length - 1];
  }
  return line ? [...lines, line] : lines;
}

/** @param {string} word @param {number} width @param {Width} measure */
function piecesOf(word, width, measure) {
  const pieces = [""];
  for (const sign of word) {
    const last = pieces.length - 1;
    if (pieces[last] && measure(pieces[last] + sign) > width) pieces.push(sign);
    else pieces[last] += sign;
  }
  return pieces;
}

/**
 * As many names of sources as have room in so many lines, and how many more sources there are.
 * @param {Names} credit @param {(names: string[], more: number) => string} say
 * @param {number} most lines @param {(words: string) => string[]} lines
 */
export function withRoom({ names, total }, say, most, lines) {
  for (let count = names.length; count > 0; count--) {
    const some = names.slice(0, count);
    const more = total - some.reduce((sum, [, n]) => sum + n, 0);
    const told = lines(
      say(
        some.map(([name, n]) => (n > 1 ? `${name} (${n})` : name)),
        more,
      ),
    );
    if (told.length <= most) return told;
  }
  return lines(say([], total));
}
