/* What the page for pupils gets, as the properties of `window.AtlasPupils`. */
export { Pupils } from "./pupils.js";
