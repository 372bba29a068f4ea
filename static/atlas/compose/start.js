/* How a lesson begins: empty, from a story that is there, or from a file; and what is asked before. */
import { button, make, written } from "../lesson/elements.js";
import { asDraft } from "./draft/changes.js";
import { withPictures } from "./draft/pictures.js";
import { fold } from "./forms/fields.js";

/** @typedef {{ empty: () => void, story: (id: string) => void, file: (file: File) => void }} StartActs */

/**
 * @param {Record<string, string>} words @param {{ id: string, title: string }[]} stories
 * @param {StartActs} acts
 * @param {boolean} isNew
 */
export function start(words, stories, acts, isNew) {
  const row = make("div", "compose-start");
  const empty = button(words.startEmpty, acts.empty, "compose-button");
  const select = make("select");
  for (const { id, title } of stories) select.append(new Option(title, id));
  select.setAttribute("aria-label", words.startStory);
  const take = button(words.startTake, () => select.value && acts.story(select.value), "compose-button");
  const file = make("input");
  Object.assign(file, { type: "file", accept: ".yaml,.yml,.html,text/html,application/yaml" });
  file.addEventListener("change", () => {
    if (file.files?.[0]) acts.file(file.files[0]);
    file.value = "";
  });
  const from = make("div", "compose-row");
  from.append(written("span", words.startStory), select, take);
  const opened = make("label", "compose-row");
  opened.append(written("span", words.startFile), file);
  const views = written("p", words.startViews, "compose-help");
  row.append(empty, ...(stories.length ? [from] : []), opened, views);
  const box = fold(words.start, isNew, [row]);
  box.classList.add("compose-begin");
  return box;
}

/**
 * Asks before something is thrown away, or which of two is to stay.
 * @param {string} question @param {string} yes @param {string} no @returns {Promise<boolean>}
 */
export function asked(question, yes, no) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const dialog = make("dialog", "key-list compose-asked");
  const row = make("div", "compose-row");
  return new Promise((done) => {
    let answer = false;
    const act = (/** @type {string} */ words, /** @type {boolean} */ is) =>
      button(words, () => {
        answer = is;
        dialog.close();
      });
    row.append(act(yes, true), act(no, false));
    const said = written("p", question);
    said.id = "compose-question";
    dialog.setAttribute("aria-labelledby", said.id);
    dialog.append(said, row);
    dialog.addEventListener("close", () => {
      dialog.remove();
      before?.focus();
      done(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * The draft that the server read, with its pictures; null where it could read none.
 * @param {import("./server.js").Answer} answer @param {string[]} pictures
 */
export function openedIn({ opened }, pictures) {
  const draft = asDraft(JSON.parse(withPictures(JSON.stringify(opened || null), pictures)));
  return draft && { ...draft, steps: draft.steps.length ? draft.steps : [{}] };
}

/** The name of the sentence that says what went wrong. @param {unknown} error */
export function nameOfError(error) {
  return error instanceof Error ? error.message : "";
}
