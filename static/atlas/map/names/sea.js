/* Where a name would lie on nothing but sea. */

const STEP_PX = 5; // between points that are asked whether they lie at sea
const SIDE_PX = 3;

/**
 * True where a name of so many lines would lie on nothing but sea.
 * @param {World} world @param {XY} at @param {Size} size @param {number} lines
 */
export function isSeaUnder(world, { x, y }, size, lines) {
  const rows = lines > 1 ? [y - size.h / 3, y + size.h / 3] : [y];
  return rows.every((row) => isSea(world, x - size.w / 2 - SIDE_PX, x + size.w / 2 + SIDE_PX, row));
}

/** @param {World} world @param {number} from @param {number} to @param {number} y */
function isSea(world, from, to, y) {
  const count = Math.max(1, Math.ceil(Math.abs(to - from) / STEP_PX));
  for (let i = 0; i <= count; i++) {
    if (world.landAt(from + ((to - from) * i) / count, y)) return false;
  }
  return true;
}

/**
 * Where a country ends at the sea on a row of the map; null where another land comes first.
 * @param {World} world @param {string} code @param {XY} from @param {1 | -1} side
 * @param {number} reach
 */
export function shoreFrom(world, code, { x, y }, side, reach) {
  for (let away = 0; away <= reach; away += STEP_PX) {
    const at = x + side * away;
    const unit = world.unitAt(at, y);
    if (unit && unit.country !== code) return null;
    if (!unit && isSea(world, at, x + side * (away + 30), y)) return at;
  }
  return null;
}
