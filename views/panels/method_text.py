"""How places, dates and certainty are decided, in our own words."""

from __future__ import annotations

from views.text import Markup, _, el
from views.timeline import MOST_BARS


def method() -> Markup:
    """The method page as sections of short paragraphs."""
    return el(
        "div",
        *(part for title, lines in _sections() for part in _section(title, lines)),
        cls="prose",
    )


def _section(title: str, lines: tuple[str, ...]) -> tuple[Markup, ...]:
    return (el("h2", title), *(el("p", line) for line in lines))


def _sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            _("What is drawn"),
            (
                _(
                    "Four published texts were read line by line. Each place and each date that "
                    "they name was marked in the text, and every stop of a journey points to its "
                    "marks. What no source says is not drawn."
                ),
                _(
                    "Beside them stand ways from the public record: news, official statistics, "
                    "reports. Their lines are drawn differently, so that nobody takes them for "
                    "testimony."
                ),
                _(
                    "Lines join the places that are told, in order. They are not the way walked, "
                    "and lengths are computed as the crow flies."
                ),
            ),
        ),
        (
            _("Places"),
            (
                _(
                    "A town is placed by the gazetteer GeoNames, a person having chosen among the "
                    "candidates: country and province first, size last. Its circle shows how far "
                    "the position may be off."
                ),
                _(
                    "A place that a source leaves in doubt has a dashed ring, a soft circle and "
                    "the word “probably”. The source’s own word stands beside it: “Taowen” is on "
                    "no map, and is probably Tumen."
                ),
                _(
                    "Where only a country, a region or a river is told, no point is drawn. The "
                    "area carries a dashed label, and lines to it are dotted."
                ),
            ),
        ),
        (
            _("Dates"),
            (
                _(
                    "Dates are written in the Extended Date/Time Format (EDTF). A year is all its "
                    "days, not the first of January; “about” adds one unit to each side; a winter "
                    "runs from December to February."
                ),
                _(
                    "Testimony is mostly dated against itself: “eight more days”. Order, dates "
                    "and durations are solved together, and each stop gets the earliest and the "
                    "latest day that all of them allow. What was computed says from what."
                ),
                _(
                    "A told length is seldom exact. Unless its row says otherwise it may be off by "
                    "half of its unit (three days for weeks, fifteen for months, half a year for "
                    "years; a day for days), and a round number by a tenth: “forty days” is 36 to "
                    "44 days."
                ),
                _(
                    "A record lies in a period definitely, possibly, or not. The filters start "
                    "with definitely, and name what lies there only possibly."
                ),
                _(
                    "Of more than {n} journeys the timeline counts by months how many were under "
                    "way. A journey counts as possibly under way from its earliest to its latest "
                    "possible day, and as definitely between its latest possible start and its "
                    "earliest possible end, and in a month that one of its stops lies in for "
                    "sure."
                ).format(n=MOST_BARS),
                _(
                    "Where two sources give two days, both are kept, and the details say which "
                    "one the map follows."
                ),
            ),
        ),
        (
            _("How sure"),
            (
                _(
                    "“Stated” means that the source says it; “inferred” that it follows from what "
                    "the source says; “from another source” that the text is silent and a public "
                    "page says it."
                ),
                _(
                    "Solid lines are stated, broken lines inferred, dash and dot from the public "
                    "record, dots only schematic. Colour tells journeys apart and never says how "
                    "sure something is."
                ),
            ),
        ),
        (
            _("People first"),
            (
                _(
                    "Private people are roles here, even where a source gives a name. Only "
                    "persons who act in public under their own name are named, and each of them "
                    "stands in a list with the reason."
                ),
                _(
                    "Nothing was added that could help to find a person, a helper or a way in "
                    "use. Places that stand only in leaked papers were left out."
                ),
                _(
                    "Where more detail could endanger somebody, a record is told more coarsely "
                    "before it leaves the server: as a square of a grid, a province or a country, "
                    "as a month, a year or a decade, by a role. Nothing is moved at random, and "
                    "the record says what was done."
                ),
                _(
                    "Accounts of violence are announced before they are shown, and told in few "
                    "words."
                ),
            ),
        ),
        (
            _("Map and borders"),
            (
                _(
                    "Land, borders, rivers and provinces are those of Natural Earth; at this "
                    "scale they lie up to three kilometres off. Drawing a border takes no side "
                    "about it. Names in dispute are given in both forms."
                ),
            ),
        ),
        (
            _("Correcting us"),
            (
                _(
                    "If something is wrong, or if you are in these records and want to be taken "
                    "out or described otherwise, write to those who run this site; each record is "
                    "one row of an open table and can be changed the same day. Removal needs no "
                    "reason."
                ),
            ),
        ),
    )
