/* What pages get for taking pictures, as the properties of `window.AtlasPicture`. */
import { PictureDialog } from "./dialog.js";

/**
 * Opens the dialog that takes a picture of a map and a timeline.
 * @param {import("./picture.js").Subject} subject @param {Document} page
 */
export function takePicture(subject, page = document) {
  return new PictureDialog(subject, page);
}
