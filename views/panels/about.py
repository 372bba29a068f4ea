"""Who made this, of which day the records are, how reviewed they are, and who answers for the site.

`Site` is what whoever runs the app says of themselves. What they have not said is asked for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotations.derived import once
from annotations.records import Collection, Journey
from views.text import Markup, _, date_sentence, el, link, ngettext

ADDRESS = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


@dataclass(frozen=True)
class Site:
    """Who runs the site, and the web or e-mail address at which they can be reached; or ""."""

    name: str = ""
    contact: str = ""

    @property
    def reached(self) -> str:
        """The address that a link leads to; "" where the contact is no address."""
        if ADDRESS.fullmatch(self.contact):
            return f"mailto:{self.contact}"
        return self.contact if self.contact.startswith(("https://", "http://")) else ""


@once
def newest_day(collection: Collection) -> str:
    """The last day on which a source was read or words in it were marked; "" where none says."""
    read = (source.accessed for source in collection.sources.values())
    marked = (mention.annotated for mention in collection.mentions.values())
    return max((*read, *marked), default="")


def review_sentence(journeys: Iterable[Journey]) -> str:
    """How many of some journeys no second person has reviewed; "" where all were, or of none."""
    all_of_them = tuple(journeys)
    n = sum(journey.status == "draft" for journey in all_of_them)
    if not n:
        return ""
    if n == len(all_of_them):
        words = ngettext(
            "The journey is a draft: no second person has reviewed it yet.",
            "All {n} journeys are drafts: no second person has reviewed them yet.",
            n,
        )
        return words.format(n=n)
    words = ngettext(
        "{n} of {count} journeys is a draft: no second person has reviewed it yet.",
        "{n} of {count} journeys are drafts: no second person has reviewed them yet.",
        n,
    )
    return words.format(n=n, count=len(all_of_them))


def page_foot(collection: Collection, site: Site, more: str) -> Markup:
    """The foot of every page, in a line or two; `more` is the address of the whole account."""
    said = (review_sentence(collection.journeys.values()), _dated(collection), _made())
    return el(
        "footer",
        el("p", " ".join(filter(None, said))),
        el("p", *_run_by(site), " ", el("a", _("Who made this"), href=more, target="_self")),
        cls="site-foot",
    )


def makers(collection: Collection, site: Site) -> Markup:
    """Who made this, as a section with its heading; what nobody has said is named as missing."""
    lines = [_made(), _dated(collection), review_sentence(collection.journeys.values())]
    asked = [
        _("Missing here: {what}. Whoever runs this site can add it to the file site.toml.").format(
            what=", ".join(_missing(site))
        )
    ] * bool(_missing(site))
    return el(
        "div",
        el("h2", _("Who made this"), id="who-made-this"),
        *(el("p", line) for line in lines if line),
        el("p", *_run_by(site)),
        *(el("p", line, cls="missing") for line in asked),
        cls="prose",
    )


def _made() -> str:
    return _(
        "Made by the contributors to Ways out, who read published testimony and the public record."
    )


def _dated(collection: Collection) -> str:
    day = newest_day(collection)
    return _("Sources were last read {when}.").format(when=date_sentence(day)) if day else ""


def _run_by(site: Site) -> list[str]:
    """Who runs the site and how they can be reached, or that they have not said so."""
    name = site.name or _("its operator, who is not named")
    said = _("This site is run by {name}.").format(name=name)
    if not site.reached:
        return [said, " ", _("There is no address yet to write to.")]
    return [said, " ", _contact(site)]


def _contact(site: Site) -> Markup | str:
    """The link to them, by mail or on the web."""
    words = _("Write to them about corrections and removals")
    if site.reached.startswith("mailto:"):
        return el("a", words, href=site.reached)
    return link(words, site.reached)


def _missing(site: Site) -> list[str]:
    missing = []
    if not site.name:
        missing.append(_("who runs this site"))
    if not site.reached:
        missing.append(_("an address to write to"))
    return missing
