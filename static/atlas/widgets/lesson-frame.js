/* The lesson over the whole window: its page in a frame, its step in the address of this one. */

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
}
