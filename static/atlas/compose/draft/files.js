/* Files of a lesson: written to the reader's disk, and read from it again. No server keeps one. */
import { withPictures } from "./pictures.js";

const MOST_FILE = 40_000_000; // bytes
const PART = /<!--part:([\w-]+)-->/g;
const UNPACKED = /<script type="text\/unpacked">([\s\S]*?)<\/script>/g;
const STORY = '<script type="application/json" id="lesson-story">';
const END = "</body>";
const SLICE = 8192; // bytes that one call takes

/**
 * The name of a file that holds a lesson.
 * @param {string} [title]
 */
export function fileName(title) {
  const words = (title || "").normalize("NFKD").toLowerCase().match(/[a-z0-9]+/g) || [];
  return words.join("-").slice(0, 60).replace(/-$/, "") || "lesson";
}

/** @param {string} text @param {string} name @param {string} kind */
export function save(text, name, kind) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * A page with everything in it: its parts in their places, its pictures, and the text of its story, from
 * which it can be opened again.
 * @param {string} page @param {Record<string, string>} parts @param {string[]} pictures
 * @param {string} [story]
 */
export async function wholePage(page, parts, pictures, story) {
  const own = withPictures(page, pictures);
  const packed = await Promise.all([...own.matchAll(UNPACKED)].map(([, code]) => pack(code)));
  const whole = own
    .replace(UNPACKED, () => `<script type="text/packed">${packed.shift()}</script>`)
    .replace(PART, (_, name) => parts[name]);
  const end = whole.lastIndexOf(END);
  return story ? whole.slice(0, end) + storyInside(story) + whole.slice(end) : whole;
}

/** @param {string} story */
function storyInside(story) {
  const told = JSON.stringify(story).replaceAll("<", "\\u003c");
  return `${STORY}${told}</script>\n`;
}

/** @param {string} code */
async function pack(code) {
  const stream = new Blob([code]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += SLICE) {
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  }
  return btoa(text);
}

/**
 * The text of the story that a file holds. Throws an `Error` with the name of a sentence.
 * @param {File} file
 */
export async function storyIn(file) {
  if (file.size > MOST_FILE) throw new Error("fileLarge");
  const text = await file.text();
  if (!/^\s*<(?:!doctype|html)/i.test(text)) return text;
  const [, told = ""] = text.split(STORY, 2);
  try {
    return String(JSON.parse(told.slice(0, told.indexOf("</script>"))));
  } catch {
    throw new Error("fileWithout");
  }
}
