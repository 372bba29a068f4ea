/* Asks the server for the chart once the map is drawn, or where it is not drawn in time. */
import { mapInFrame } from "./map-frame.js";

const PATIENCE_MS = 5000;

/** @param {Component<null> & { parentElement: { asked?: boolean } }} component */
export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.asked) return; // each run of the page calls this again
  parentElement.asked = true;
  let waits = true;
  const ask = () => {
    if (waits) setTriggerValue("drawn", true);
    waits = false;
  };
  const painted = () => requestAnimationFrame(() => setTimeout(ask));
  const patience = setTimeout(ask, PATIENCE_MS);
  document.addEventListener("atlas-shown", painted, { once: true });
  if (mapInFrame()) painted();
  return () => {
    waits = false;
    clearTimeout(patience);
    document.removeEventListener("atlas-shown", painted);
  };
}
