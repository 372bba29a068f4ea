/* The picture of a step: chosen from this computer, with what is on it and whose it is. */
import { button, make, written } from "../../lesson/elements.js";
import { isPicture, KINDS, readPicture } from "../draft/pictures.js";
import { field, labelled, nameOf, problemAt } from "./fields.js";

/** @param {import("./fields.js").Room} room @param {import("../draft/changes.js").Place} place */
export function pictureForm(room, place) {
  const { words } = room;
  const picture = room.get(place);
  const box = make("div");
  const said = make("p", "compose-problem");
  said.setAttribute("role", "status");
  said.hidden = true;
  const input = make("input");
  Object.assign(input, { type: "file", accept: KINDS.join(",") });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const read = await readPicture(file);
      room.set(place, { ...room.get(place), ...read }, nameOf([...place, "alt"]), true);
    } catch (error) {
      const name = error instanceof Error ? error.message : "";
      said.textContent = words[name] || words.pictureKind;
      said.hidden = false;
    }
  });
  box.append(labelled(input, [...place, "file"], words.pictureFile, words.pictureHelp), said);
  if (!picture) return box;
  if (isPicture(picture.data)) {
    const image = box.appendChild(make("img", "compose-picture"));
    Object.assign(image, { src: picture.data, alt: picture.alt || "" });
  } else box.append(written("p", words.pictureElsewhere, "compose-help"));
  const drop = () => room.set(place, undefined, nameOf([...place, "file"]));
  const remove = button(words.pictureRemove, drop, "compose-button");
  remove.dataset.name = nameOf([...place, "remove"]);
  box.append(
    field(room, [...place, "alt"], words.pictureAlt, { help: words.pictureAltHelp }),
    field(room, [...place, "credit"], words.pictureCredit, { help: words.pictureCreditHelp }),
    problemAt([...place, "data"]),
    remove,
  );
  return box;
}
