/* The words of a step beside its map. */
import { sentence } from "../map/journeys/sentence.js";
import { button, make, paragraph, picture, written } from "./elements.js";

/**
 * For whom the story is, how long it takes, and what is heavy in it, before it begins.
 * @param {LessonData} lesson
 */
export function cover({ strings, audience, minutes, care }) {
  const words = minutes ? sentence(strings.minutes, { audience, minutes }) : "";
  return [
    ...(words ? [written("p", words, "lesson-whom")] : []),
    ...(care ? [written("p", care, "lesson-care")] : []),
  ];
}

/**
 * Text, picture and question, and on the page that closes a lesson where to read on.
 * @param {LessonStep} step @param {LessonStrings} strings
 */
export function content({ text, picture: shown, question, further = [] }, strings) {
  /** @type {HTMLElement[]} */
  const parts = text.map(paragraph);
  if (shown) parts.push(picture(shown));
  if (question.length) {
    const asked = make("blockquote", "lesson-question");
    asked.setAttribute("aria-label", strings.question);
    asked.append(...question.map(paragraph));
    parts.push(asked);
  }
  if (further.length) parts.push(readOn(further, text.length ? strings.further : ""));
  return parts;
}

/**
 * Sources below a title, where there is one.
 * @param {CitedSource[]} sources @param {string} title
 */
function readOn(sources, title) {
  const section = make("section", "lesson-further");
  if (title) section.append(written("h2", title));
  const list = section.appendChild(make("ul"));
  for (const source of sources) list.appendChild(make("li")).append(cited(source));
  return section;
}

/**
 * What is heavy in a step, before it is shown, with the ways on.
 * @param {LessonStep} step @param {LessonStrings} strings
 * @param {{ agree: () => void, skip: () => void }} acts
 */
export function announcement({ care }, strings, { agree, skip }) {
  return [
    written("p", care, "lesson-care"),
    button(`${strings.careGoOn} →`, agree, "lesson-agree"),
    button(`${strings.careSkip} (S)`, skip, "lesson-skip"),
  ];
}

/**
 * When it was, and who says so.
 * @param {Pick<LessonStep, "when" | "sources">} step
 */
export function sourceLine({ when, sources }) {
  const line = make("p");
  if (when) line.append(when);
  sources.forEach((source, at) => {
    line.append(at || when ? " · " : "");
    line.append(cited(source));
  });
  return line;
}

/** @param {CitedSource} source */
function cited({ title, url }) {
  const source = written(url ? "a" : "span", title);
  if (url) Object.assign(source, { href: url, target: "_blank", rel: "noopener noreferrer" });
  return source;
}

/**
 * The keys and what each does.
 * @param {Record<string, string>} keys
 */
export function listOfKeys(keys) {
  const list = make("dl");
  for (const [key, words] of Object.entries(keys)) list.append(written("dt", key), written("dd", words));
  return list;
}
