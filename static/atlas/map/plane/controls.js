/* What the map's own buttons and lines of credit cover. */

/**
 * Rectangles in pixels of the map's window.
 * @param {L.Map} map @returns {Rect[]}
 */
export function controlBoxes(map) {
  const container = map.getContainer();
  const origin = container.getBoundingClientRect();
  const scale = origin.width / container.offsetWidth || 1; // by which the page magnifies the map
  return [...container.querySelectorAll(".leaflet-control")].map((control) => {
    const box = control.getBoundingClientRect();
    const [x, y] = [box.left - origin.left, box.top - origin.top];
    return { x: x / scale, y: y / scale, w: box.width / scale, h: box.height / scale };
  });
}
