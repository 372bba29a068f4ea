/* Gives a lesson: map and timeline beside a text, stepped by key, clicker, button or by itself.
 *
 * new AtlasLesson(lesson, atlas) takes over the page (see views/lesson_page.py). The step stands in
 * the address as `#3`; `?kiosk` plays by itself. Whoever frames the page is told of each step by a
 * `lesson-step` event on the frame. Every text is written as text.
 */
(function () {
  "use strict";

  const KIOSK_LEAST_MS = 9000;
  const KIOSK_WORD_MS = 330;
  const ALONE_MS = 60000; // after the last touch an exhibition starts again
  const LARGE_PX = 1500;
  const LARGE_CHART_PX = 330;
  const LOW_CHART_PX = 235; // words beside its lanes would lie on each other
  const SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7]; // of the type, until a step fits the screen
  const NEXT = ["ArrowRight", "ArrowDown", " ", "PageDown", "Enter"];
  const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];

  window.AtlasLesson = class {
    constructor(lesson, atlas) {
      this.lesson = lesson;
      this.atlas = atlas;
      this.step = 0;
      this._agreed = new Set(); // steps whose heavy content was asked for
      this._build();
      this._listen();
      const kiosk = new URLSearchParams(location.search).has("kiosk");
      this.go(this._asked());
      if (kiosk) this._kiosk(true);
    }

    /** Shows a step, counted from 0; one that is announced as heavy asks first. */
    go(number) {
      this.step = Math.min(Math.max(number, 0), this.lesson.steps.length - 1);
      const step = this.lesson.steps[this.step];
      this._close([this._help, this._account, this._blank]);
      document.body.classList.toggle("chart-first", step.chart);
      this._words(step);
      this._map(step);
      this._time(step);
      this._tellNotes();
      this._address();
      this._buttons.back.disabled = this.step === 0;
      this._buttons.next.disabled = this.step === this.lesson.steps.length - 1;
      this._bar.style.width = `${(100 * (this.step + 1)) / this.lesson.steps.length}%`;
      if (this._playing) this._later();
    }

    next() {
      if (this._waiting()) return this._agree();
      if (this.step < this.lesson.steps.length - 1) this.go(this.step + 1);
    }

    back() {
      if (this.step > 0) this.go(this.step - 1);
    }

    /** What is on the screen now, for tests. */
    shown() {
      const { journeys, marks, focus } = this.atlas.drawn();
      const stops = focus ? marks.map((mark) => mark.id) : [];
      return { step: this.step + 1, heading: this._heading.textContent, journeys, focus, stops, waiting: this._waiting() };
    }

    /* ------------------------------------------------------------------ the page */

    _build() {
      const { strings } = this.lesson;
      const room = document.querySelector(".lesson-room");
      this._mapBox = room.querySelector(".lesson-map");
      this._mapBox.setAttribute("role", "region");
      this._wordsRoom = room.appendChild(make("section", "lesson-words"));
      this._wordsRoom.tabIndex = -1;
      this._wordsRoom.setAttribute("aria-live", "polite");
      this._place = this._wordsRoom.appendChild(make("p", "lesson-place"));
      this._heading = this._wordsRoom.appendChild(make("h1"));
      this._body = this._wordsRoom.appendChild(make("div", "lesson-body"));
      this._foot = this._wordsRoom.appendChild(make("footer"));
      this._timeRoom = room.appendChild(make("section", "lesson-time"));
      this._timeRoom.setAttribute("aria-label", strings.timeline);
      this._chart = this._timeRoom.appendChild(make("div", "lesson-chart"));
      this._nav(room.appendChild(make("nav", "lesson-nav")));
      this._help = this._panel("lesson-help", strings.help, this._keys());
      this._notes = this._panel("lesson-notes", strings.notes, make("div"));
      this._notes.append(this._noteButton());
      this._blank = document.body.appendChild(make("div", "lesson-blank"));
      this._blank.textContent = strings.blank;
      this._blank.hidden = true;
      const account = document.querySelector(".lesson-account");
      if (account) this._account = this._panel("lesson-reading", strings.sources, account);
      if (account) account.hidden = false;
    }

    _nav(nav) {
      const { strings } = this.lesson;
      nav.setAttribute("aria-label", strings.steps);
      const button = (name, words, action) => {
        const made = nav.appendChild(make("button", `lesson-${name}`));
        made.type = "button";
        made.textContent = words;
        made.addEventListener("click", action);
        return made;
      };
      this._buttons = { back: button("back", `‹ ${strings.back}`, () => this.back()), next: button("next", `${strings.next} ›`, () => this.next()) };
      nav.appendChild(make("span", "lesson-hint")).textContent = strings.hint;
      const kiosk = nav.appendChild(make("span", "lesson-kiosk"));
      kiosk.textContent = strings.kiosk;
      if (document.querySelector(".lesson-account")) button("read", strings.sources, () => this._toggle(this._account));
      if (window.frameElement) button("leave", strings.leave, () => this._tell("lesson-leave"));
      button("keys", "?", () => this._toggle(this._help)).setAttribute("aria-label", strings.help);
      this._bar = nav.appendChild(make("div", "lesson-progress")).appendChild(make("i"));
    }

    _keys() {
      const list = make("dl");
      for (const [keys, words] of Object.entries(this.lesson.strings.keys)) {
        list.appendChild(make("dt")).textContent = keys;
        list.appendChild(make("dd")).textContent = words;
      }
      return list;
    }

    _panel(name, title, content) {
      const panel = document.body.appendChild(make("aside", `lesson-panel ${name}`));
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-label", title);
      panel.tabIndex = -1;
      panel.hidden = true;
      const close = panel.appendChild(make("button", "lesson-close"));
      close.type = "button";
      close.textContent = "×";
      close.setAttribute("aria-label", this.lesson.strings.close);
      close.addEventListener("click", () => this._close());
      panel.appendChild(make("h2")).textContent = title;
      panel.appendChild(content);
      return panel;
    }

    _noteButton() {
      const button = make("button");
      button.type = "button";
      button.textContent = this.lesson.strings.notesWindow;
      button.addEventListener("click", () => this._openNotes());
      return button;
    }

    /* ------------------------------------------------------------------ a step */

    _words(step) {
      const { title, strings, steps } = this.lesson;
      const parts = { title, n: this.step + 1, count: steps.length };
      this._place.textContent = L.atlasWords(strings.place, parts);
      this._heading.textContent = step.heading;
      document.title = `${step.heading} · ${title}`;
      const asks = this._waiting();
      document.body.classList.toggle("asks", asks);
      this._body.replaceChildren(...(asks ? this._announcement(step) : this._told(step)));
      this._foot.replaceChildren(...(asks ? [] : this._said(step)));
      this._wordsRoom.scrollTop = 0;
      window.scrollTo({ top: 0 }); // on a phone the step is longer than the screen
      this._fit();
    }

    /** Makes the type as much smaller as a long step needs to be seen whole. */
    _fit() {
      const whole = (size) => {
        this._wordsRoom.style.fontSize = `${size}em`;
        return this._wordsRoom.scrollHeight <= this._wordsRoom.clientHeight + 1;
      };
      SIZES.find(whole);
    }

    /** The timeline of the step, once Plotly is there. */
    timed() {
      this._time(this.lesson.steps[this.step]);
    }

    /** True while a step that is heavy waits to be asked for. */
    _waiting() {
      const step = this.lesson.steps[this.step];
      return Boolean(step.care) && !this._agreed.has(this.step);
    }

    _agree() {
      this._agreed.add(this.step);
      this.go(this.step);
    }

    _announcement(step) {
      const { strings } = this.lesson;
      const note = make("p", "lesson-care");
      note.textContent = step.care;
      const show = make("button", "lesson-agree");
      show.textContent = `${strings.careGoOn} →`;
      show.addEventListener("click", () => this._agree());
      const skip = make("button", "lesson-skip");
      skip.textContent = `${strings.careSkip} (S)`;
      skip.addEventListener("click", () => this._skip());
      for (const button of [show, skip]) button.type = "button";
      return [note, show, skip];
    }

    _skip() {
      if (this.step < this.lesson.steps.length - 1) this.go(this.step + 1);
    }

    _told(step) {
      const told = [];
      if (this.step === 0) told.push(...this._cover());
      told.push(...step.text.map(paragraph));
      if (step.picture) told.push(picture(step.picture));
      if (step.question.length) {
        const question = make("blockquote", "lesson-question");
        question.setAttribute("aria-label", this.lesson.strings.question);
        question.append(...step.question.map(paragraph));
        told.push(question);
      }
      return told;
    }

    /** For whom the story is, how long it takes, and what is heavy in it, before it begins. */
    _cover() {
      const { strings, audience, minutes, care } = this.lesson;
      const cover = [];
      if (minutes) {
        const whom = make("p", "lesson-whom");
        whom.textContent = L.atlasWords(strings.minutes, { audience, minutes });
        cover.push(whom);
      }
      if (care) {
        const note = make("p", "lesson-care");
        note.textContent = care;
        cover.push(note);
      }
      return cover;
    }

    _said(step) {
      const line = make("p");
      if (step.when) line.append(step.when);
      step.sources.forEach(({ title, url }, at) => {
        line.append(at || step.when ? " · " : "");
        const source = line.appendChild(make(url ? "a" : "span"));
        source.textContent = title;
        if (url) Object.assign(source, { href: url, target: "_blank", rel: "noopener noreferrer" });
      });
      return [line];
    }

    /** A heavy step shows nothing of itself before it is asked for. */
    _map(step) {
      const none = { ...step.state, ids: "", asked: "", open: null, only: null };
      this.atlas.show(this._waiting() ? none : step.state);
      this._mapBox.setAttribute("aria-label", this._waiting() ? step.care : step.map);
    }

    _time(step) {
      if (!window.Plotly) return; // it is large, and comes last
      const { data, layout } = this.lesson.figures[step.figure];
      const { clientWidth: width, clientHeight: height } = this._chart;
      const large = width > LARGE_PX && height > LARGE_CHART_PX;
      const font = { ...layout.font, size: large ? 14 : 12 };
      const margin = { ...layout.margin, l: large ? 108 : 92 };
      const low = height < LOW_CHART_PX && !step.chart;
      const sized = { ...(low ? sparse(layout) : layout), font, margin: { ...margin, t: 10 }, height, width };
      const drawn = low ? data.filter((trace) => trace.name !== "event names") : data;
      const first = !this._timeline;
      window.Plotly.react(this._chart, drawn, sized, { displayModeBar: false, responsive: false });
      if (first) this._timeline = this._live();
      this._timeline.set(step.period);
    }

    /** The timeline stays live: dragging over it explores, the next step goes on. */
    _live() {
      const show = (first, last) => this.atlas.preview(first, last);
      return new window.AtlasTimeline(this._chart, {
        years: this.atlas.records.packed.years,
        strings: this.lesson.strings,
        preview: (...years) => show(...years),
        choose: (first, last) => show(first, last),
        click: () => {},
        hover: (id) => this.atlas.light(id),
      });
    }

    /* ------------------------------------------------------------------ keys and windows */

    _listen() {
      window.addEventListener("keydown", (event) => this._key(event));
      window.addEventListener("hashchange", () => this._asked() !== this.step && this.go(this._asked()));
      window.addEventListener("resize", () => {
        this._fit();
        this.timed();
      });
      for (const name of ["pointerdown", "keydown", "wheel"]) window.addEventListener(name, () => this._touched(), { capture: true, passive: true });
      document.addEventListener("atlas-lit", (event) => this._timeline && this._timeline.light(event.detail.id));
      this.atlas.on("click", (event) => this._read(event.layer.toGeoJSON().id));
      this._blank.addEventListener("click", () => (this._blank.hidden = true));
    }

    _key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const { target, key } = event;
      const onButton = target.closest && target.closest("button, a, summary, [role=button], [role=slider], select, input");
      if (onButton && (key === " " || key === "Enter" || (target.closest("[role=slider]") && /^Arrow|^Page|Home|End/.test(key)))) return;
      if (onButton && target.closest(".leaflet-container") && /^Arrow/.test(key)) event.stopPropagation();
      const act = this._actOf(key);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      if (!this._blank.hidden && key.toLowerCase() !== "b" && key !== "." && key !== "Escape") this._blank.hidden = true;
      else act();
    }

    _actOf(key) {
      if (NEXT.includes(key)) return () => this.next();
      if (BACK.includes(key)) return () => this.back();
      return {
        Home: () => this.go(0),
        End: () => this.go(this.lesson.steps.length - 1),
        Escape: () => this._leaveOrClose(),
        "?": () => this._toggle(this._help),
        ".": () => (this._blank.hidden = !this._blank.hidden), // what a clicker sends to blank
        b: () => (this._blank.hidden = !this._blank.hidden),
        n: () => this._toggle(this._notes),
        w: () => this._openNotes(),
        s: () => this._waiting() && this._skip(),
        f: () => this._full(),
        k: () => this._kiosk(!document.body.classList.contains("kiosk")),
      }[key.length === 1 ? key.toLowerCase() : key];
    }

    _full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    }

    _toggle(panel) {
      const wasOpen = !panel.hidden;
      this._close();
      panel.hidden = wasOpen;
      if (!wasOpen) panel.focus();
    }

    /** Closes what is open; the notes stay open from step to step. */
    _close(what = [this._help, this._notes, this._account, this._blank]) {
      for (const panel of what) if (panel) panel.hidden = true;
    }

    /** Closes what is open; where nothing is, whoever frames the lesson may end it. */
    _leaveOrClose() {
      const open = [this._help, this._notes, this._account, this._blank].some((panel) => panel && !panel.hidden);
      if (open) this._close();
      else this._tell("lesson-leave");
    }

    /** Tells whoever frames the page. */
    _tell(name, detail = {}) {
      if (window.frameElement) window.frameElement.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }

    /** A mark leads to its words, where they are in the page. */
    _read(id) {
      const words = document.getElementById(id);
      if (!words || !this._account) return;
      this._close();
      this._account.hidden = false;
      words.scrollIntoView({ block: "center" });
      location.hash = id;
    }

    _tellNotes() {
      const step = this.lesson.steps[this.step];
      const { strings, steps } = this.lesson;
      const following = steps[this.step + 1];
      const lines = [
        ...(step.notes.length ? step.notes : [strings.noNotes]),
        following ? L.atlasWords(strings.following, { heading: following.heading }) : strings.end,
      ];
      this._notes.querySelector("div").replaceChildren(...lines.map(plain));
      const other = this._window && !this._window.closed && this._window.document;
      if (!other) return;
      other.title = `${strings.notes}: ${step.heading}`;
      other.body.replaceChildren();
      const written = (tag, words) => (other.body.appendChild(other.createElement(tag)).textContent = words);
      written("p", this._place.textContent);
      written("h1", step.heading);
      lines.forEach((line) => written("p", line));
    }

    /** A second window that follows this one, and steps it too. */
    _openNotes() {
      this._window = window.open("", "lesson-notes", "width=720,height=640");
      if (!this._window) return;
      const other = this._window.document;
      other.body.style.cssText = "margin:2rem;max-width:40rem;font:22px/1.45 Georgia,serif;color:#23262b;background:#fbfaf6;white-space:pre-line";
      this._window.onkeydown = (event) => this._key(event);
      this._tellNotes();
    }

    /* ------------------------------------------------------------------ by itself */

    _kiosk(on) {
      this._playing = on;
      document.body.classList.toggle("kiosk", on);
      clearTimeout(this._timer);
      if (on) this._later();
    }

    /** The next step after the time that its words take; a heavy one is announced and passed over. */
    _later() {
      clearTimeout(this._timer);
      const words = this._body.textContent.split(/\s+/).length;
      const last = this.step === this.lesson.steps.length - 1;
      this._timer = setTimeout(() => this.go(last ? 0 : this.step + 1), KIOSK_LEAST_MS + KIOSK_WORD_MS * words);
    }

    /** Whoever touches an exhibition leads it, until it is left alone. */
    _touched() {
      if (!document.body.classList.contains("kiosk")) return;
      this._playing = false;
      clearTimeout(this._timer);
      this._timer = setTimeout(() => {
        this._agreed.clear();
        this._playing = true;
        this.go(0);
      }, ALONE_MS);
    }

    /* ------------------------------------------------------------------ the address */

    _asked() {
      const number = Number.parseInt(location.hash.slice(1), 10);
      return Number.isFinite(number) ? number - 1 : this.step;
    }

    _address() {
      const hash = `#${this.step + 1}`;
      if (location.hash !== hash) history.replaceState(null, "", hash);
      this._tell("lesson-step", { step: this.step + 1 });
    }
  };

  function make(tag, className = "") {
    const element = document.createElement(tag);
    if (className) element.className = className;
    return element;
  }

  /** A paragraph of runs; a source's own words are marked. */
  function paragraph(runs) {
    const element = make("p");
    for (const [words, own] of runs) {
      if (own) element.appendChild(make("mark")).textContent = words;
      else element.append(words);
    }
    return element;
  }

  /** A layout with words for the counts alone. */
  function sparse(layout) {
    const { tickvals, ticktext, range } = layout.yaxis;
    const kept = tickvals.map((value) => value <= 3000 && value < range[1]);
    const yaxis = { ...layout.yaxis, tickvals: tickvals.filter((_, at) => kept[at]), ticktext: ticktext.filter((_, at) => kept[at]) };
    return { ...layout, yaxis, annotations: [] };
  }

  function plain(words) {
    const element = make("p");
    element.textContent = words;
    return element;
  }

  function picture({ src, alt, credit }) {
    const figure = make("figure");
    Object.assign(figure.appendChild(make("img")), { src, alt });
    figure.appendChild(make("figcaption")).textContent = credit;
    return figure;
  }
})();
