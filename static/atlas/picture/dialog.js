/* The dialog that takes a picture: what it shows, in which form and size, and how it will look. */
import { sentence } from "../map/journeys/sentence.js";
import { canShare, nameOf, save, share } from "./files.js";
import { NotLoaded } from "./load.js";
import { pictureOf } from "./picture.js";
import { pngOf } from "./pixels.js";

/** @typedef {import("./picture.js").Subject} Subject */
/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./files.js").Form} Form */
/** @typedef {import("./rooms.js").What} What */

export class PictureDialog {
  /**
   * Opens in a page, which may lie around that of the map.
   * @param {Subject} subject @param {Document} page
   */
  constructor(subject, page) {
    this._subject = subject;
    this._page = page;
    /** @type {Map<string, Promise<Picture>>} */
    this._pictures = new Map();
    /** @type {File | null} */
    this._file = null;
    this._asked = 0;
    this.element = this._make("dialog", "picture-dialog");
    this._preview = /** @type {HTMLImageElement} */ (this._make("img", "picture-preview"));
    this._said = this._make("p", "picture-said");
    this._said.setAttribute("role", "status");
    this._form = /** @type {HTMLFormElement} */ (this._make("form", "picture-choices"));
    this._buttons = this._make("div", "picture-buttons");
    this._build();
    page.body.append(this.element);
    this.element.showModal();
    this._update();
  }

  _build() {
    const { strings, title } = this._subject.words;
    const { element } = this;
    const hasTime = Boolean(this._subject.chart);
    element.setAttribute("aria-label", strings.take);
    this._preview.alt = title;
    this._choice("what", strings.what, [
      ["both", strings.both, hasTime],
      ["map", strings.map, true],
      ["time", strings.time, hasTime],
    ]);
    this._choice("size", strings.size, [
      ["slide", strings.slide, true],
      ["screen", strings.screen, true],
    ]);
    this._choice("form", strings.form, [
      ["png", strings.png, true],
      ["png-2x", strings.png2, true],
      ["svg", strings.svg, true],
    ]);
    this._form.addEventListener("change", () => this._update());
    this._form.addEventListener("submit", (event) => event.preventDefault());
    this._save = this._button(strings.save, () => this._file && save(this._file, this._page), "picture-save");
    this._share = this._button(strings.share, () => this._hand(), "picture-share");
    this._button(strings.close, () => element.close(), "picture-close");
    const heading = this._make("h2");
    heading.textContent = strings.take;
    element.append(heading, this._form, this._preview, this._said, this._buttons);
    element.addEventListener("keydown", (event) => event.stopPropagation()); // Esc closes this alone
    element.addEventListener("close", () => this._end());
  }

  /**
   * Makes the picture that is chosen, shows it, and holds its file ready: a system hands on only what
   * is there when it is asked to.
   */
  async _update() {
    const asked = (this._asked += 1);
    const { strings } = this._subject.words;
    this._ready(null, strings.making);
    try {
      const what = /** @type {What} */ (this._chosen("what"));
      const form = /** @type {Form} */ (this._chosen("form"));
      const picture = await this._picture(what, this._chosen("size") === "slide");
      const file = await fileOf(picture, what, form, this._subject.words.name);
      if (asked !== this._asked) return;
      this._show(picture);
      this._ready(file, this._told(file, picture, form));
    } catch (error) {
      if (asked !== this._asked) return;
      this._ready(null, whyNot(error, strings));
    }
  }

  /**
   * @param {What} what @param {boolean} slide
   */
  _picture(what, slide) {
    const key = `${what} ${slide}`;
    const made = this._pictures.get(key) || pictureOf(this._subject, what, slide);
    this._pictures.set(key, made);
    made.catch(() => this._pictures.delete(key)); // it is tried again when it is asked for again
    return made;
  }

  /** @param {Picture} picture */
  _show({ svg, size }) {
    URL.revokeObjectURL(this._preview.src);
    this._preview.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    Object.assign(this._preview, { width: size.w, height: size.h });
  }

  /** @param {File} file @param {Picture} picture @param {Form} form */
  _told(file, { size, scale }, form) {
    const { strings } = this._subject.words;
    if (form === "svg") return file.name;
    const [width, height] = pointsOf(size, scale, form);
    return sentence(strings.ready, { name: file.name, width, height });
  }

  /** @param {File | null} file @param {string} words */
  _ready(file, words) {
    this._file = file;
    this._said.textContent = words;
    this._preview.classList.toggle("old", !file);
    const shares = Boolean(file && this._navigator && canShare(file, this._navigator));
    if (this._save) this._save.disabled = !file;
    if (this._share) this._share.hidden = !shares && (Boolean(file) || this._share.hidden);
  }

  async _hand() {
    if (this._file && this._navigator) await share(this._file, this._navigator);
  }

  get _navigator() {
    return this._page.defaultView?.navigator;
  }

  _end() {
    this._asked += 1;
    URL.revokeObjectURL(this._preview.src);
    this.element.remove();
  }

  /** @param {string} name */
  _chosen(name) {
    return String(new FormData(this._form).get(name));
  }

  /** @param {string} name @param {string} words @param {[string, string, boolean][]} choices */
  _choice(name, words, choices) {
    const field = this._form.appendChild(this._make("fieldset"));
    field.appendChild(this._make("legend")).textContent = words;
    const first = choices.find(([, , can]) => can);
    for (const choice of choices) {
      const [value, label, can] = choice;
      const input = /** @type {HTMLInputElement} */ (this._make("input"));
      Object.assign(input, { type: "radio", name, value, disabled: !can, checked: choice === first });
      const told = field.appendChild(this._make("label"));
      told.append(input, label);
    }
  }

  /** @param {string} words @param {() => void} act @param {string} className */
  _button(words, act, className) {
    const button = /** @type {HTMLButtonElement} */ (
      this._buttons.appendChild(this._make("button", className))
    );
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   */
  _make(tag, className = "") {
    const element = this._page.createElement(tag);
    if (className) element.className = className;
    return element;
  }
}

/** @param {unknown} error @param {PictureWords["strings"]} strings */
function whyNot(error, strings) {
  if (error instanceof NotLoaded) return strings.unreached;
  return sentence(strings.failed, { reason: error instanceof Error ? error.message : error });
}

/** @param {Picture} picture @param {What} what @param {Form} form @param {string} selection */
async function fileOf({ svg, size, scale }, what, form, selection) {
  const name = nameOf(what, selection, form, new Date());
  if (form === "svg") return new File([svg], name, { type: "image/svg+xml" });
  return new File([await pngOf(svg, pointsOf(size, scale, form))], name, { type: "image/png" });
}

/**
 * How many points a PNG has: across and down.
 * @param {Size} size @param {number} scale @param {Form} form
 */
function pointsOf({ w, h }, scale, form) {
  const times = form === "png-2x" ? 2 : 1;
  return [w, h].map((side) => Math.round(side * scale) * times);
}
