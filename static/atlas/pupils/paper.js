/* The story with a pupil's answers as it is printed: every step that was opened, below each other. */
import { sentence } from "../map/journeys/sentence.js";
import { make, paragraph, written } from "../lesson/elements.js";
import { pointIn } from "./check.js";
import { told } from "./task.js";

/**
 * @param {PupilsData} story @param {import("./answers.js").Answers} answers
 * @param {(step: PupilsStep) => boolean} isClosed @returns {HTMLElement[]}
 */
export function onPaper(story, answers, isClosed) {
  const steps = story.steps.map((step, at) => section(step, at, story, answers, isClosed(step)));
  const foot = written("p", story.strings.licence);
  return [written("h1", story.title), written("p", story.whom), ...steps, foot];
}

/**
 * @param {PupilsStep} step @param {number} at @param {PupilsData} story
 * @param {import("./answers.js").Answers} answers @param {boolean} closed
 */
function section(step, at, { strings }, answers, closed) {
  const part = make("section");
  part.append(written("h2", `${at + 1} ${step.heading}`));
  if (closed) part.append(written("p", step.care), written("p", strings.notOpened));
  else {
    const text = answers.plain && step.plain.length ? step.plain : step.text;
    part.append(...text.map(paragraph));
    step.tasks.forEach((task, n) => part.append(...answered(task, answers.of(at, n, task.ask), strings)));
    const who = step.sources.map(({ title }) => title).join(" · ");
    part.append(written("p", who, "pupils-who"));
  }
  return part;
}

/** @param {PupilsTask} task @param {PupilsAnswer} answer @param {Record<string, string>} strings */
function answered(task, { given, state }, strings) {
  const shown = task.kind === "place" && pointIn(given) ? given.replace(",", ", ") : given;
  const words = shown ? sentence(strings.given, { given: shown }) : strings.empty;
  return [written("h3", task.ask), written("p", words), ...told(task, given, state, strings)];
}
