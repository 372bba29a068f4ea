/* The paper that a visitor prints on: it stays in this browser, as the room of a lesson does. */

const CHOICE = "ways-out-paper";

/**
 * Keeps the paper that was chosen in this visit; before one was, tells that of an earlier visit.
 * @param {Component<{ paper: string, papers: string[] }>} component
 */
export default function ({ data: { paper, papers }, setTriggerValue }) {
  if (paper) keep(paper);
  else {
    const before = kept();
    if (papers.includes(before)) setTriggerValue("paper", before);
  }
}

/** @param {string} paper */
function keep(paper) {
  try {
    localStorage.setItem(CHOICE, paper);
  } catch {
    // A browser that keeps nothing has the paper until its page is loaded again.
  }
}

function kept() {
  try {
    return localStorage.getItem(CHOICE) || "";
  } catch {
    return "";
  }
}
