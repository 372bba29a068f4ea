/* The step as it will be: the page of a lesson in a frame, made smaller where it has less room. */
import { button, make, written } from "../lesson/elements.js";

const WALL = { width: 1280, height: 720 }; // as a projector shows it
const LEAST_PX = 560; // in less room it is what a phone shows

/**
 * @typedef {object} ViewActs
 * @property {(n: number) => void} step another one was gone to inside
 * @property {(id: string) => void} pick a mark of the map or the timeline was pressed
 * @property {(years: [number, number]) => void} period
 * @property {(camera: { lat: number, lng: number, zoom: number } | null) => void} camera
 */

/** @param {string} page @param {string} title */
function lessonFrame(page, title) {
  const frame = make("iframe");
  Object.assign(frame, { title, src: page, allow: "fullscreen" });
  return frame;
}

/** @param {HTMLIFrameElement} frame @returns {import("../lesson/lesson.js").Lesson | undefined} */
function lessonIn(frame) {
  return frame.contentWindow?.lesson;
}

export class View {
  /** @param {string} page @param {Record<string, string>} words @param {ViewActs} acts */
  constructor(page, words, acts) {
    this._words = words;
    /** @type {{ lesson: LessonData, n: number } | null} */
    this._wanted = null;
    this.element = make("section", "compose-view");
    this.element.setAttribute("aria-label", words.view);
    this._box = this.element.appendChild(make("div", "compose-frame"));
    this._frame = this._box.appendChild(lessonFrame(page, words.view));
    this._frame.addEventListener("load", () => this._show());
    this._frame.addEventListener("lesson-step", ({ detail }) => {
      const n = detail.step - 1;
      if (this._wanted && n !== this._wanted.n) acts.step(n);
    });
    this._frame.addEventListener("lesson-pick", ({ detail }) => acts.pick(detail.id));
    this._frame.addEventListener("lesson-period", ({ detail }) => acts.period(detail.years));
    const row = this.element.appendChild(make("div", "compose-row"));
    const use = button(words.useCamera, () => acts.camera(this._camera()), "compose-button");
    use.dataset.name = "use-camera";
    this._free = button(words.freeCamera, () => acts.camera(null), "compose-button");
    this._free.dataset.name = "free-camera";
    row.append(use, this._free);
    this.picked = this.element.appendChild(make("div", "compose-picked"));
    this.picked.setAttribute("role", "status");
    this.rest();
    new ResizeObserver(() => this._fit()).observe(this._box);
  }

  /**
   * Shows a step, counted from 0, once the page in the frame stands.
   * @param {LessonData} lesson @param {number} n @param {boolean} hasCamera
   */
  show(lesson, n, hasCamera) {
    this._wanted = { lesson, n };
    this._free.disabled = !hasCamera;
    this._show();
  }

  /** Nothing is picked: how something can be. */
  rest() {
    this.picked.replaceChildren(written("p", this._words.pickHint, "compose-help"));
  }

  _show() {
    const inside = lessonIn(this._frame);
    if (inside && this._wanted) inside.change(this._wanted.lesson, this._wanted.n, true);
  }

  _camera() {
    const inside = lessonIn(this._frame);
    return inside ? inside.atlas.camera() : null;
  }

  /** The ids of the journeys that are drawn now. @returns {string[]} */
  get drawn() {
    return lessonIn(this._frame)?.shown().journeys || [];
  }

  _fit() {
    const width = this._box.clientWidth;
    if (!width) return;
    const isWall = width >= LEAST_PX;
    const scale = isWall ? width / WALL.width : 1;
    const height = isWall ? WALL.height * scale : Math.round(window.innerHeight * 0.7);
    this._box.style.height = `${height}px`;
    Object.assign(this._frame.style, {
      width: `${isWall ? WALL.width : width}px`,
      height: `${isWall ? WALL.height : height}px`,
      transform: `scale(${scale})`,
    });
  }
}

/**
 * Gives the lesson over the whole window, until it is left.
 * @param {string} page @param {string} title @param {LessonData} lesson @param {number} n
 * @param {() => void} left
 */
export function present(page, title, lesson, n, left) {
  const frame = lessonFrame(page, title);
  frame.className = "lesson-frame";
  frame.addEventListener("load", () => {
    lessonIn(frame)?.change(structuredClone(lesson), n);
    frame.contentWindow?.focus();
  });
  frame.addEventListener("lesson-leave", () => {
    frame.remove();
    left();
  });
  document.body.append(frame);
}
