/* A list to choose from in words: what is chosen, and below it everything that a word finds. */
import { sentence } from "../../map/journeys/sentence.js";
import { button, make, written } from "../../lesson/elements.js";
import { nameOf, problemAt, tick } from "./fields.js";

const MOST = 30;

/** @typedef {import("../draft/offers.js").Option} Option */

/**
 * The options that have every word of a text, in their order.
 * @param {Option[]} options @param {string} text
 */
export function found(options, text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (!words.length) return options;
  return options.filter(({ title, about }) => {
    const told = plain(`${title} ${about || ""}`);
    return words.every((word) => told.includes(word));
  });
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {import("./fields.js").Room} room @param {import("../draft/changes.js").Place} place
 * @param {object} given
 * @param {string} given.title
 * @param {Option[]} given.options
 * @param {string[]} given.chosen ids
 * @param {(chosen: string[]) => void} given.change
 * @param {string} [given.none] what is said where nothing is chosen
 * @param {boolean} [given.one] only one can be chosen
 * @param {(id: string) => Node | null} [given.more] what belongs to something that is chosen
 */
export function picks(room, place, { title, options, chosen, change, none = "", one = false, more }) {
  const { words } = room;
  const name = nameOf(place);
  const set = make("fieldset", "compose-group compose-picks");
  set.dataset.name = name;
  set.tabIndex = -1;
  set.append(written("legend", title));
  const titles = new Map(options.map((option) => [option.id, option.title]));
  const list = make("ul", "compose-chosen");
  for (const id of chosen) {
    const item = list.appendChild(make("li"));
    const words_ = titles.get(id) || words.notThere;
    item.append(written("span", words_));
    const remove = button("✕", () => change(chosen.filter((each) => each !== id)), "compose-small");
    remove.setAttribute("aria-label", sentence(words.takeAway, { title: words_ }));
    remove.dataset.name = `${name}.${id}.remove`;
    item.append(remove);
    const belongs = more?.(id);
    if (belongs) item.append(belongs);
  }
  set.append(chosen.length ? list : written("p", none, "compose-help"));
  set.append(finder(room, name, title, options, chosen, change, one), problemAt(place));
  return set;
}

/**
 * @param {import("./fields.js").Room} room @param {string} name @param {string} title
 * @param {Option[]} options
 * @param {string[]} chosen @param {(chosen: string[]) => void} change @param {boolean} one
 */
function finder({ words }, name, title, options, chosen, change, one) {
  const details = make("details", "compose-finder");
  details.dataset.fold = name;
  const summary = details.appendChild(written("summary", words.choose));
  summary.dataset.name = `${name}.choose`;
  summary.setAttribute("aria-label", `${title}: ${words.choose}`);
  const input = make("input");
  Object.assign(input, { type: "search", placeholder: words.find });
  input.setAttribute("aria-label", `${title}: ${words.find}`);
  input.dataset.name = `${name}.find`;
  const list = make("ul", "compose-options");
  const said = make("p", "compose-help");
  said.setAttribute("role", "status");
  const draw = () => {
    const left = found(options, input.value);
    list.replaceChildren(...left.slice(0, MOST).map((option) => entry(option)));
    const rest = left.length - MOST;
    const more = rest > 0 ? sentence(words.andMore, { n: rest }) : "";
    said.textContent = left.length ? more : words.nothingFound;
  };
  /** @param {Option} option */
  const entry = ({ id, title: words_, about }) => {
    const item = make("li");
    const act = (/** @type {boolean} */ on) => {
      if (one) change(on ? [id] : []);
      else change(on ? [...chosen, id] : chosen.filter((each) => each !== id));
    };
    const box = tick(`${name}.${id}`, words_, chosen.includes(id), act, one ? "radio" : "checkbox");
    if (one) /** @type {HTMLInputElement} */ (box.firstElementChild).name = `pick-${name}`;
    if (about) box.append(written("small", about));
    item.append(box);
    return item;
  };
  input.addEventListener("input", draw);
  details.addEventListener("toggle", () => details.open && !list.childElementCount && draw());
  details.append(input, list, said);
  return details;
}
