/* Numbered discs and labelled areas of the journey that is told in full, as elements that can be
 * reached by keyboard, and where their words lie so that none covers another.
 */
(function () {
  "use strict";

  const NARROW_PX = 560; // a phone: labels are short there

  L.AtlasStops = class {
    /** `pick(id)` is called with the stop that was chosen. */
    constructor(map, pick) {
      this._map = map;
      this._pick = pick;
      this._tags = [];
      this.journey = null;
      this.taken = [];
      const pane = map.createPane("atlas-stops");
      pane.style.zIndex = 620;
    }

    /** Tells these marks of a journey, or none; `open` is {journey, stop} or null. */
    tell(journey, open, marks) {
      this.journey = journey || null;
      const held = document.activeElement && document.activeElement.dataset.stop;
      this._tags.forEach((tag) => tag.marker.remove());
      this._tags = gathered(marks).map((mark) => this._tag(journey, mark, isOpen(mark, open)));
      const again = this._tags.find((tag) => held && tag.mark.id === held);
      if (again) again.marker.getElement().focus({ preventScroll: true });
    }

    /** The areas whose stop is open. */
    openAreas(open) {
      return this._tags.map((tag) => tag.mark).filter((mark) => mark.codes && isOpen(mark, open));
    }

    /** As much of each stop as was reached on a day; all of them without one. */
    dim(day) {
      for (const { mark, marker } of this._tags) {
        const places = this.journey.marks;
        const reached = (id) => this.journey.reached(places.findIndex((own) => own.ids.includes(id)), day);
        const there = day === null ? 1 : Math.max(...mark.ids.map(reached));
        const opacity = String(0.15 + 0.85 * there);
        const { style } = marker.getElement();
        if (style.opacity !== opacity) style.opacity = opacity;
      }
    }

    /** What is told now, for the page and for tests. */
    drawn() {
      return this._tags.map(({ mark }) => ({ id: mark.id, label: mark.label, soft: Boolean(mark.soft) }));
    }

    /** Moves labels apart: each takes the first of a few places where it covers no other. */
    arrange(lines) {
      const discs = this._tags
        .filter((tag) => !tag.mark.codes)
        .map((tag) => around(this._map.latLngToContainerPoint(tag.mark), 26, 26));
      const taken = [...discs];
      const window = this._map.getSize();
      for (const tag of this._tags) {
        const at = this._map.latLngToContainerPoint(tag.mark);
        const label = tag.mark.codes ? tag.box : tag.box.lastChild;
        const size = { w: label.offsetWidth, h: label.offsetHeight };
        const spots = tag.mark.codes ? areaSpots(size) : nameSpots(size);
        const seen = spots.filter(([dx, dy]) => within(rect(at, dx, dy, size), window));
        const clear = seen.filter(([dx, dy]) => L.atlasFree(rect(at, dx, dy, size), taken));
        // A name is read only off the lines; the label of an area covers what lies under it.
        const best = tag.mark.codes ? clear[0] : clear.find(([dx, dy]) => L.atlasFree(rect(at, dx, dy, size), lines));
        const spot = best || clear[0] || seen[0] || spots[0];
        label.style.transform = `translate(${spot[0]}px, ${spot[1]}px)`;
        taken.push(rect(at, spot[0], spot[1], size));
      }
      this.taken = taken;
    }

    _tag(journey, mark, open) {
      const box = document.createElement("div");
      const kind = mark.codes ? "area" : mark.soft ? "disc soft" : "disc";
      box.className = `atlas-tag ${kind}${open ? " open" : ""}${journey.corridor ? " corridor" : ""}`;
      box.style.setProperty("--journey", journey.colour);
      if (mark.codes) {
        const label = this._map.getSize().x < NARROW_PX ? mark.short : mark.label;
        box.textContent = mark.n ? `${mark.n} · ${label}` : label;
      } else {
        const number = box.appendChild(document.createElement("b"));
        number.textContent = mark.n;
        const name = box.appendChild(document.createElement("span"));
        name.textContent = mark.label;
      }
      const icon = L.divIcon({ html: box, className: "atlas-stop", iconSize: null });
      const marker = L.marker(mark, { icon, pane: "atlas-stops", keyboard: true, alt: mark.tip, riseOnHover: true });
      marker.addTo(this._map).on("click", () => this._pick(mark.id));
      const element = marker.getElement();
      element.setAttribute("aria-label", mark.tip);
      element.setAttribute("role", "button");
      element.dataset.stop = mark.id;
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        this._pick(mark.id);
      });
      return { mark, marker, box };
    }
  };

  /** True where a rectangle meets none of others. */
  L.atlasFree = (own, taken) =>
    !taken.some((o) => own.x < o.x + o.w && o.x < own.x + own.w && own.y < o.y + o.h && o.y < own.y + own.h);

  function isOpen(mark, open) {
    return Boolean(open) && mark.ids.includes(`${open.journey}:${open.stop}`);
  }

  /** One label for an area however often the way comes back to it: its numbers together. */
  function gathered(marks) {
    const areas = new Map();
    for (const mark of marks) {
      const key = mark.codes ? mark.codes.join() : mark.id;
      const same = areas.get(key);
      const tip = same ? `${same.tip}\n${mark.tip}` : mark.tip;
      areas.set(key, same ? { ...same, ids: [...same.ids, ...mark.ids], n: `${same.n}, ${mark.n}`, tip } : mark);
    }
    return [...areas.values()];
  }

  function around(point, w, h) {
    return { x: point.x - w / 2, y: point.y - h / 2, w, h };
  }

  function rect(at, dx, dy, size) {
    return { x: at.x + dx, y: at.y + dy, w: size.w, h: size.h };
  }

  /** True where a rectangle lies wholly on the map. */
  function within(own, size) {
    return own.x >= 0 && own.y >= 0 && own.x + own.w <= size.x && own.y + own.h <= size.y;
  }

  /** Places for the words of an area: on its anchor, else as little beside it as can be. */
  function areaSpots({ w, h }) {
    const shifts = [0, 0.3, -0.3, 0.6, -0.6].flatMap((x) => [0, -1, 1, -2, 2].map((y) => [x * w, y * (h + 5)]));
    shifts.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
    return shifts.map(([x, y]) => [x - w / 2, y - h / 2]);
  }

  /** Places for the name beside a disc: right, left, above, below, and the corners. */
  function nameSpots({ w, h }) {
    return [
      [17, -h / 2], [-17 - w, -h / 2], [-w / 2, -17 - h], [-w / 2, 17],
      [12, -14 - h], [12, 14], [-12 - w, -14 - h], [-12 - w, 14],
    ];
  }
})();
