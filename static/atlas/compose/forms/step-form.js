/* The form of one step: its words, what is seen, who says so, a picture, and tasks. */
import { make, written } from "../../lesson/elements.js";
import { field, fold, group, nameOf } from "./fields.js";
import { pictureForm } from "./picture-form.js";
import { seen } from "./seen.js";
import { sources } from "./sources.js";
import { tasks } from "./tasks.js";

/**
 * @param {import("./fields.js").Room} room @param {number} n of the step, from 0
 * @param {{ offered: { cite: string, title: string }[], cited: { cite: string, title: string }[] }} told what
 *   the server says of its sources
 */
export function stepForm(room, n, told) {
  const { words } = room;
  const place = (/** @type {string} */ key) => ["steps", n, key];
  const has = (/** @type {string[]} */ ...keys) => keys.some((key) => room.get(place(key)));
  const form = make("div", "compose-form");
  const title = written("h2", words.stepTitle.replace("{n}", String(n + 1)));
  title.tabIndex = -1;
  title.dataset.name = nameOf(["steps", n]);
  form.append(
    title,
    field(room, place("heading"), words.heading),
    field(room, place("text"), words.text, { rows: 6, help: words.textHelp }),
    field(room, place("question"), words.question, { rows: 2 }),
    seen(room, n),
    group(words.sources, [sources(room, n, told)]),
    fold(words.moreWords, has("notes", "care", "minutes", "plain"), [
      field(room, place("notes"), words.notes, { rows: 3, help: words.notesHelp }),
      field(room, place("care"), words.care, { help: words.careHelp }),
      field(room, place("minutes"), words.stepMinutes, { kind: "number" }),
      field(room, place("plain"), words.plain, { rows: 4, help: words.plainHelp }),
    ]),
    fold(words.picture, has("picture"), [pictureForm(room, place("picture"))]),
    fold(words.tasks, has("tasks"), [tasks(room, place("tasks"))]),
  );
  return form;
}
