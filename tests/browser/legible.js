/* What of a lesson is too small to be read from the last row, cut off, or on something else: for each
 * step and page of it a line a fault. It runs before the page's own scripts.
 */
keepWritten();
Object.assign(window, { faultsOfLesson, smallTexts });

/** Keeps what is written on each canvas since it was cleared. */
function keepWritten() {
  const canvas = CanvasRenderingContext2D.prototype;
  const { fillText, clearRect } = canvas;
  canvas.fillText = function (text, ...at) {
    const { a, b } = this.getTransform();
    const px = Number(/([\d.]+)px/.exec(this.font)[1]) * Math.hypot(a, b);
    (this.canvas.written ||= []).push({ text, px });
    return fillText.call(this, text, ...at);
  };
  canvas.clearRect = function (...box) {
    this.canvas.written = [];
    return clearRect.apply(this, box);
  };
}

/** @param {{ running: number, least: number }} shares of the height of the screen */
async function faultsOfLesson({ running, least }) {
  const { lesson } = window;
  const counted = { texts: 0, pages: 0 };
  const faults = [];
  for (let step = 0; step < lesson.lesson.steps.length; step++) {
    lesson.go(step);
    await drawn();
    if (lesson.shown().waiting) {
      tell(step, "announced");
      lesson.next();
    }
    for (let page = 0; page < lesson.shown().pages; page++) {
      if (page) lesson.next();
      await drawn();
      tell(step, page + 1);
      counted.pages += 1;
    }
    if (lesson.shown().step !== step + 1) faults.push(`${step + 1}: its last page is no page of it`);
  }
  return { faults, ...counted };

  function tell(step, page) {
    const found = texts();
    counted.texts += found.length;
    const ills = [...small(found, { running, least }), ...cut(found), ...overlapping(), ...inRooms()];
    for (const ill of ills) fault(ill);
    function fault(ill) {
      faults.push(`step ${step + 1}, page ${page}: ${ill}`);
    }
  }
}

/** The texts that are too small in what is seen now. */
function smallTexts(shares) {
  return small(texts(), shares);
}

function small(found, { running, least }) {
  const ill = found.filter(({ px, runs }) => px < innerHeight * (runs ? running : least) - 0.01);
  return ill.map(({ text, px }) => `“${text}” has ${px.toFixed(1)} px`);
}

/** A frame, in which what watches sizes has its say, and what follows on it. */
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** Every text that is seen, in HTML, in SVG and on a canvas, with the size of its type on the screen. */
function texts() {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const own = node.parentElement;
    const isSeen = own.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!node.data.trim() || !isSeen || own.closest("script, style, .atlas-unseen, select")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (!boxes.some(isInSight)) continue;
    const px = Number.parseFloat(getComputedStyle(own).fontSize) * magnified(own);
    const runs = Boolean(own.closest(".lesson-body p:not(.lesson-whom)"));
    found.push({ text: node.data.trim().slice(0, 40), px, runs, boxes, own });
  }
  for (const canvas of document.querySelectorAll("canvas")) {
    const scale = canvas.getBoundingClientRect().width / canvas.width;
    if (!canvas.checkVisibility({ visibilityProperty: true })) continue;
    for (const { text, px } of canvas.written || []) found.push({ text, px: px * scale, boxes: [] });
  }
  return found;
}

/** By how much what is around an element magnifies it. */
function magnified(element) {
  let scale = 1;
  for (let own = element; own; own = own.parentElement) {
    const { transform } = getComputedStyle(own);
    if (transform === "none") continue;
    const { a, b } = new DOMMatrix(transform);
    scale *= Math.hypot(a, b);
  }
  return scale;
}

function isInSight({ left, right, top, bottom }) {
  return right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
}

/** Words that are neither whole in their room nor whole out of it, as those of another page are. */
function* cut(found) {
  const flow = document.querySelector(".lesson-flow");
  const words = document.querySelector(".lesson-words");
  for (const part of [words, flow]) {
    if (part.scrollHeight > part.clientHeight + 1) yield `the words are higher than their room`;
  }
  for (const name of [".lesson-flow", ".lesson-words", ".lesson-nav", ".lesson-plot", ".lesson-map"]) {
    const room = document.querySelector(name).getBoundingClientRect();
    for (const { text, boxes, own } of found) {
      if (!own?.closest(name) || (name === ".lesson-words" && own.closest(".lesson-flow"))) continue;
      for (const box of boxes) {
        const isOut = name === ".lesson-flow" && box.left >= room.right;
        const isBefore = name === ".lesson-flow" && box.right <= room.left;
        if (!isOut && !isBefore && !holds(room, box)) yield `“${text}” is cut off in ${name}`;
      }
    }
  }
}

/** Labels of one kind that lie on each other. */
function* overlapping() {
  for (const kind of [".xaxislayer-above text", ".yaxislayer-above text", ".textpoint text", ".annotation"]) {
    const shown = [...document.querySelectorAll(`.lesson-plot ${kind}`)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    const boxes = shown.map((one) => one.getBoundingClientRect());
    for (let at = 0; at < boxes.length; at++) {
      for (let other = 0; other < at; other++) {
        const [a, b] = [boxes[at], boxes[other]];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 0.25 * Math.min(a.height, b.height))
          yield `“${shown[at].textContent}” lies on “${shown[other].textContent}”`;
      }
    }
  }
}

/** Rooms that lie on each other, and labels of stops that are not whole on their map. */
function* inRooms() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const rooms = ["map", "time", "words", "nav"].map((name) => document.querySelector(`.lesson-${name}`));
  const boxes = rooms.filter(seen).map((room) => [room.className, room.getBoundingClientRect()]);
  for (const [name, box] of boxes) {
    for (const [other, its] of boxes) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      if (name < other && across > 1 && down > 1) yield `${name} lies on ${other}`;
    }
  }
}

function holds(room, box) {
  const by = 2;
  const across = box.left >= room.left - by && box.right <= room.right + by;
  return across && box.top >= room.top - by && box.bottom <= room.bottom + by;
}
