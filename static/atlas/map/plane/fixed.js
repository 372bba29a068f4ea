/* Options of a map that stays as it is: on paper and in a picture. */

/** @type {L.MapOptions} */
export const FIXED = {
  zoomControl: false,
  attributionControl: false,
  dragging: false,
  scrollWheelZoom: false,
  doubleClickZoom: false,
  boxZoom: false,
  touchZoom: false,
  keyboard: false,
  fadeAnimation: false,
  zoomAnimation: false,
  markerZoomAnimation: false,
  center: [32, 115],
  zoom: 3,
  minZoom: 2,
  maxZoom: 12,
};
