"""What the tests of the pages use of Streamlit's AppTest without a promise of its.

It has no class of its own for some elements; of those the tests read the message to the browser.
"""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    """A page with one of each element whose message is read."""
    import streamlit as st

    st.html("<b>words</b>")
    st.page_link("https://example.org/", label="there")
    st.download_button("file", "text")
    st.components.v2.component("chart", js="export default () => {}")(data=b"{}")
    st.expander("more").write("words")


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("html", "body"),
        ("page_link", "label"),
        ("page_link", "page"),
        ("page_link", "query_string"),
        ("download_button", "label"),
        ("bidi_component", "component_name"),
        ("bidi_component", "bytes"),
        ("expander", "label"),
    ],
)
def test_the_message_of_an_element_has_the_field_that_tests_read(kind, field):
    at = AppTest.from_function(page).run()
    (found,) = at.get(kind)
    assert hasattr(found.proto, field), f"the message of {kind} has no {field} any more"


def test_html_of_ours_is_shown_as_it_is():
    def indented() -> None:
        import streamlit as st

        from views.text import Markup

        st.html(Markup("  <b>words</b>"))

    (found,) = AppTest.from_function(indented).run().get("html")
    assert found.proto.body == "  <b>words</b>", "Streamlit looks at each line of our HTML"
