"""Which texts Streamlit reads as Markdown: what `tests.pages.shown_markdown` leaves out is text."""

from __future__ import annotations

from tests.browser import chromium
from tests.browser.app import run_script
from tests.pages.shown_markdown import PLAIN

SIGN = "**b** ![p](http://example.invalid/x.png)"
SCRIPT = f"""
import pandas as pd
import streamlit as st

sign = {SIGN!r}
st.selectbox("a", [sign], placeholder=sign)
st.selectbox("b", [sign], index=None, placeholder=sign)
st.multiselect("a", [sign], default=[sign], placeholder=sign)
st.multiselect("b", [sign], placeholder=sign)
st.text_input("a", sign)
st.text_input("b", placeholder=sign)
st.text_area("a", sign)
st.text_area("b", placeholder=sign)
st.text(sign)
st.code(sign, language=None)
st.dataframe(pd.DataFrame({{sign: [sign]}}))
st.html("<p>" + sign + "</p><h1>The end</h1>")
"""
# What one of our own scripts is given, or no page shows.
OURS = {"BidiComponent", "ComponentInstance", "PageLink"}
TRIED = {"Arrow", "Code", "Html", "MultiSelect", "Selectbox", "Text", "TextArea", "TextInput"}


def test_no_text_that_is_left_out_is_read_as_markdown(browser, tmp_path):
    assert set(PLAIN) == OURS | TRIED
    script = tmp_path / "app.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with run_script(script) as running, chromium.visit(browser) as visit:
        page = visit.page
        page.goto(running.address)
        chromium.settled(page)
        for at in range(4):
            page.get_by_role("combobox").nth(at).click()
            page.get_by_role("option").first.wait_for()
            page.keyboard.press("Escape")
        assert page.locator("strong, img").count() == 0
        assert visit.outside() == []
