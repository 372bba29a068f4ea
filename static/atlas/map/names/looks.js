/* How each kind of name looks, and how wide it is. */

export const SERIF = '"Source Serif", "Source Serif 4", Georgia, "Noto Serif", "Noto Serif CJK KR", serif';
export const SANS = '"Source Sans", "Source Sans 3", "Noto Sans", "Noto Sans CJK KR", system-ui, sans-serif';
const LINE_HEIGHT = 1.18;

/**
 * @param {string} face @param {number} px @param {number} spacing @param {string} colour
 * @param {number} halo @returns {Look}
 */
function look(face, px, spacing, colour, halo) {
  return { font: face.replace("*", `${px}px`), px, spacing, colour, halo };
}

/** @type {Record<NameKind, (px: number, colours: Colours) => Look>} */
const LOOKS = {
  country: (px, colours) => look(`400 * ${SERIF}`, px, px * 0.17, colours.countryName, 3),
  sea: (px, colours) => look(`italic 400 * ${SERIF}`, px, px * 0.1, colours.waterName, 0),
  lake: (px, colours) => look(`italic 400 * ${SERIF}`, px, 0.2, colours.waterName, 2.5),
  river: (px, colours) => look(`italic 400 * ${SERIF}`, px, 0.4, colours.waterName, 2.5),
  capital: (px, colours) => look(`600 * ${SANS}`, px, 0, colours.town, 3),
  town: (px, colours) => look(`400 * ${SANS}`, px, 0, colours.town, 3),
  province: (px, colours) => look(`400 * ${SERIF}`, px, px * 0.12, colours.provinceName, 2.5),
};

/**
 * The look of a kind of name in a view, whose letters may have a least size.
 * @param {World} world @param {NameKind} kind @param {number} px
 */
export function lookIn({ leastPx, colours }, kind, px) {
  return LOOKS[kind](Math.max(leastPx, px), colours);
}

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * Calls at once when no typeface is loading, and again whenever one has loaded: names grow or
 * shrink with it. A page may ask for its typefaces only after `ready` has come true.
 * @param {FontFaceSet} typefaces of the page @param {() => void} call
 */
export function whenTypefacesLoad(typefaces, call) {
  typefaces.ready.then(call);
  typefaces.addEventListener("loadingdone", call);
}

/** Forgets how wide names are, as after a typeface has loaded. */
export function forgetWidths() {
  widths.clear();
}

/**
 * Measures lines on a canvas, each once.
 * @param {CanvasRenderingContext2D} ctx @returns {Measure}
 */
export function measureOn(ctx) {
  return (line, look) => {
    const key = look.font + look.spacing + line;
    let width = widths.get(key);
    if (width === undefined) {
      setFont(ctx, look);
      width = ctx.measureText(spaced(ctx, line, look)).width;
      widths.set(key, width);
    }
    return width;
  };
}

/**
 * The size of lines below each other.
 * @param {Measure} measure @param {string[]} lines @param {Look} look @returns {Size}
 */
export function sizeOf(measure, lines, look) {
  return { w: Math.max(...lines.map((line) => measure(line, look))), h: lineHeight(look) * lines.length };
}

/** @param {Look} look */
export function lineHeight({ px }) {
  return px * LINE_HEIGHT;
}

/** @param {CanvasRenderingContext2D} ctx @param {Look} look */
export function setFont(ctx, look) {
  ctx.font = look.font;
  if ("letterSpacing" in ctx) ctx.letterSpacing = `${look.spacing}px`;
}

/**
 * Where the browser cannot space letters, hair spaces do.
 * @param {CanvasRenderingContext2D} ctx @param {string} line @param {Look} look
 */
export function spaced(ctx, line, look) {
  return look.spacing < 1 || "letterSpacing" in ctx ? line : Array.from(line).join("\u200a");
}
