/* Fields of a form: each with its label, what helps, and a place for what the check says. */
import { make, written } from "../../lesson/elements.js";

/** @typedef {import("../draft/changes.js").Place} Place */
/**
 * What a form is made for: the value at a place, a change of it, and words.
 * @typedef {object} Room
 * @property {Record<string, string>} words
 * @property {any} offers
 * @property {(place: Place) => any} get
 * @property {(place: Place, value: any) => void} type a change while somebody types
 * @property {(place: Place, value: any, goTo?: string, jump?: boolean) => void} set a change after which the
 *   form is drawn anew
 */

/** How a place is named in a page. @param {Place} place */
export function nameOf(place) {
  return place.join(".");
}

/** Where the check says what is wrong at a place. @param {Place} place */
export function problemAt(place) {
  const element = make("p", "compose-problem");
  element.id = `problem-${nameOf(place)}`;
  element.dataset.for = nameOf(place);
  element.hidden = true;
  return element;
}

/**
 * A field with its label.
 * @param {Room} room @param {Place} place @param {string} label
 * @param {{ help?: string, rows?: number, kind?: string, lines?: boolean }} [options] with `lines` the value
 *   is a list, a text a line
 */
export function field(room, place, label, { help, rows, kind = "text", lines } = {}) {
  const input = rows ? make("textarea") : make("input");
  if (rows) /** @type {HTMLTextAreaElement} */ (input).rows = rows;
  else /** @type {HTMLInputElement} */ (input).type = "text";
  if (kind === "number") input.inputMode = "numeric";
  const value = room.get(place);
  input.value = Array.isArray(value) ? value.join("\n") : String(value ?? "");
  input.addEventListener("input", () => room.type(place, lines ? input.value.split("\n") : input.value));
  if (kind === "number") input.classList.add("compose-number");
  return labelled(input, place, label, help);
}

/**
 * A control below its label, with what helps, and the place for what is wrong.
 * @param {HTMLElement} control @param {Place} place @param {string} label @param {string} [help]
 */
export function labelled(control, place, label, help) {
  const box = make("div", "compose-field");
  const problem = problemAt(place);
  const name = nameOf(place);
  control.id = `field-${name}`;
  control.dataset.name = name;
  const said = written("label", label);
  said.htmlFor = control.id;
  box.append(said);
  const about = [problem.id];
  if (help) {
    const helps = box.appendChild(written("p", help, "compose-help"));
    helps.id = `help-${name}`;
    about.unshift(helps.id);
  }
  control.setAttribute("aria-describedby", about.join(" "));
  box.append(control, problem);
  return box;
}

/**
 * One of a few values, chosen from a list; "" is none.
 * @param {Room} room @param {Place} place @param {string} label
 * @param {[value: string, words: string][]} choices
 */
export function choice(room, place, label, choices) {
  const select = make("select");
  for (const [value, words] of choices) select.append(new Option(words, value));
  select.value = String(room.get(place) ?? "");
  select.addEventListener("change", () => room.set(place, select.value, nameOf(place)));
  return labelled(select, place, label);
}

/**
 * A box to tick.
 * @param {string} name @param {string} label @param {boolean} checked
 * @param {(checked: boolean) => void} change
 */
export function tick(name, label, checked, change, kind = "checkbox") {
  const element = make("label", "compose-tick");
  const input = element.appendChild(make("input"));
  Object.assign(input, { type: kind, checked });
  input.dataset.name = name;
  input.addEventListener("change", () => change(input.checked));
  element.append(written("span", label));
  return element;
}

/** A group of fields under a title. @param {string} title @param {(Node | null)[]} children */
export function group(title, children, className = "") {
  const set = make("fieldset", `compose-group ${className}`.trim());
  set.append(written("legend", title), ...children.filter((child) => child !== null));
  return set;
}

/**
 * A part of a form that opens; it is open from the beginning where something is in it.
 * @param {string} title @param {boolean} open @param {(Node | null)[]} children
 */
export function fold(title, open, children) {
  const details = make("details", "compose-fold");
  details.open = open;
  details.dataset.fold = title;
  const summary = written("summary", title);
  summary.dataset.name = `fold-${title}`;
  details.append(summary, ...children.filter((child) => child !== null));
  return details;
}
