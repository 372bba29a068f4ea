/* The draft of a lesson: plain keys with values, as a story's file has them; and what changes it.
 *
 * No function here changes what it is given: each gives a draft of its own, so that earlier ones can
 * be gone back to. A key without a value is not there, but `show` may be empty: no journey is shown.
 */

export const MOST_STEPS = 60;
const KEPT_EMPTY = ["show", "steps", "choices", "number", "place", "model"]; // they say of which kind it is
const LISTS = {
  story: ["goals", "prepare", "words"],
  step: ["show", "countries", "kinds", "outcomes", "told_by", "layers", "tasks"],
  task: ["choices"],
};

/** @typedef {{ [key: string]: any }} Keys */
/** @typedef {Keys & { steps: Keys[] }} Draft */
/** @typedef {(string | number)[]} Place keys and positions that lead to a value */

/** A draft to begin with: one step, on which everything is to be seen. @returns {Draft} */
export function emptyDraft() {
  return { steps: [{}] };
}

/** True where nobody has put anything into it. @param {Draft} draft */
export function isEmpty(draft) {
  return Object.keys(draft).length === 1 && draft.steps.every((step) => !Object.keys(step).length);
}

/**
 * What was read, as a draft; null where it cannot be one. What a file has in another form than the fields
 * that show it goes: a form that cannot be drawn would keep the page from its draft for good.
 * @param {any} given @returns {Draft | null}
 */
export function asDraft(given) {
  if (!isKeys(given)) return null;
  const steps = asList(given.steps).filter(isKeys).slice(0, MOST_STEPS).map(asStep);
  return { ...withTexts(given, LISTS.story), steps };
}

/** @param {Keys} given @returns {Keys} */
function asStep(given) {
  const step = withTexts(given, LISTS.step);
  if (isKeys(given.picture)) step.picture = withTexts(given.picture, []);
  if (!("tasks" in given)) return step;
  const tasks = /** @type {Keys[]} */ (asList(given.tasks).filter(isKeys));
  return { ...step, tasks: tasks.map((task) => withTexts(task, LISTS.task)) };
}

/**
 * The keys that have a text, and lists of texts; one text may stand for a list.
 * @param {Keys} keys @param {string[]} lists @returns {Keys}
 */
function withTexts(keys, lists) {
  /** @type {[string, any][]} */
  const made = [];
  for (const [key, value] of Object.entries(keys)) {
    if (lists.includes(key)) made.push([key, asList(value).filter(isText).map(String)]);
    else if (isText(value)) made.push([key, String(value)]);
  }
  return Object.fromEntries(made);
}

/** @param {any} given */
function isText(given) {
  return typeof given === "string" || Number.isFinite(given);
}

/** @param {any} given @returns {any[]} */
function asList(given) {
  if (Array.isArray(given)) return given;
  return given === undefined || given === null || given === "" ? [] : [given];
}

/** @param {any} given */
function isKeys(given) {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

/**
 * The value at a place, or undefined.
 * @param {any} value @param {Place} place @returns {any}
 */
export function at(value, place) {
  return place.reduce((inner, key) => inner?.[key], value);
}

/**
 * A draft with another value at a place; what has no value goes.
 * @template T @param {T} value @param {Place} place @param {any} given @returns {T}
 */
export function put(value, place, given) {
  if (!place.length) return given;
  const [key, ...rest] = place;
  const made = /** @type {any} */ (
    Array.isArray(value) ? [...value] : value ? { ...value } : typeof key === "number" ? [] : {}
  );
  const inner = put(made[key], rest, given);
  if (isNothing(inner, key)) {
    if (Array.isArray(made)) made.splice(Number(key), 1);
    else delete made[key];
  } else made[key] = inner;
  return made;
}

/** @param {any} value @param {string | number} key */
function isNothing(value, key) {
  if (value === undefined || value === null) return true;
  if (typeof key === "number") return false; // an item goes when it is taken out, not when it is empty
  if (KEPT_EMPTY.includes(key)) return false;
  if (isKeys(value)) return !Object.keys(value).length;
  return value === "" || (Array.isArray(value) && !value.length);
}

/** @template T @param {T[]} items @param {number} where @param {T} item */
export function inserted(items, where, item) {
  return [...items.slice(0, where), item, ...items.slice(where)];
}

/** @template T @param {T[]} items @param {number} where */
export function without(items, where) {
  return items.filter((_, each) => each !== where);
}

/** @template T @param {T[]} items @param {number} from @param {number} to */
export function moved(items, from, to) {
  const goal = Math.min(Math.max(to, 0), items.length - 1);
  return inserted(without(items, from), goal, items[from]);
}

/**
 * A step once more, with a heading that no other step has.
 * @param {Keys[]} steps @param {Keys} step @returns {Keys}
 */
export function another(steps, step) {
  if (!step.heading) return structuredClone(step);
  const taken = new Set(steps.map(({ heading }) => String(heading || "").toLowerCase()));
  let heading = step.heading;
  for (let number = 2; taken.has(heading.toLowerCase()); number++) heading = `${step.heading} (${number})`;
  return { ...structuredClone(step), heading };
}

/**
 * A draft as it is checked, kept in a file and shown: each line that was begun is a paragraph.
 * @template T @param {T} value @returns {T}
 */
export function tidy(value) {
  if (typeof value === "string") {
    const lines = value.split(/\s*\n\s*/).map((line) => line.replace(/[ \t]+/g, " ").trim());
    return /** @type {any} */ (lines.filter(Boolean).join("\n\n"));
  }
  if (Array.isArray(value)) return /** @type {any} */ (value.map(tidy).filter((each) => each !== ""));
  if (!isKeys(value)) return value;
  const kept = Object.entries(/** @type {any} */ (value))
    .map(([key, inner]) => [key, tidy(inner)])
    .filter(([key, inner]) => !isNothing(inner, key));
  return Object.fromEntries(kept);
}
