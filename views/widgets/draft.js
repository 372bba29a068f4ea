/* Lets the camera of the map come along when a view is added to a story.
 *
 * The button is Streamlit's own. Where the map stands, its click is told to the server from here,
 * with the camera; where it does not, or without this script, the button tells it alone.
 */
export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.ended) parentElement.ended.abort(); // each run of the page calls this again
  const ended = (parentElement.ended = new AbortController());
  const add = (event) => {
    if (!event.target.closest || !event.target.closest(".st-key-add-view button")) return;
    const frame = document.querySelector(".st-key-map-room iframe");
    const atlas = frame && frame.contentWindow && frame.contentWindow.atlas;
    if (!atlas) return;
    event.stopPropagation();
    setTriggerValue("added", atlas.camera());
  };
  document.addEventListener("click", add, { capture: true, signal: ended.signal });
  return () => ended.abort();
}
