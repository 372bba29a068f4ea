/* What the map's own buttons and lines of credit cover. */

/**
 * Rectangles in pixels of the map's window.
 * @param {L.Map} map @returns {Rect[]}
 */
export function controlBoxes(map) {
  const container = map.getContainer();
  const origin = container.getBoundingClientRect();
  return [...container.querySelectorAll(".leaflet-control")].map((control) => {
    const box = control.getBoundingClientRect();
    return { x: box.left - origin.left, y: box.top - origin.top, w: box.width, h: box.height };
  });
}
