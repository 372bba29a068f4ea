/* Scripts that a page fetches only when it needs them. */

/** A script did not come: the server is away, or the line is. */
export class NotLoaded extends Error {}

/**
 * Comes once a script of a page has run; one that has run is not fetched again.
 * @param {Document} page @param {string} address seen from there @returns {Promise<void>}
 */
export function loaded(page, address) {
  const before = [...page.scripts].find((script) => script.dataset.loaded === address);
  if (before) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = page.head.appendChild(page.createElement("script"));
    script.onload = () => {
      script.dataset.loaded = address;
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new NotLoaded(address));
    };
    script.src = address;
  });
}
