"""The filters in the sidebar and what is open, both kept in the address of the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from urllib.parse import urlencode

import streamlit as st

from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from annotations.records import Collection
from annotations.selection import FIRST_YEAR, LAST_YEAR, Filters, Selection, select
from views.text import _, el, labels
from views.widgets.app import frame, reader
from views.widgets.atlas.choices import countries, teller, tellers
from views.widgets.atlas.links.earlier import earlier_words, followed, lead_to_renamed
from views.widgets.atlas.links.readable import CAMERA, WITHIN, readable, unreadable

# What opening something else takes out of the address: the map goes there by itself.
OPEN = ("journey", "stop", "event", CAMERA)
# Which parts of a view stand in a page elsewhere; Streamlit keeps `embed` itself to itself.
EMBEDDED = "view"


def sidebar(collection: Collection, has_downloads: bool) -> None:
    """The filters. Each widget writes itself into the address; a link brings it back."""
    lead_to_renamed(collection)
    _say_what_a_link_got_wrong(collection)
    with st.sidebar:
        name, words = _("Ways out"), _("Journeys out of North Korea, and who says so")
        st.html(el("p", el("b", name), el("span", words), cls="brand"))
        followed(lambda: _filters(collection), earlier_words(collection))
        st.button(_("Clear all filters"), on_click=clear, type="tertiary", key="clear")
    frame.name_sidebar(filters().how_many, has_downloads)


def unseen(collection: Collection) -> None:
    """The same filters and layers where nobody sees them: an embedded view obeys its address."""
    lead_to_renamed(collection)
    _say_what_a_link_got_wrong(collection)
    with st.container(key="unseen-controls"):
        followed(lambda: _filters(collection), earlier_words(collection))
        _layers()


def _filters(collection: Collection) -> None:
    st.slider(
        _("Period"),
        FIRST_YEAR,
        LAST_YEAR,
        (FIRST_YEAR, LAST_YEAR),
        key="period",
        bind="query-params",
        format="%d",
    )
    st.segmented_control(
        _("In the period"),
        WITHIN,
        default="definitely",
        required=True,
        key="within",
        bind="query-params",
        format_func=labels.within,
        help=_("A date given as “about 2000” falls possibly, not definitely, in 2000."),
    )
    for label, key, options, words in (
        (_("Countries"), "country", countries(collection), labels.country),
        (_("Kind of journey"), "kind", JOURNEY_KINDS, labels.kind),
        (_("Outcome"), "outcome", OUTCOME_KINDS, labels.outcome),
        (_("Who says so"), "source", tellers(collection), partial(teller, collection)),
    ):
        st.pills(
            label,
            options,
            selection_mode="multi",
            key=key,
            bind="query-params",
            format_func=words,
        )


def layers() -> None:
    """What lies on the map besides the journeys, and what is drawn on the timeline."""
    with st.sidebar:
        _layers()
        # Not in the address: a link must never make somebody else's browser ask another host.
        st.toggle(
            _("Online map tiles"),
            key="tiles",
            help=_(
                "Asks OpenStreetMap’s servers for pictures of the map. When this is off, "
                "nothing leaves this machine."
            ),
        )


def _layers() -> None:
    st.toggle(_("Relief on the map"), value=True, key="relief", bind="query-params")
    st.toggle(_("Cumulative total on the timeline"), key="cumulative", bind="query-params")
    st.toggle(_("Dated statements on the timeline"), key="stated", bind="query-params")


def filters() -> Filters:
    """What the widgets of the sidebar hold now."""
    # A link may give its two years in either order.
    first, last = sorted(st.session_state.get("period", (FIRST_YEAR, LAST_YEAR)))
    return Filters(
        first=first,
        last=last,
        possibly=st.session_state.get("within") == "possibly",
        countries=frozenset(st.session_state.get("country") or ()),
        kinds=frozenset(st.session_state.get("kind") or ()),
        sources=frozenset(st.session_state.get("source") or ()),
        outcomes=frozenset(st.session_state.get("outcome") or ()),
    )


def selection(collection: Collection) -> Selection:
    """The records that the filters leave."""
    return select(collection, filters())


def clear() -> None:
    """Put every filter back to its default."""
    st.session_state["period"] = (FIRST_YEAR, LAST_YEAR)
    st.session_state["within"] = "definitely"
    for key in ("country", "kind", "outcome", "source"):
        st.session_state[key] = []


def show_possible() -> None:
    """Let the records in that only may lie in the period."""
    st.session_state["within"] = "possibly"


def set_period(first: int, last: int) -> None:
    """Choose the years from `first` to `last`, held inside the timeline."""
    low, high = sorted(
        (min(max(first, FIRST_YEAR), LAST_YEAR), min(max(last, FIRST_YEAR), LAST_YEAR))
    )
    st.session_state["period"] = (low, high)


def open_journey(journey: str, stop: int | None = None) -> None:
    """Open a journey, or one of its stops, and write it into the address."""
    _open({"journey": journey} | ({} if stop is None else {"stop": str(stop)}))


def addresses(collection: Collection) -> Callable[[str, str], str]:
    """Gives addresses of this page with every filter as it is, but for the one named.

    It is called with a part of the address and what shall stand there: `journey` or `event` opens
    one, `within` says how surely.
    """
    kept = {name: values for name, values in readable(collection).items() if name not in OPEN}

    @cache
    def before(kind: str) -> str:
        others = {name: values for name, values in kept.items() if name != kind}
        return "?" + "".join(f"{part}&" for part in (urlencode(others, doseq=True),) if part)

    return lambda kind, key: before(kind) + urlencode({kind: key})


def open_event(event: str) -> None:
    """Open an event and write it into the address."""
    _open({"event": event})


def close() -> None:
    """Close whatever is open."""
    _open({})


def _open(asked: dict[str, str]) -> None:
    """Write what is open into the address at once: one step back for the reader."""
    gone: dict[str, str | list[str]] = {key: [] for key in OPEN if key in st.query_params}
    if gone or asked:
        st.query_params.update({**gone, **asked})


def opened(collection: Collection) -> tuple[str, int | None]:
    """The journey that the address opens and its stop, or an empty id and None."""
    key = reader.parameter("journey")
    if key not in collection.journeys:
        return "", None
    stop = reader.parameter("stop")
    orders = {str(member.order) for member in collection.journeys[key].stops}
    return key, int(stop) if stop in orders else None


def opened_event(collection: Collection) -> str:
    """The event that the address opens, or an empty id."""
    key = reader.parameter("event")
    return key if key in collection.events else ""


def _say_what_a_link_got_wrong(collection: Collection) -> None:
    """One kind sentence about a link that holds nonsense, until the reader chooses something.

    The page runs once more by itself as soon as its map stands; what is chosen then is kept.
    """
    told = st.session_state
    if "arrived" not in told:
        told["arrived"] = sorted(unreadable(collection))
    elif told["arrived"]:
        chosen = filters(), opened(collection), opened_event(collection)
        if told.setdefault("arrived-with", chosen) != chosen:
            told["arrived"] = []
    if told["arrived"]:
        words = _(
            "This link has parts that cannot be read: {parts}. Everything else in it is shown."
        )
        st.info(words.format(parts=", ".join(told["arrived"])))
