/* What is named at a zoom, group by group, the most important first. */
import { placeCountry, placeProvince } from "./lands.js";
import { placeRiver } from "./rivers.js";
import { placeTown } from "./towns.js";
import { placeWater } from "./waters.js";

const GREAT_RIVER = 3; // rank: rivers up to here, and border rivers, are named before the towns
const BORDER_RIVERS = ["river:Tumen", "river:Yalu"];
const PROVINCES_FROM = 5.5; // zoom
const WHERE_ALL_BEGAN = "KP";
const EARLY = 0.05; // of a zoom: a map that is nearly there counts as there

/**
 * The towns that are named at a zoom.
 * @param {BasemapData} data @param {number} zoom @param {Lang} lang @returns {Town[]}
 */
export function townsAt(data, zoom, lang) {
  return data.towns
    .filter((row) => row[5] <= zoom + EARLY)
    .map(([en, ko, zh, lat, lon, from, capital]) => ({
      text: { en, ko, zh }[lang] || en,
      at: [lat, lon],
      zoom: from,
      capital: capital === 1,
    }));
}

/**
 * Places every name of a view on a sheet.
 * @param {Placing} placing @param {Model} model @param {Town[]} towns @param {Lang} lang
 */
export function placeAll(placing, model, towns, lang) {
  const { world } = placing;
  const { data } = model;
  /** @template {Names} T @param {T} item @returns {Written<T>} */
  const written = (item) => ({ text: item[lang] || item.en, ...item });
  const first = (/** @type {Named} */ { code }) => Number(code === WHERE_ALL_BEGAN);
  const countries = data.countries.map(written).sort((a, b) => first(b) - first(a) || b.room - a.room);
  const waters = data.waters.filter(({ zoom }) => zoom[0] <= world.zoom + EARLY && world.zoom <= zoom[1]);
  const named = model.rivers.filter((river) => river.code && river.zoom <= world.zoom + EARLY).map(written);
  const great = (/** @type {River} */ { rank, code }) => rank <= GREAT_RIVER || BORDER_RIVERS.includes(code);
  const provinces = world.zoom < PROVINCES_FROM ? [] : world.provinces.map(written);
  countries.forEach((country) => placeCountry(placing, country));
  towns.filter((town) => town.capital).forEach((town) => placeTown(placing, town));
  waters.map(written).forEach((water) => placeWater(placing, water));
  named.filter(great).forEach((river) => placeRiver(placing, river));
  towns.filter((town) => !town.capital).forEach((town) => placeTown(placing, town));
  named.filter((river) => !great(river)).forEach((river) => placeRiver(placing, river));
  provinces.forEach((unit) => placeProvince(placing, unit));
}
