/* What is seen in a step: which journeys and stops, what is open, which years, which layers. */
import { button, make, written } from "../../lesson/elements.js";
import { sentence } from "../../map/journeys/sentence.js";
import { readPeriod, readShown, writePeriod, writeShown } from "../draft/shown.js";
import { fold, group, problemAt, tick } from "./fields.js";
import { picks } from "./picks.js";

/** @typedef {import("./fields.js").Room} Room */
/** @typedef {import("../draft/shown.js").Shown} Shown */

const LAYERS = ["relief", "cumulative", "chart"];
const FILTERS = ["countries", "kinds", "outcomes", "told_by"];

/** @param {Room} room @param {number} n */
export function seen(room, n) {
  const { words } = room;
  const step = room.get(["steps", n]) || {};
  const byHand = "show" in step;
  return group(words.seen, [
    written("p", words.seenHelp, "compose-help"),
    ways(room, n, byHand),
    byHand ? journeys(room, n) : filters(room, n, step),
    opened(room, n),
    period(room, n),
    layers(room, n),
  ]);
}

/** Those that fit, or those that are named. @param {Room} room @param {number} n @param {boolean} byHand */
function ways(room, n, byHand) {
  const { words } = room;
  const place = ["steps", n, "show"];
  const box = make("div", "compose-ways");
  const name = `ways-${n}`;
  const fit = () => room.set(place, undefined, `${name}.all`);
  const all = tick(`${name}.all`, words.allThatFit, !byHand, fit, "radio");
  const these = () => nameThem(room, n, `${name}.some`);
  const some = tick(`${name}.some`, words.onlyThese, byHand, these, "radio");
  for (const way of [all, some]) /** @type {HTMLInputElement} */ (way.firstElementChild).name = name;
  box.append(all, some);
  return box;
}

/**
 * Filters say nothing beside journeys that are named.
 * @param {Room} room @param {number} n @param {string} goTo
 */
function nameThem(room, n, goTo) {
  const step = { ...room.get(["steps", n]), show: [] };
  for (const key of [...FILTERS, "within"]) delete step[key];
  const journey = readShown(step.open || "").id;
  if (room.offers.journey.has(journey)) step.show = [journey];
  room.set(["steps", n], step, goTo);
}

/** @param {Room} room @param {number} n */
function journeys(room, n) {
  const { words, offers } = room;
  const place = ["steps", n, "show"];
  const shown = /** @type {string[]} */ (room.get(place) || []).map(readShown);
  const write = (/** @type {import("../draft/shown.js").Shown[]} */ list) =>
    list.map((one) => writeShown(one, offers.stopsOf(one.id)));
  return picks(room, place, {
    title: words.journeys,
    options: offers.journeys,
    chosen: shown.map(({ id }) => id),
    change: (ids) => {
      const known = new Map(shown.map((one) => [one.id, one]));
      room.set(place, write(ids.map((id) => known.get(id) || { id, stops: null })), place.join("."));
    },
    none: words.noJourneys,
    more: (id) => {
      const one = shown.find((each) => each.id === id);
      return one ? stops(room, place, shown, one, write) : null;
    },
  });
}

/**
 * @param {Room} room @param {import("../draft/changes.js").Place} place @param {Shown[]} shown
 * @param {Shown} one @param {(list: Shown[]) => string[]} write
 */
function stops({ words, offers, set }, place, shown, one, write) {
  const journey = offers.journey.get(one.id);
  if (!journey || journey.stops.length < 2) return null;
  const all = offers.stopsOf(one.id);
  const chosen = one.stops || all;
  const ticks = journey.stops.map((/** @type {[number, string]} */ [order, title]) =>
    tick(`${place.join(".")}.${one.id}.${order}`, `${order} · ${title}`, chosen.includes(order), (on) => {
      const next = on ? [...chosen, order] : chosen.filter((/** @type {number} */ each) => each !== order);
      if (!next.length) return set(place, write(shown), place.join("."));
      const list = shown.map((each) => (each === one ? { id: one.id, stops: next } : each));
      set(place, write(list), `${place.join(".")}.${one.id}.${order}`);
    }),
  );
  const some = chosen.length === 1 ? words.oneStop : sentence(words.someStops, { n: chosen.length });
  const title = one.stops ? some : words.allStops;
  const details = fold(title, false, ticks);
  details.dataset.fold = `stops-${one.id}`;
  /** @type {HTMLElement} */
  const summary = details.querySelector("summary") || details;
  summary.dataset.name = `stops-${one.id}`;
  return details;
}

