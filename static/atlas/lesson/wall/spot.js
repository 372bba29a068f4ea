/* A spot of light that follows the pointer, while all else on the wall is dim. */

export class Spot {
  constructor() {
    this._light = document.body.appendChild(document.createElement("div"));
    this._light.className = "lesson-spot";
    this._light.hidden = true;
    window.addEventListener("pointermove", ({ clientX, clientY }) => this._follow(clientX, clientY), {
      capture: true,
      passive: true,
    });
  }

  get on() {
    return !this._light.hidden;
  }

  /** Puts the light on or out. */
  toggle() {
    this._light.hidden = !this._light.hidden;
  }

  /** Puts it out; true where it was on. */
  out() {
    const was = this.on;
    this._light.hidden = true;
    return was;
  }

  /** @param {number} x @param {number} y */
  _follow(x, y) {
    this._light.style.setProperty("--x", `${x}px`);
    this._light.style.setProperty("--y", `${y}px`);
  }
}
