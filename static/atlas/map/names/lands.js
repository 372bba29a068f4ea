/* Names of countries and provinces. */
import { isSeaUnder, shoreFrom } from "./sea.js";
import { lookIn, sizeOf } from "./looks.js";
import { clamp, linesOf, takeFirst } from "./placement.js";

const LEAST_COUNTRY_PX = 5;
const LEAST_PROVINCE_PX = 26;
const ROWS = [0, -1.3, 1.3, -2.6, 2.6]; // heights of a letter from the point of a country or province
const COLUMNS = [0, -0.6, 0.6, -1.2, 1.2]; // parts of the room of a country
const OFFSHORE_PX = [4, 26, 48]; // of a name at sea: near the shore, or past what lies there
const INLAND_PX = 6; // from the shore, where the line to a name at sea begins

/** @param {Placing} placing @param {Written<Named>} country */
export function placeCountry(placing, country) {
  const { world, measure } = placing;
  if (country.room * world.degree < LEAST_COUNTRY_PX) return;
  const spot = countrySpot(world, country);
  if (!spot) return;
  const text = country.text.toUpperCase();
  const look = lookIn(world, "country", Math.round(clamp(11, spot.room * 0.27, 21) * 2) / 2);
  const width = measure(text, look);
  // A corner of a country at the edge of the view is not worth a name that covers it.
  if (!spot.own && width > 2.6 * spot.room) return;
  const beside = besideCountry(placing, country, text, look);
  const isNarrow = width > 3.2 * spot.room;
  const spots = isNarrow ? [...beside] : [];
  const lines = linesOf(measure, text, look, 2.6 * spot.room);
  const needed = spot.own ? 0 : sizeOf(measure, lines, look).w;
  for (const column of COLUMNS) {
    for (const row of ROWS) {
      const one = { x: spot.at.x + column * spot.room, y: spot.at.y + row * look.px, lines };
      if (isHome(world, country.code, one, needed)) spots.push(one);
    }
  }
  // Where lines take all of its land, a wide one has its name at sea as well.
  if (!isNarrow) spots.push(...beside);
  takeFirst(placing, { text: country.text, kind: "country" }, look, spots);
}

/** @param {Placing} placing @param {Written<Named>} unit */
export function placeProvince(placing, unit) {
  const { world, measure } = placing;
  const room = unit.room * world.degree;
  if (room < LEAST_PROVINCE_PX) return;
  const look = lookIn(world, "province", clamp(9.5, room * 0.16, 12));
  const at = world.point(unit.at);
  const lines = linesOf(measure, unit.text, look, 2 * room);
  const rows = ROWS.map((row) => ({ x: at.x, y: at.y + row * look.px, lines }));
  const spots = rows.filter(({ x, y }) => world.unitAt(x, y)?.code === unit.code);
  takeFirst(placing, { text: unit.text, kind: "province" }, look, spots);
}

/**
 * True where a name of this width has its middle in its country and would not reach into another.
 * @param {World} world @param {string} code @param {XY} spot @param {number} width
 */
function isHome(world, code, spot, width) {
  return [-0.5, 0, 0.5].every((part) => {
    const unit = world.unitAt(spot.x + part * width, spot.y);
    return unit ? unit.country === code : part !== 0 && width > 0;
  });
}

/**
 * A narrow land has its name in the sea beside it, at the end of a line, if no other land lies between.
 * @param {Placing} placing @param {Written<Named>} country @param {string} text @param {Look} look
 * @returns {LineSpot[]}
 */
function besideCountry({ world, measure }, country, text, look) {
  const at = world.point(country.at);
  const room = country.room * world.degree;
  const lines = linesOf(measure, text, look, measure(text, look) - 1);
  const size = sizeOf(measure, lines, look);
  /** @type {LineSpot[]} */
  const spots = [];
  for (const side of /** @type {(1 | -1)[]} */ ([1, -1])) {
    for (const row of [0, -0.8, 0.8]) {
      const y = at.y + row * room;
      const shore = shoreFrom(world, country.code, { x: at.x, y }, side, 3 * room);
      if (shore === null) continue;
      const land = { x: shore - side * INLAND_PX, y };
      if (world.unitAt(land.x, y)?.country !== country.code) continue;
      for (const off of OFFSHORE_PX) {
        const x = shore + side * (size.w / 2 + off);
        if (!isSeaUnder(world, { x, y }, size, lines.length)) continue;
        spots.push({ x, y, lines, lead: [land, { x: shore + side * (off - 1), y }] });
      }
    }
  }
  return spots.sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** @param {LineSpot} spot */
const lengthOf = ({ lead }) => (lead ? Math.abs(lead[1].x - lead[0].x) : 0);

/**
 * Its own point; where that is out of view, the middle of the largest part in view.
 * @param {World} world @param {Named} country
 * @returns {{ at: XY, room: number, own: boolean } | null}
 */
export function countrySpot(world, country) {
  const own = { at: world.point(country.at), room: country.room * world.degree, own: true };
  if (world.within(own.at, 30)) return own;
  const cells = world.cells();
  const others = cells.filter((cell) => cell.country !== country.code);
  const apart = (/** @type {XY} */ a, /** @type {XY} */ b) => Math.hypot(a.x - b.x, a.y - b.y);
  const middle = { x: world.size.x / 2, y: world.size.y / 2 };
  let best = null;
  let least = Infinity;
  for (const cell of cells.filter((one) => one.country === country.code)) {
    const room = Math.min(world.toEdge(cell), ...others.map((other) => apart(cell, other)));
    const cost = apart(cell, middle) / 12 - room;
    if (cost >= least) continue;
    least = cost;
    best = { at: cell, room: Math.min(room, own.room), own: false };
  }
  return best;
}
