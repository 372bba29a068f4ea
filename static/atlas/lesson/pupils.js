/* The way to the page for pupils: its address, and the code that a phone reads, drawn by the server.
 *
 * The page around the lesson tells it on the frame, since it alone knows where the app is reached.
 */
import { make, written } from "./elements.js";

/** @returns {PupilsWay | null} */
function wayToPupils() {
  const frame = /** @type {HTMLElement | null} */ (window.frameElement);
  const told = frame?.dataset.pupils;
  return told ? JSON.parse(told) : null;
}

/**
 * All of it, large, for a wall.
 * @param {LessonStrings} strings
 */
export function pupilsPanel(strings) {
  const way = wayToPupils();
  if (!way) return [written("p", strings.pupilsFile)];
  return [code(way, strings), address(way), written("p", way.here ? strings.pupilsHere : strings.pupilsHow)];
}

/**
 * The same, small, for the foot of the last step; nothing where there is no address.
 * @param {LessonStrings} strings
 */
export function pupilsFoot(strings) {
  const way = wayToPupils();
  if (!way) return [];
  const foot = make("div", "lesson-for-pupils");
  const words = make("p");
  words.append(written("b", strings.pupils), " (Q)", make("br"), link(way));
  foot.append(code(way, strings), words);
  return [foot];
}

/** @param {PupilsWay} way @param {LessonStrings} strings */
function code({ code: src, address: alt }, strings) {
  return Object.assign(make("img", "lesson-code"), { src, alt: `${strings.pupils}: ${alt}` });
}

/** @param {PupilsWay} way */
function address(way) {
  const line = make("p", "lesson-address");
  line.append(link(way));
  return line;
}

/** @param {PupilsWay} way */
function link({ address: href }) {
  const words = href.replace(/^https?:\/\//, "");
  return Object.assign(written("a", words), { href, target: "_blank", rel: "noopener" });
}
