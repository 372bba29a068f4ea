"""A page that wants too much time or memory is not printed, and leaves nothing behind."""

import time
from pathlib import Path

import psutil
import pytest

from views.lessons import chromium, pdf
from views.making import Abandoned

pytestmark = pytest.mark.usefixtures("browser")
PAGE = "<!doctype html><p>Words</p><script>window.handout = {{ ready: {} }};{}</script>"
SOON_S = 20
FULL = """
window.handout.ready = new Promise((resolve, reject) => {
  const all = [];
  try {
    for (let at = 0; at < 150; at += 1) all.push(new Uint8Array(2e7).fill(1));
    reject(new Error("it got 3 GB"));
  } catch {
    resolve();
  }
});
"""


def printers() -> list[int]:
    """The processes that this one has started to print, and all that they have started."""
    found = []
    for process in psutil.Process().children():
        try:
            if chromium.__file__ in process.cmdline():
                found += [process.pid, *(child.pid for child in process.children(recursive=True))]
        except psutil.Error:
            continue
    return found


def are_gone(processes: list[int]) -> bool:
    until = time.monotonic() + SOON_S
    while any(map(psutil.pid_exists, processes)):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def test_a_pdf_that_nobody_wants_any_more_is_stopped_with_its_chromium_though_it_hangs():
    seen: list[int] = []

    def is_wanted() -> bool:
        seen[:] = printers()
        return len(seen) < 6

    hangs = PAGE.format("Promise.resolve()", "setTimeout(() => { for (;;); }, 0);")
    with pytest.raises(Abandoned):
        pdf.pdf_of(hangs, "A4", is_wanted)
    assert len(seen) >= 6 and are_gone(seen)


def test_a_page_gets_no_more_memory_than_it_may_have():
    assert pdf.pdf_of(PAGE.format("0", FULL), "A4").startswith(b"%PDF")


def test_a_page_that_is_never_ready_is_no_pdf_and_says_so(monkeypatch, tmp_path):
    source = Path(chromium.__file__).read_text(encoding="utf-8")
    short = tmp_path / "chromium.py"
    short.write_text(source.replace("MOST_S = 180", "MOST_S = 3"), encoding="utf-8")
    monkeypatch.setattr(chromium, "__file__", str(short))
    with pytest.raises(pdf.NotPrinted):
        pdf.pdf_of(PAGE.format("new Promise(() => {})", ""), "A4")
    assert are_gone(printers())
