/* The lesson over the whole window: its page in a frame, its step in the address of this one.
 *
 * A lesson that has begun needs no server. Where the page below it says that its server is gone, in a
 * dialog that takes the keys and makes all else inert, the lesson goes on undisturbed: the dialog stays
 * unseen (see streamlit.css) until the lesson has ended.
 */

const GIVES = "gives-lesson";

/**
 * `alone` is the address of a page that needs nothing of this one.
 * @typedef {{ page: string, step: number, title: string, pupils?: PupilsWay, alone?: string }} LessonFrame
 */

/** @param {Component<LessonFrame> & { parentElement: { page?: string } }} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const { page, step, title, pupils, alone } = data;
  if (alone) return window.location.replace(alone + window.location.hash);
  if (parentElement.page === page) return;
  parentElement.page = page;
  const frame = document.createElement("iframe");
  frame.className = "lesson-frame";
  frame.title = title;
  frame.allow = "fullscreen";
  if (pupils) frame.dataset.pupils = JSON.stringify(pupils); // the lesson asks its frame for it
  frame.src = `${page}#${step}`;
  frame.addEventListener("load", () => frame.contentWindow?.focus());
  frame.addEventListener("lesson-step", (event) => {
    const address = new URL(window.location.href);
    address.searchParams.set("step", String(event.detail.step));
    window.history.replaceState(window.history.state, "", address);
  });
  frame.addEventListener("lesson-leave", () => setTriggerValue("left", true));
  parentElement.replaceChildren(frame);
  keepAwake(frame);
}

/**
 * Keeps what holds the frame from being made inert, for as long as the frame is there.
 * @param {HTMLIFrameElement} frame
 */
function keepAwake(frame) {
  const { documentElement: root } = document;
  root.classList.add(GIVES);
  const watching = new MutationObserver((changes) => {
    if (!frame.isConnected) {
      watching.disconnect();
      root.classList.toggle(GIVES, Boolean(document.querySelector(".lesson-frame")));
      return;
    }
    for (const { target } of changes) {
      if (!(target instanceof Element) || !target.contains(frame)) continue;
      for (const name of ["inert", "aria-hidden"]) target.removeAttribute(name);
    }
  });
  const what = { subtree: true, childList: true, attributeFilter: ["inert", "aria-hidden"] };
  watching.observe(document.body, what);
}
