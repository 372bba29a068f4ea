/* The first and the last page: what it is about and how it works, and what was answered. */
import { sentence } from "../map/journeys/sentence.js";
import { button, make, written } from "../lesson/elements.js";

const SURE_MS = 6000;

/**
 * @param {PupilsData} story @param {import("./answers.js").Answers} answers @param {boolean} first
 * @param {{ start: () => void, print: () => void, clear: () => void }} acts
 */
export function ends(story, answers, first, acts) {
  return first ? beginning(story, answers, acts) : end(story, answers, acts);
}

/** @type {(...of: Parameters<typeof end>) => HTMLElement[]} */
function beginning({ strings, whom, care, summary }, answers, { start }) {
  return [
    written("p", whom, "pupils-who"),
    ...(care ? [written("p", care, "pupils-care")] : []),
    ...summary.map((part) => written("p", part)),
    written("p", answers.kept ? strings.how : strings.notKept, "pupils-how"),
    button(strings.start, start, "main"),
  ];
}

/**
 * @param {PupilsData} story @param {import("./answers.js").Answers} answers
 * @param {{ start: () => void, print: () => void, clear: () => void }} acts
 */
function end({ strings, steps, terms }, answers, acts) {
  const all = steps.flatMap((step, at) =>
    step.tasks.map((task, n) => ({ task, answer: answers.of(at, n, task.ask) })),
  );
  const given = all.filter(({ answer }) => answer.given.trim());
  const right = all.filter(({ answer }) => answer.state === "right");
  const counts = { n: given.length, count: all.length, right: right.length };
  const said = all.length ? sentence(strings.done, counts) : strings.noTasks;
  const clear = button(strings.clear, () => {
    if (clear.dataset.sure) return acts.clear();
    clear.dataset.sure = "yes";
    clear.textContent = strings.sure;
    setTimeout(() => {
      delete clear.dataset.sure;
      clear.textContent = strings.clear;
    }, SURE_MS);
  });
  const line = make("div", "pupils-acts");
  line.append(button(strings.print, acts.print, "main"), ...(given.length ? [clear] : []));
  const words = make("dl", "pupils-words-list");
  for (const { term, definition } of terms) words.append(written("dt", term), written("dd", definition));
  const told = written("p", said);
  told.setAttribute("role", "status");
  const list = terms.length ? [written("h2", strings.words), words] : [];
  return [told, line, ...list, written("p", strings.licence, "pupils-who")];
}
