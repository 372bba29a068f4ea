/* Pictures of a draft: read from a file, made small enough, and held by the browser alone.
 *
 * The server is told a short word for each picture and gives it back wherever the picture belongs.
 */
export const KINDS = ["image/jpeg", "image/png", "image/webp"];
export const MOST_FILE = 20_000_000; // bytes of what is chosen
export const MOST_DATA = 400_000; // signs of one picture in the draft
export const MOST_TOGETHER = 2_400_000;
const LONGEST_PX = [1600, 1200, 900, 700, 500];
const QUALITY = 0.82;
const DATA = /data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}/g;
const HELD = /data:image\/jpeg;base64,held(\d{4})/g;
const NAME = /[^A-Za-z0-9._-]+/g;

/** @typedef {{ file: string, data: string }} HeldPicture */

/**
 * A picture that was chosen, small enough for the draft. Throws an `Error` with the name of a sentence.
 * @param {File} file @returns {Promise<HeldPicture>}
 */
export async function readPicture(file) {
  if (!KINDS.includes(file.type)) throw new Error("pictureKind");
  if (file.size > MOST_FILE) throw new Error("pictureLarge");
  const drawn = await createImageBitmap(file).catch(() => null);
  if (!drawn) throw new Error("pictureKind");
  for (const longest of LONGEST_PX) {
    const data = smaller(drawn, longest);
    if (data.length <= MOST_DATA) return { file: pictureName(file.name), data };
  }
  throw new Error("pictureLarge");
}

/** @param {ImageBitmap} drawn @param {number} longest */
function smaller(drawn, longest) {
  const scale = Math.min(1, longest / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "white"; // what can be seen through is paper
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", QUALITY);
}

/** A name for a picture that a story's file may have. @param {string} name */
export function pictureName(name) {
  const stem = name.replace(/\.[^.]*$/, "").replace(NAME, "-").replace(/^[^A-Za-z0-9]+/, "");
  return `${stem.slice(0, 60) || "picture"}.jpg`;
}

/** True for a picture itself, and for no address elsewhere. @param {any} data */
export function isPicture(data) {
  return typeof data === "string" && data.replace(DATA, "") === "" && data !== "";
}

/**
 * A text with a short word in place of each picture, and the pictures.
 * @param {string} text @returns {{ text: string, pictures: string[] }}
 */
export function withoutPictures(text) {
  /** @type {Map<string, number>} */
  const known = new Map();
  const short = text.replace(DATA, (picture) => {
    const number = known.get(picture) ?? known.size;
    known.set(picture, number);
    return `data:image/jpeg;base64,held${String(number).padStart(4, "0")}`;
  });
  return { text: short, pictures: [...known.keys()] };
}

/**
 * A text with the pictures back in their places.
 * @param {string} text @param {string[]} pictures
 */
export function withPictures(text, pictures) {
  return text.replace(HELD, (word, number) => pictures[Number(number)] ?? word);
}
