/* The page that puts a lesson together: what the server says of the records, and the composer. */
import { Composer } from "./composer.js";
import { offersOf } from "./draft/offers.js";

/**
 * @typedef {object} ComposeData
 * @property {string} offers where the file lies that says what there is to choose from
 * @property {string} parts where the parts of a page lie that is taken along
 * @property {string} page of a lesson, for the frame of the view
 * @property {{ id: string, title: string }[]} stories
 * @property {Record<string, string>} words
 * @property {import("./server.js").Answer | null} answer
 */

const AGAIN_MS = 3000;

/** @typedef {HTMLElement & { composer?: Composer, begins?: string }} Root */

/** @param {Component<ComposeData> & { parentElement: Root }} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const tell = (/** @type {object} */ question) => setTriggerValue("told", question);
  const records = `${data.offers} ${data.page}`;
  if (parentElement.composer && parentElement.begins === records) {
    parentElement.composer.update(data, tell);
  } else if (parentElement.begins !== records) {
    parentElement.begins = records;
    begin(parentElement, data, tell, records);
  }
  return () => {
    parentElement.composer?.end();
    delete parentElement.composer;
    delete parentElement.begins;
  };
}

/**
 * @param {Root} root @param {ComposeData} data @param {(question: object) => void} tell
 * @param {string} records
 */
async function begin(root, data, tell, records) {
  const answer = await fetch(data.offers).then((found) => (found.ok ? found.json() : null)).catch(() => null);
  if (root.begins !== records) return;
  if (!answer) {
    setTimeout(() => root.begins === records && begin(root, data, tell, records), AGAIN_MS);
    const said = root.querySelector(".compose-lost") || root.appendChild(document.createElement("p"));
    said.className = "compose-lost";
    said.textContent = data.words.lost;
    return;
  }
  root.querySelector(".compose-lost")?.remove();
  root.composer?.end();
  root.composer = new Composer(root, data, offersOf(answer), tell);
}
