/* Who says so, beside the numbers of the player: closed until it is asked for, then for each number a
 * phrase and the pages where it was read.
 */

/** @typedef {{ who: string, pages: Page[] }} Says */

export class Answer {
  /** @param {HTMLElement} parent @param {string} question @param {() => void} asked */
  constructor(parent, question, asked) {
    this._details = parent.appendChild(document.createElement("details"));
    this._details.className = "time-who";
    this._details.appendChild(document.createElement("summary")).textContent = question;
    this._says = this._details.appendChild(document.createElement("div"));
    /** @type {(() => Says[]) | null} */
    this._answers = null;
    this._details.addEventListener("toggle", () => {
      if (this._details.open) asked();
      this._write();
    });
    this.show(null);
  }

  /**
   * The answers for the numbers that are shown, made when they are asked for; null where none is.
   * @param {(() => Says[]) | null} answers
   */
  show(answers) {
    this._answers = answers;
    this._details.hidden = !answers;
    if (!answers) this._details.open = false;
    this._write();
  }

  _write() {
    const says = this._details.open && this._answers ? this._answers() : [];
    this._says.replaceChildren(...says.map(paragraph));
  }
}

/** @param {Says} says */
function paragraph({ who, pages }) {
  const element = document.createElement("p");
  element.append(who, ...pages.map(linked).flat());
  return element;
}

/** @param {Page} page @returns {(string | Node)[]} */
function linked([name, address, terms]) {
  const element = address ? document.createElement("a") : document.createElement("span");
  element.textContent = name;
  if (element instanceof HTMLAnchorElement) {
    element.href = address;
    element.target = "_blank";
    element.rel = "noopener noreferrer";
  }
  const under = document.createElement("small");
  under.textContent = terms;
  return [" ", element, " ", under];
}
