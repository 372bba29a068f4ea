/* Lets the camera of the map come along when a view is added to a story.
 *
 * The button is Streamlit's own. Where the map stands, its click is told to the server from here,
 * with the camera; where it does not, or without this script, the button tells it alone.
 */
import { mapInFrame } from "./map-frame.js";

/** @param {Component<null> & { parentElement: { ended?: AbortController } }} component */
export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.ended) parentElement.ended.abort(); // each run of the page calls this again
  const ended = (parentElement.ended = new AbortController());
  const add = (/** @type {MouseEvent} */ event) => {
    const target = /** @type {Partial<Element>} */ (event.target);
    const map = mapInFrame();
    if (!map || !target.closest || !target.closest(".st-key-add-view button")) return;
    event.stopPropagation();
    setTriggerValue("added", map.camera());
  };
  document.addEventListener("click", add, { capture: true, signal: ended.signal });
  return () => ended.abort();
}
