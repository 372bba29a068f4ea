/* Draws the small maps and charts of a handout (see views/handout.py), each once and for good.
 *
 * new AtlasHandout({steps}, packed) fills each `.handout-view` in the order of the steps. `ready`
 * is a promise that is kept when all are drawn; `maps` has the atlas of each step, or null where
 * it has a chart. The same scripts as on the page draw them.
 */
(function () {
  "use strict";

  const FIXED = {
    zoomControl: false, attributionControl: false, dragging: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false,
    touchZoom: false, keyboard: false, fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false,
    center: [32, 115], zoom: 3, minZoom: 2, maxZoom: 12, zoomSnap: 0.25,
    ratio: 3, // a printer has more points than a screen
  };
  const CHART = { l: 46, r: 14, t: 22, b: 24 };
  const WOMEN = "#f6d9b8"; // much lighter than men, also where all is grey
  const FEW = 8; // journeys that can be told apart by a letter
  const LETTER_PX = 16;
  const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]; // along a leg, for its letter

  window.AtlasHandout = class {
    constructor({ steps }, packed) {
      this.maps = steps.map(() => null);
      this.ready = this._draw(steps, packed);
    }

    async _draw(steps, packed) {
      // Names are measured before they are placed, so their typefaces come first.
      await Promise.allSettled([...document.fonts].map((face) => face.load()));
      const figures = [...document.querySelectorAll(".handout-view")].map((view) => view.parentElement);
      const drawn = steps.map(({ state, figure }, at) => {
        const box = figures[at].querySelector(".handout-view > div");
        if (figure) return chart(box, figure);
        this.maps[at] = mapOf(box, packed, state);
        return this.maps[at].base.complete();
      });
      await Promise.all(drawn);
      this.maps.forEach((atlas, at) => atlas && explain(figures[at], atlas));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  };

  function mapOf(box, packed, state) {
    box.inert = true;
    const atlas = L.atlas(L.map(box, FIXED), packed);
    atlas.show(state);
    return atlas;
  }

  /**
   * The chart as it stands in the lesson, but legible without colours. The words about them stand
   * above the bars, where they take no room from them.
   */
  function chart(box, { data, layout }) {
    const { clientWidth: width, clientHeight: height } = box;
    const margin = { ...CHART, r: Math.max(CHART.r, layout.margin.r) };
    const { color } = data.find((trace) => trace.name === "women").marker;
    const marker = { color: WOMEN, line: { color, width: 0.6 } };
    const lighter = data.map((trace) => (trace.name === "women" ? { ...trace, marker: { ...trace.marker, ...marker } } : trace));
    const notes = layout.annotations.filter((note) => note.xanchor === "right");
    const texts = notes.map(({ text }) => (text.includes(color) ? text.replace("■", "□") : text));
    const words = { ...notes[0], text: texts.join(" \u2002 "), xref: "paper", yref: "paper", x: 1, y: 1, yanchor: "bottom" };
    return window.Plotly.newPlot(box, lighter, { ...layout, width, height, margin, annotations: [words] }, { staticPlot: true });
  }

  /** What the legend of the map says, below it; and which way is which, where there are a few. */
  function explain(figure, atlas) {
    const caption = figure.querySelector("figcaption");
    const map = figure.querySelector(".leaflet-container");
    caption.append(atlas.legend.element.querySelector("ul").cloneNode(true));
    const told = atlas.layer.visible.filter((journey) => !journey.corridor);
    if (atlas.focus || told.length < 2 || told.length > FEW) return;
    const names = caption.appendChild(document.createElement("p"));
    const taken = [];
    told.forEach((journey, at) => {
      const sign = String.fromCharCode(65 + at);
      const spot = spotOf(journey, atlas, taken);
      taken.push(spot);
      const disc = map.appendChild(letter(sign, journey));
      Object.assign(disc.style, { left: `${spot.x}px`, top: `${spot.y}px` });
      names.appendChild(document.createElement("span")).append(letter(sign, journey), journey.title);
    });
  }

  function letter(sign, { colour }) {
    const made = document.createElement("b");
    made.textContent = sign;
    made.style.setProperty("--journey", colour);
    return made;
  }

  /** Where the letter of a journey covers no other: on its longest leg, else at its first place. */
  function spotOf(journey, atlas, taken) {
    const own = atlas.layer.legs().filter((leg) => leg.journey === journey).map((leg) => leg.curve);
    own.sort((one, other) => other.a.distanceTo(other.b) - one.a.distanceTo(one.b));
    const points = own.flatMap((curve) => SPOTS.map((part) => L.atlasArc.along(curve, part)));
    points.push(atlas.layer.pointOf(journey.marks[0]));
    const half = LETTER_PX / 2;
    const spots = points.map(({ x, y }) => ({ x: x - half, y: y - half, w: LETTER_PX, h: LETTER_PX }));
    return spots.find((spot) => L.atlasFree(spot, taken)) || spots[0];
  }
})();
