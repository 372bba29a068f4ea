/* Scripts that a page fetches only when it needs them. */

/** A script did not come: the server is away, or the line is. */
export class NotLoaded extends Error {}

/**
 * Comes once a script of a page has run; one that has run or is on its way is not fetched again.
 * @param {Document} page @param {string} address seen from there @returns {Promise<void>}
 */
export function loaded(page, address) {
  const before = [...page.scripts].find((script) => script.dataset.asked === address);
  if (before?.dataset.ran) return Promise.resolve();
  const script = before || page.createElement("script");
  const coming = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    script.addEventListener("load", () => {
      script.dataset.ran = "true";
      resolve();
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new NotLoaded(address));
    });
  });
  if (!before) {
    Object.assign(script, { src: address }).dataset.asked = address;
    page.head.append(script);
  }
  return coming;
}
