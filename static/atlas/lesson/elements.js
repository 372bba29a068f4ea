/* Elements of a lesson. Every text is written as text. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 */
export function make(tag, className = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

/**
 * An element with words in it.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} words
 */
export function written(tag, words, className = "") {
  const element = make(tag, className);
  element.textContent = words;
  return element;
}

/** @param {string} words @param {() => void} act */
export function button(words, act, className = "") {
  const element = written("button", words, className);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

/**
 * A paragraph of runs; a source's own words are marked.
 * @param {Run[]} runs
 */
export function paragraph(runs) {
  const element = make("p");
  for (const [words, own] of runs) element.append(own ? written("mark", words) : words);
  return element;
}

/** @param {{ src: string, alt: string, credit: string }} picture */
export function picture({ src, alt, credit }) {
  const figure = make("figure");
  Object.assign(figure.appendChild(make("img")), { src, alt });
  figure.append(written("figcaption", credit));
  return figure;
}
