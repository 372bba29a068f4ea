/* Who says so: the sources of what is on the screen, to be chosen by a click, and all others by a word. */
import { make, written } from "../../lesson/elements.js";
import { citationsOf, sourceOf } from "../draft/shown.js";
import { tick } from "./fields.js";
import { picks } from "./picks.js";

/** @typedef {{ cite: string, title: string }} Cited */

/**
 * @param {import("./fields.js").Room} room @param {number} n
 * @param {{ offered: Cited[], cited: Cited[] }} told
 */
export function sources(room, n, { offered, cited }) {
  const { words, offers } = room;
  const place = ["steps", n, "sources"];
  const chosen = citationsOf(room.get(place));
  /** @type {(list: string[], goTo: string) => void} */
  const set = (list, goTo) => room.set(place, list.join(";"), goTo);
  const box = make("div");
  const titles = new Map([...offered, ...cited].map(({ cite, title }) => [cite, title]));
  const here = new Set(offered.flatMap(({ cite }) => citationsOf(cite)));
  const others = chosen.filter((each) => !here.has(each));
  box.append(written("p", offered.length ? words.sourcesHelp : words.noneOffered, "compose-help"));
  for (const { cite, title } of offered) {
    const parts = citationsOf(cite);
    const name = `${place.join(".")}.${cite}`;
    const isChosen = parts.some((part) => chosen.includes(part));
    box.append(tick(name, title, isChosen, (on) => {
      const rest = chosen.filter((each) => !parts.includes(each));
      set(on ? [...rest, ...parts] : rest, name);
    }));
  }
  const titleOf = (/** @type {string} */ id) =>
    titles.get(id) || offers.source.get(sourceOf(id)) || words.notThere;
  const known = others.map((id) => ({ id, title: titleOf(id) }));
  box.append(picks(room, place, {
    title: words.otherSources,
    options: [...known.filter(({ id }) => id.includes("[")), ...offers.sources],
    chosen: others,
    change: (ids) => set([...chosen.filter((each) => here.has(each)), ...ids], place.join(".")),
  }));
  return box;
}

/**
 * Where to read on: sources of the records, chosen by a word.
 * @param {import("./fields.js").Room} room @param {import("../draft/changes.js").Place} place
 * @param {string} title
 */
export function furtherSources(room, place, title) {
  const { words, offers } = room;
  const chosen = citationsOf(room.get(place));
  const known = chosen
    .filter((id) => id.includes("["))
    .map((id) => ({ id, title: offers.source.get(sourceOf(id)) || words.notThere }));
  return picks(room, place, {
    title,
    options: [...known, ...offers.sources],
    chosen,
    change: (ids) => room.set(place, ids.join(";"), place.join(".")),
    none: words.notChosen,
  });
}

