/* Between pictures of points and pictures of lines: hills for an SVG, and an SVG as PNG. */

const FINE = 1.5; // points of a picture to a pixel
const STEP = 12; // of 255 shades, so that a picture is a third as large

/**
 * A part of a picture as an address. One that darkens or lightens what lies below becomes black or
 * white that lets as much of it through, since not every program can mix colours.
 * @type {import("./svg-context.js").Raster}
 */
export function rastered(picture, { x, y, w, h }, size, how) {
  const scale = Math.min(1, (FINE * size.w) / w);
  const [canvas, context] = canvasOf(Math.round(w * scale), Math.round(h * scale));
  context.drawImage(picture, x, y, w, h, 0, 0, canvas.width, canvas.height);
  if (how !== "source-over") thinned(context, canvas, how === "multiply");
  return canvas.toDataURL("image/png");
}

/** @param {CanvasRenderingContext2D} context @param {HTMLCanvasElement} canvas @param {boolean} darkens */
function thinned(context, { width, height }, darkens) {
  const points = context.getImageData(0, 0, width, height);
  const { data } = points;
  for (let at = 0; at < data.length; at += 4) {
    const light = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
    data[at] = data[at + 1] = data[at + 2] = darkens ? 0 : 255;
    const covers = (data[at + 3] * (darkens ? 255 - light : light)) / 255;
    data[at + 3] = Math.round(covers / STEP) * STEP;
  }
  context.putImageData(points, 0, 0);
}

/**
 * An SVG as PNG, so many points wide and high.
 * @param {string} svg @param {number[]} points @returns {Promise<Blob>}
 */
export async function pngOf(svg, [width, height]) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
    const [canvas, context] = canvasOf(width, height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {number} width @param {number} height @returns {[HTMLCanvasElement, CanvasRenderingContext2D]} */
function canvasOf(width, height) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  return [canvas, /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"))];
}
