/* Reads aloud with the browser's own voice; where it has none for the language, nothing offers it. */

export class Voice {
  /**
   * @param {HTMLButtonElement} button @param {{ speak: string, hush: string }} words
   * @param {() => string[]} text what is to be read, in parts
   */
  constructor(button, { speak, hush }, text) {
    this._button = button;
    this._words = { speak, hush };
    this._text = text;
    button.hidden = true;
    button.textContent = speak;
    if (!("speechSynthesis" in window)) return;
    button.addEventListener("click", () => (this._on ? this.hush() : this._speak()));
    const offer = () => (button.hidden = !this._voice());
    window.speechSynthesis.addEventListener?.("voiceschanged", offer);
    window.addEventListener("pagehide", () => this.hush());
    offer();
  }

  /** Ends what is being read. */
  hush() {
    if (!("speechSynthesis" in window)) return;
    window.speechSynthesis.cancel();
    this._say(false);
  }

  get _on() {
    return this._button.getAttribute("aria-pressed") === "true";
  }

  _voice() {
    const lang = document.documentElement.lang.slice(0, 2);
    // Only a voice of this device: another one would send the words away.
    return window.speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
  }

  _speak() {
    const voice = this._voice();
    if (!voice) return;
    const parts = this._text().filter((part) => part.trim());
    parts.forEach((part, at) => {
      const said = new SpeechSynthesisUtterance(part);
      Object.assign(said, { voice, lang: voice.lang });
      if (at === parts.length - 1) said.onend = () => this._say(false);
      window.speechSynthesis.speak(said);
    });
    this._say(parts.length > 0);
  }

  /** @param {boolean} on */
  _say(on) {
    this._button.setAttribute("aria-pressed", String(on));
    this._button.textContent = on ? this._words.hush : this._words.speak;
  }
}
