/* The draft in this browser: at every change, through a reload, and with a server that is gone.
 *
 * Two windows do not write over each other: who finds that another one has written since, asks.
 */
import { asDraft } from "./changes.js";

const PLACE = "ways-out-lesson";

/** @typedef {import("./changes.js").Draft} Draft */
/** @typedef {"kept" | "other" | "full"} Outcome */
/**
 * What lies there: of which window, and the how many-th.
 * @typedef {{ by: string, turn: number, draft: Draft }} Kept
 */

export class Keep {
  /** @param {Storage} storage @param {string} by the name of this window */
  constructor(storage, by) {
    this._storage = storage;
    this._by = by;
    this._turn = -1; // of what this window has seen last
  }

  /** What lies there, or null. @returns {Draft | null} */
  read() {
    const kept = this._kept();
    this._turn = kept ? kept.turn : -1;
    return kept && asDraft(kept.draft);
  }

  /** True where another window has written since. */
  get isOther() {
    const kept = this._kept();
    return Boolean(kept) && kept?.by !== this._by && kept?.turn !== this._turn;
  }

  /**
   * Keeps a draft, unless another window has written; `anyway` also then.
   * @param {Draft} draft @param {boolean} [anyway] @returns {Outcome}
   */
  write(draft, anyway = false) {
    if (!anyway && this.isOther) return "other";
    const turn = Math.max(this._turn, this._kept()?.turn ?? -1) + 1;
    try {
      this._storage.setItem(PLACE, JSON.stringify({ by: this._by, turn, draft }));
    } catch {
      return "full";
    }
    this._turn = turn;
    return "kept";
  }

  /** @returns {Kept | null} */
  _kept() {
    try {
      const kept = JSON.parse(this._storage.getItem(PLACE) || "null");
      return kept && typeof kept === "object" && Number.isInteger(kept.turn) ? kept : null;
    } catch {
      return null;
    }
  }
}

/**
 * Calls when another window writes, until the signal.
 * @param {() => void} hear @param {AbortSignal} signal
 */
export function whenOthersWrite(hear, signal) {
  window.addEventListener("storage", (event) => event.key === PLACE && hear(), { signal });
}

/** The keep of this window. The storage of a browser that keeps nothing is an empty one. */
export function ownKeep() {
  return new Keep(storageOf(), `${Date.now()}-${Math.random().toString(36).slice(2)}`);
}

/** @returns {Storage} */
function storageOf() {
  try {
    return window.localStorage;
  } catch {
    const none = { getItem: () => null, setItem: () => { throw new Error("nothing is kept"); } };
    return /** @type {any} */ (none);
  }
}
