/* What Streamlit's chart does not tell the server: which mark of the timeline was clicked.
 *
 * While a stretch can be dragged over a chart, Streamlit passes on no clicks. This component
 * has nothing to see; it listens to the chart beside it and names the mark by its id.
 */
export default function ({ setTriggerValue }) {
  const room = document.querySelector(".st-key-time-room");
  if (!room) return;

  const told = (event) => {
    const point = event.points && event.points[0];
    const id = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
    if (id) setTriggerValue("clicked", String(id));
  };

  let chart = null;
  const listen = () => {
    const found = room.querySelector(".js-plotly-plot");
    if (!found || !found.on || found === chart) return;
    if (chart) chart.removeListener("plotly_click", told);
    chart = found;
    chart.on("plotly_click", told);
  };

  listen();
  const changes = new MutationObserver(listen);
  changes.observe(room, { childList: true, subtree: true });
  return () => {
    changes.disconnect();
    if (chart) chart.removeListener("plotly_click", told);
  };
}
