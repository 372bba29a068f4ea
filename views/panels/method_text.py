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
                    "Four published texts were read line by line. Every place and every date "
                    "that they name was marked in the text, and every stop of a journey "
                    "points back to its marks. What no source says is not drawn."
                ),
                _(
                    "Beside them are routes from the public record: news, official statistics "
                    "and reports. Their lines are drawn differently, so that nobody takes "
                    "them for testimony."
                ),
                _(
                    "Lines join the places that are named, in order. They are not the path "
                    "taken, and distances are computed as the crow flies."
                ),
            ),
        ),
        (
            _("Places"),
            (
                _(
                    "The position of a town comes from the GeoNames gazetteer. A person chose "
                    "it among the candidates: country and province first, size last. Its "
                    "circle shows how far off the position may be."
                ),
                _(
                    "A place that a source leaves in doubt has a dashed ring, a soft circle "
                    "and the word “probably”. The source’s own word is shown beside it."
                ),
                _(
                    "Where only a country, a region or a river is named, no point is drawn. "
                    "The area has a dashed label, and lines to it are dotted."
                ),
            ),
        ),
        (
            _("Dates"),
            (
                _(
                    "Dates are written in the Extended Date/Time Format (EDTF). A year means "
                    "all its days, not 1 January; “about” adds one unit on each side; a "
                    "winter runs from December to February."
                ),
                _(
                    "Testimony mostly counts from one event to the next: so many days later. "
                    "Order, dates and durations are worked out together, and each stop gets "
                    "the earliest and the latest day that all of them allow. Every computed "
                    "date says what it was computed from."
                ),
                _(
                    "A length of time in testimony is seldom exact. Unless its row says "
                    "otherwise, it may be off by half of its unit (three days for weeks, "
                    "fifteen for months, half a year for years; a day for days), and a round "
                    "number by a tenth: “sixty days” means 54 to 66 days."
                ),
                _(
                    "A record falls within a period definitely, possibly or not at all. The "
                    "filters start with “definitely”, and say what falls there only possibly."
                ),
                _(
                    "When there are more than {n} journeys, the timeline counts how many were "
                    "under way in each month. A journey counts as possibly under way from its "
                    "earliest to its latest possible day. It counts as definitely under way "
                    "between its latest possible start and its earliest possible end, and in "
                    "any month in which one of its stops certainly falls."
                ).format(n=MOST_BARS),
                _(
                    "Where two sources give different dates, both are kept, and the details "
                    "say which one the map follows."
                ),
            ),
        ),
        (
            _("Certainty"),
            (
                _(
                    "“Stated” means that the source says so; “inferred” that it follows from "
                    "what the source says; “from another source” that the text is silent and "
                    "a public page says so."
                ),
                _(
                    "Solid lines are stated and dashed lines inferred; lines of dashes and "
                    "dots come from the public record; dotted lines are only schematic. "
                    "Pairs of short dashes are a pattern of trafficking. "
                    "Colour tells journeys apart and never says how sure something is."
                ),
                _(
                    "Place and date are each known for themselves: a town may be certain and "
                    "the month only probable. The map follows the place. On the timeline the "
                    "two ends of a bar follow the first and the last date of the journey: "
                    "plain where the source states it, hatched where it is inferred, barred "
                    "where another source gives it, a grid where it is computed, and hollow "
                    "where it is not certain. A bar is thick only for the days on which it was "
                    "certainly under way, and a thin line for those that are only possible."
                ),
            ),
        ),
        (
            _("People first"),
            (
                _(
                    "Private people are described by a role here, even where a source gives a "
                    "name. Only people who act in public under their own name are named, and "
                    "each of them is on a list with the reason."
                ),
                _(
                    "Nothing was added that could help anyone find a person, a helper or a "
                    "route in use. Places that appear only in leaked papers were left out."
                ),
                _(
                    "Where more detail could endanger somebody, a record is shown in less "
                    "detail, and made so before it leaves the server: a place as a grid "
                    "square, a province or a country; a date as a month, a year or a decade; "
                    "a person by a role. Nothing is moved at random, and the record says what "
                    "was done."
                ),
                _("Accounts of violence are announced before they are shown, and kept short."),
            ),
        ),
        (
            _("Map and borders"),
            (
                _(
                    "Land, borders, rivers and provinces come from Natural Earth; at this "
                    "scale they are up to three kilometres off. Drawing a border takes no "
                    "side in any dispute. Disputed names are given in both forms."
                ),
            ),
        ),
        (
            _("Corrections"),
            (
                _(
                    "If something is wrong, or if you are in these records and want to be "
                    "removed or described differently, write to the people who run this site. "
                    "Each record is one row of an open table and can be changed the same day. "
                    "Removal needs no reason."
                ),
            ),
        ),
    )
