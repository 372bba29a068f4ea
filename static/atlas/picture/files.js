/* A picture as a file: what it is called, and how it comes to the reader. */

/** @typedef {"svg" | "png" | "png-2x"} Form */

const PARTS = { map: "map", time: "timeline", both: "map-and-timeline" };
const MOST_LETTERS = 60; // of the name of a selection

/**
 * The name of a file, which says what the picture shows and of which day it is.
 * @param {import("./rooms.js").What} what @param {string} selection @param {Form} form @param {Date} day
 */
export function nameOf(what, selection, form, day) {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  const iso = date.map((part) => String(part).padStart(2, "0")).join("-");
  const chosen = selection.replace(/[^\w-]+/g, "-").slice(0, MOST_LETTERS);
  const name = ["ways-out", PARTS[what], chosen, iso, form === "png-2x" ? "2x" : ""];
  return `${name.filter(Boolean).join("-")}.${form === "svg" ? "svg" : "png"}`;
}

/**
 * Saves a file as a download.
 * @param {File} file @param {Document} page
 */
export function save(file, page) {
  const link = page.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * True where the system has a sheet to hand such a file on.
 * @param {File} file @param {Navigator} navigator
 */
export function canShare(file, navigator) {
  return Boolean(navigator.canShare?.({ files: [file] }));
}

/**
 * Hands a file on; whoever changes their mind is told nothing.
 * @param {File} file @param {Navigator} navigator
 */
export async function share(file, navigator) {
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "AbortError") throw error;
  }
}
