/* The form of the lesson as a whole: for whom, how long, and everything a plan of a lesson has. */
import { make, written } from "../../lesson/elements.js";
import { field, fold, problemAt } from "./fields.js";
import { picks } from "./picks.js";
import { furtherSources } from "./sources.js";

/** @param {import("./fields.js").Room} room */
export function lessonForm(room) {
  const { words, offers } = room;
  const has = (/** @type {string[]} */ ...keys) => keys.some((key) => room.get([key]));
  const form = make("div", "compose-form");
  const title = written("h2", words.aboutTitle);
  title.tabIndex = -1;
  title.dataset.name = "about";
  const terms = picks(room, ["words"], {
    title: words.terms,
    options: offers.terms,
    chosen: room.get(["words"]) || [],
    change: (ids) => room.set(["words"], ids, "words"),
    none: words.notChosen,
  });
  form.append(
    title,
    field(room, ["title"], words.title),
    field(room, ["for"], words.for, { help: words.forHelp }),
    field(room, ["minutes"], words.minutes, { kind: "number" }),
    field(room, ["summary"], words.summary, { rows: 4, help: words.summaryHelp }),
    field(room, ["care"], words.lessonCare, { help: words.careHelp }),
    fold(words.plan, has("subject", "level", "goals", "prepare", "words", "debrief", "further"), [
      field(room, ["subject"], words.subject),
      field(room, ["level"], words.level),
      field(room, ["goals"], words.goals, { rows: 3, lines: true, help: words.lineHelp }),
      field(room, ["prepare"], words.prepare, { rows: 3, lines: true, help: words.lineHelp }),
      offers.terms.length ? terms : null,
      field(room, ["debrief"], words.debrief, { rows: 3, help: words.debriefHelp }),
      furtherSources(room, ["further"], words.further),
    ]),
    problemAt(["steps"]),
  );
  return form;
}
