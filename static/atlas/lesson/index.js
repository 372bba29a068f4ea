/* What the page of a lesson gets, as the properties of `window.AtlasLesson`. */
export { Lesson } from "./lesson.js";
