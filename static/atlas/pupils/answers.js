/* What a pupil has answered, kept in this browser alone. */

const NAME = "ways-out-pupils-";
/** @type {PupilsAnswer} */
const NONE = { ask: "", given: "", state: "" };

export class Answers {
  /** @param {string} story its id @param {() => Storage} storage may throw where nothing is kept */
  constructor(story, storage) {
    this._name = NAME + story;
    this._storage = storage;
    this.kept = true;
    /** @type {{ plain: boolean, given: Record<string, PupilsAnswer> }} */
    this._told = { plain: false, given: {} };
    this._read();
  }

  get plain() {
    return this._told.plain;
  }

  set plain(chosen) {
    this._told.plain = chosen;
    this._write();
  }

  /**
   * The answer to a task of a step; none where another thing is asked there by now.
   * @param {number} step @param {number} task @param {string} ask
   */
  of(step, task, ask) {
    const found = this._told.given[`${step}-${task}`];
    return found && found.ask === ask ? found : NONE;
  }

  /** @param {number} step @param {number} task @param {PupilsAnswer} answer */
  put(step, task, answer) {
    this._told.given[`${step}-${task}`] = answer;
    this._write();
  }

  /** Forgets all answers, here and in the browser. */
  clear() {
    this._told = { plain: this.plain, given: {} };
    try {
      this._storage().removeItem(this._name);
    } catch {
      this.kept = false;
    }
  }

  _read() {
    try {
      const told = JSON.parse(this._storage().getItem(this._name) || "{}");
      const { plain, given } = told;
      this._told = { plain: plain === true, given: isAnswers(given) ? given : {} };
    } catch {
      this._write();
    }
  }

  _write() {
    try {
      this._storage().setItem(this._name, JSON.stringify(this._told));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }
}

/** @param {unknown} told */
function isAnswers(told) {
  if (!told || typeof told !== "object") return false;
  return Object.values(told).every(
    (one) => one && [one.ask, one.given, one.state].every((part) => typeof part === "string"),
  );
}
