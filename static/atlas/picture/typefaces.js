/* The typefaces of a picture, in the picture: as the page has them, and only those that it uses. */
import { tag } from "./xml.js";

const ADDRESS = /url\(["']?([^"')]+)["']?\)/;

/**
 * A style sheet with the page's own typefaces of which an SVG says the names.
 * @param {string} svg
 */
export async function typefacesOf(svg) {
  const faces = [...document.styleSheets].flatMap(facesOf).filter(({ family, italic }) => {
    return svg.includes(family) && (!italic || svg.includes("italic"));
  });
  const rules = await Promise.all(faces.map(inlined));
  return rules.length ? tag("style", { type: "text/css" }, rules.join("")) : "";
}

/** @param {CSSStyleSheet} sheet */
function facesOf(sheet) {
  return rulesOf(sheet).flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const { style } = rule;
    const [source, family] = ["src", "font-family"].map((name) => style.getPropertyValue(name));
    const address = ADDRESS.exec(source)?.[1];
    if (!address) return [];
    const italic = style.getPropertyValue("font-style") === "italic";
    const url = new URL(address, sheet.href || document.baseURI).href;
    const weight = style.getPropertyValue("font-weight");
    return [{ family: family.replace(/["']/g, ""), italic, weight, url }];
  });
}

/** @param {CSSStyleSheet} sheet */
function rulesOf(sheet) {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // another host's
  }
}

/** @param {{ family: string, italic: boolean, weight: string, url: string }} face */
async function inlined({ family, italic, weight, url }) {
  const data = url.startsWith("data:") ? url : await dataUri(await (await fetch(url)).blob());
  const style = italic ? "font-style:italic;" : "";
  const source = `src:url(${data}) format('woff2')`;
  return `@font-face{font-family:'${family}';font-weight:${weight || 400};${style}${source}}`;
}

/**
 * Bytes as an address.
 * @param {Blob} blob @returns {Promise<string>}
 */
export function dataUri(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
