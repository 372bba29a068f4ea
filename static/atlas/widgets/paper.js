/* Charts on paper: what was drawn for a dark room is put into the colours of a light one. */

const WRITTEN = ["fill", "stroke", "background", "background-color"];
const SHEET = ".js-plotly-plot [style]";

/**
 * Has charts in the colours of paper while the page is printed.
 * @param {AbortSignal} signal
 */
export function colourForPaper(signal) {
  /** @type {(() => void)[]} */
  let undo = [];
  window.addEventListener("beforeprint", () => (undo = recoloured(pairs())), { signal });
  window.addEventListener("afterprint", () => undo.forEach((again) => again()), { signal });
}

/**
 * What each colour of the sheet, as a browser writes it, is on paper.
 * @returns {Map<string, string>}
 */
function pairs() {
  const here = colours();
  document.documentElement.setAttribute("data-paper", "");
  const paper = colours();
  document.documentElement.removeAttribute("data-paper");
  return new Map(here.map((one, at) => [one, paper[at]]));
}

/** Every colour of the sheet as it is now. */
function colours() {
  const probe = document.body.appendChild(document.createElement("i"));
  const { style } = probe;
  const found = names().map((name) => {
    style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return found;
}

/** The names of all colours. */
function names() {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  const sheets = rules.filter((rule) => rule instanceof CSSStyleRule && rule.selectorText === ":root");
  const styles = sheets.map((rule) => /** @type {CSSStyleRule} */ (rule).style);
  return styles.flatMap((style) => [...style].filter((name) => /#/.test(style.getPropertyValue(name))));
}

/** @param {Map<string, string>} colours */
function recoloured(colours) {
  /** @type {(() => void)[]} */
  const undo = [];
  for (const { style } of /** @type {NodeListOf<SVGElement>} */ (document.querySelectorAll(SHEET))) {
    for (const name of WRITTEN) {
      const before = style.getPropertyValue(name);
      const paper = colours.get(before);
      if (!paper) continue;
      style.setProperty(name, paper);
      undo.push(() => style.setProperty(name, before));
    }
  }
  return undo;
}