/** @param {Room} room @param {number} n @param {Record<string, any>} step */
function filters(room, n, step) {
  const { words, offers } = room;
  const lists = FILTERS.map((key) => {
    const place = ["steps", n, key];
    return picks(room, place, {
      title: words[key],
      options: offers[key],
      chosen: room.get(place) || [],
      change: (ids) => room.set(place, ids, place.join(".")),
      none: words.notChosen,
    });
  });
  const within = ["steps", n, "within"];
  const possibly = tick(within.join("."), words.possibly, step.within === "possibly", (on) =>
    room.set(within, on ? "possibly" : "", within.join(".")),
  );
  return fold(words.fitting, FILTERS.some((key) => step[key]), [...lists, possibly, problemAt(within)]);
}

/** @param {Room} room @param {number} n */
function opened(room, n) {
  const { words, offers } = room;
  const place = ["steps", n, "open"];
  const { id, stops: orders } = readShown(room.get(place) || "");
  const journey = offers.journey.get(id);
  return picks(room, place, {
    title: words.open,
    options: offers.openable,
    chosen: id ? [id] : [],
    change: ([key]) => room.set(place, key || "", place.join(".")),
    none: words.nothingOpen,
    one: true,
    more: () => {
      if (!journey) return null;
      const select = make("select");
      select.append(new Option(words.wholeJourney, ""));
      for (const [order, title] of journey.stops) {
        select.append(new Option(`${order} · ${title}`, String(order)));
      }
      select.value = orders ? String(orders[0]) : "";
      select.setAttribute("aria-label", words.openStop);
      select.dataset.name = `${place.join(".")}.stop`;
      const write = () => (select.value ? `${id}:${select.value}` : id);
      select.addEventListener("change", () => room.set(place, write(), select.dataset.name));
      return select;
    },
  });
}

/** @param {Room} room @param {number} n */
function period(room, n) {
  const { words, offers } = room;
  const place = ["steps", n, "period"];
  const whole = /** @type {[number, number]} */ (offers.years);
  const years = readPeriod(room.get(place)) || whole;
  const row = make("div", "compose-row");
  const ends = [words.from, words.to].map((label, end) => {
    const select = make("select");
    for (let year = whole[0]; year <= whole[1]; year++) select.append(new Option(String(year), String(year)));
    select.value = String(years[end]);
    select.dataset.name = `${place.join(".")}.${end}`;
    select.addEventListener("change", () => {
      const chosen = ends.map(({ control }) => Number(control.value)).sort((one, other) => one - other);
      room.set(place, writePeriod(/** @type {[number, number]} */ (chosen), whole), select.dataset.name);
    });
    const said = make("label", "compose-inline");
    said.append(written("span", label), select);
    return { said, control: select };
  });
  const all = button(words.allYears, () => room.set(place, "", `${place.join(".")}.all`), "compose-button");
  all.dataset.name = `${place.join(".")}.all`;
  all.disabled = !room.get(place);
  row.append(...ends.map(({ said }) => said), all);
  return group(words.period, [row, problemAt(place)]);
}

/** @param {Room} room @param {number} n */
function layers(room, n) {
  const place = ["steps", n, "layers"];
  const chosen = /** @type {string[]} */ (room.get(place) || []);
  const ticks = LAYERS.map((layer) => {
    const name = [...place, layer].join(".");
    const others = chosen.filter((each) => each !== layer);
    const set = (/** @type {boolean} */ on) => room.set(place, on ? [...others, layer] : others, name);
    return tick(name, room.words[`layer-${layer}`], chosen.includes(layer), set);
  });
  return group(room.words.layers, [...ticks, problemAt(place)]);
}
