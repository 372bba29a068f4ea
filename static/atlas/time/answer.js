/* Who says so, beside a number of the player: closed until it is asked for, then the phrase and the
 * pages where the number was read.
 */

export class Answer {
  /** @param {HTMLElement} parent @param {string} question */
  constructor(parent, question) {
    this._details = parent.appendChild(document.createElement("details"));
    this._details.className = "time-who";
    this._details.appendChild(document.createElement("summary")).textContent = question;
    this._says = this._details.appendChild(document.createElement("p"));
    this.show(undefined);
  }

  /**
   * The answer for one number, or nothing where none is shown.
   * @param {YearCount | undefined} count
   */
  show(count) {
    this._details.hidden = !count;
    if (!count) this._details.open = false;
    else this._says.replaceChildren(`${count.who} `, ...count.pages.map(linked).flat());
  }
}

/** @param {[string, string]} page its name and its address @param {number} at @returns {(string | Node)[]} */
function linked([name, address], at) {
  const element = address ? document.createElement("a") : document.createElement("span");
  element.textContent = name;
  if (element instanceof HTMLAnchorElement) {
    element.href = address;
    element.target = "_blank";
    element.rel = "noopener noreferrer";
  }
  return at ? [", ", element] : [element];
}
