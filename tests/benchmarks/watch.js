/* Put into every window before its page begins: notes when the pointer did something, and when
 * what came of it was on the screen. All times are milliseconds since 1970 by the clock of the
 * page, so that those of a page and of the map's window in it can be compared: each window has a
 * clock of its own, and where the system's was set meanwhile they differ.
 *
 * `isDrawn()` says whether the map of its own window stands. The notes of a page:
 * `drawn` its map's first drawn frame, `moves` of a pressed pointer as {stamp, handled},
 * `released` the last release, `updated` the last change in the panel. A map's own notes:
 * `draws`, each call of the methods that `follow` was given, as {began, frame, painted}.
 */
(isDrawn) => {
  const clock = () => top.performance.timeOrigin + top.performance.now();
  const watch = (window.watch = { drawn: 0, moves: [], released: 0, updated: 0, draws: [] });

  /** Calls back, from within a frame, with the time at which that frame has been painted. */
  const painted = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(clock());
    channel.port2.postMessage(null);
  };

  // A frame that is asked for while the page draws one may be the next one. Asked for always, it
  // is that very frame: the map's callbacks come after the page's own, and before the painting.
  let begun = [];
  const everyFrame = (frame) => {
    const these = begun;
    begun = [];
    const note = (at) => these.forEach((began) => watch.draws.push({ began, frame, painted: at }));
    if (these.length) painted(note);
    requestAnimationFrame(everyFrame);
  };
  let following = false;

  watch.follow = (method) => {
    if (!following) requestAnimationFrame(everyFrame);
    following = true;
    const original = atlas[method].bind(atlas);
    atlas[method] = (...told) => {
      begun.push(clock());
      original(...told);
    };
  };

  const look = () => {
    if (isDrawn()) painted((at) => (top.watch.drawn = at));
    else requestAnimationFrame(look);
  };
  // Frames that are asked for before there is a document never come.
  if (window !== top || location.protocol === "file:") addEventListener("DOMContentLoaded", look);
  if (window !== top) return;

  const stamp = (event) => performance.timeOrigin + event.timeStamp;
  const move = (event) => {
    if (event.buttons) watch.moves.push({ stamp: stamp(event), handled: clock() });
  };
  // The move itself, before it is held back for the next frame.
  addEventListener("onpointerrawupdate" in window ? "pointerrawupdate" : "pointermove", move, true);
  addEventListener("pointerup", (event) => (watch.released = stamp(event)), true);

  const element = (node) => (node instanceof Element ? node : node.parentElement);
  const inPanel = ({ target }) => element(target)?.closest(".st-key-panel-room");
  new MutationObserver((changes) => {
    if (!changes.some(inPanel)) return;
    requestAnimationFrame(() => painted((at) => (watch.updated = at)));
  }).observe(document, { childList: true, characterData: true, subtree: true });
};
