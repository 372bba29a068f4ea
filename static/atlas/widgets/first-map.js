/* Asks the server for the chart once the map is drawn, and says how wide it will be. */
import { mapInFrame } from "./map-frame.js";

/** @param {Component<null> & { parentElement: { asked?: boolean } }} component */
export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.asked) return; // each run of the page calls this again
  parentElement.asked = true;
  const ended = new AbortController();
  const ask = () => {
    if (!ended.signal.aborted) setTriggerValue("drawn", document.documentElement.clientWidth);
  };
  const painted = () => requestAnimationFrame(() => setTimeout(ask));
  document.addEventListener("atlas-shown", painted, { once: true, signal: ended.signal });
  if (mapInFrame()) painted();
  return () => ended.abort();
}
