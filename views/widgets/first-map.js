/* Asks the server for the chart once the map is drawn, or where it is not drawn in time. */
const PATIENCE_MS = 5000;

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
  const frame = document.querySelector(".st-key-map-room iframe");
  if (frame && frame.contentWindow && frame.contentWindow.atlas) painted();
  return () => {
    waits = false;
    clearTimeout(patience);
    document.removeEventListener("atlas-shown", painted);
  };
}
