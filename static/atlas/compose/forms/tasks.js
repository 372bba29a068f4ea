/* Tasks for pupils: a choice, a number, a place on the map, or a short text; each with its answer. */
import { sentence } from "../../map/journeys/sentence.js";
import { button, make, written } from "../../lesson/elements.js";
import { inserted, moved, without } from "../draft/changes.js";
import { field, group, problemAt } from "./fields.js";
import { picks } from "./picks.js";

/** @typedef {import("./fields.js").Room} Room */
/** @typedef {import("../draft/changes.js").Place} Place */

/** The key that says of which kind a task is, and what a new one of the kind has. */
const KINDS = { choices: ["", ""], number: "", place: "", model: "" };
/** @typedef {keyof typeof KINDS} Kind */

/** @param {Record<string, any>} task @returns {Kind} */
function kindOf(task) {
  const kinds = /** @type {Kind[]} */ (Object.keys(KINDS));
  return kinds.find((kind) => kind in task) || "model";
}

/** @param {Room} room @param {Place} place of the list of tasks */
export function tasks(room, place) {
  const { words } = room;
  const all = /** @type {Record<string, any>[]} */ (room.get(place) || []);
  const set = (/** @type {any[]} */ list, /** @type {number} */ goTo) =>
    room.set(place, list, goTo < 0 ? "new-task" : [...place, goTo, "ask"].join("."), true);
  const box = make("div", "compose-tasks");
  all.forEach((task, n) => box.append(oneTask(room, [...place, n], task, n, all, set)));
  const row = make("div", "compose-row");
  row.append(written("span", words.newTask, "compose-help"));
  for (const kind of /** @type {Kind[]} */ (Object.keys(KINDS))) {
    const add = button(words[`task-${kind}`], () => set([...all, blank(kind)], all.length), "compose-button");
    add.dataset.name = kind === "choices" ? "new-task" : `new-task.${kind}`;
    row.append(add);
  }
  box.append(row, problemAt(place));
  return box;
}

/** @param {Kind} kind */
function blank(kind) {
  return { ask: "", [kind]: KINDS[kind] };
}

/**
 * @param {Room} room @param {Place} place @param {Record<string, any>} task @param {number} n
 * @param {any[]} all @param {(list: any[], goTo: number) => void} set
 */
function oneTask(room, place, task, n, all, set) {
  const { words } = room;
  const kind = kindOf(task);
  const title = sentence(words.taskTitle, { n: n + 1, kind: words[`task-${kind}`] });
  const acts = make("div", "compose-row");
  const act = (/** @type {string} */ label, /** @type {() => void} */ does, off = false) => {
    const made = button(label, does, "compose-button");
    made.disabled = off;
    made.setAttribute("aria-label", `${label}: ${title}`);
    made.dataset.name = `${place.join(".")}.${label}`;
    acts.append(made);
  };
  act(words.up, () => set(moved(all, n, n - 1), n - 1), n === 0);
  act(words.down, () => set(moved(all, n, n + 1), n + 1), n === all.length - 1);
  act(words.duplicate, () => set(inserted(all, n + 1, structuredClone(task)), n + 1));
  act(words.remove, () => set(without(all, n), Math.min(n, all.length - 2)));
  return group(title, [
    field(room, [...place, "ask"], words.taskAsk, { rows: 2 }),
    ...answerOf(room, place, kind),
    field(room, [...place, "why"], words.taskWhy, { rows: 2 }),
    acts,
  ], "compose-task");
}

/** @param {Room} room @param {Place} place @param {Kind} kind */
function answerOf(room, place, kind) {
  const { words, offers } = room;
  if (kind === "choices") {
    return [
      field(room, [...place, "choices"], words.taskChoices, {
        rows: 3,
        lines: true,
        help: words.taskChoicesHelp,
      }),
      field(room, [...place, "answer"], words.taskAnswer, { help: words.taskAnswerHelp }),
    ];
  }
  if (kind === "number") {
    return [
      field(room, [...place, "number"], words.taskNumber, { kind: "number" }),
      field(room, [...place, "within"], words.taskOff, { kind: "number", help: words.taskOffHelp }),
    ];
  }
  if (kind === "place") {
    const where = [...place, "place"];
    const chosen = room.get(where);
    return [
      picks(room, where, {
        title: words.taskPlace,
        options: offers.places,
        chosen: chosen ? [chosen] : [],
        change: ([id]) => room.set(where, id ?? "", where.join(".")),
        none: words.noPlace,
        one: true,
      }),
      field(room, [...place, "within"], words.taskKm, { kind: "number" }),
    ];
  }
  return [field(room, [...place, "model"], words.taskModel, { rows: 2 })];
}
