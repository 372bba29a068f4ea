"""What was shown in less detail or withheld before a record was published, as plain sentences.

The codes are those of `annotations.publication`; downloads have the sentences
under the Darwin Core terms `dataGeneralizations` and `informationWithheld`.
"""

from __future__ import annotations

from annotations.records import Event, Journey, Source, Stop
from views.text.i18n import _, ngettext

Record = Journey | Stop | Event


def generalizations(record: Record | Source) -> list[str]:
    """A sentence for each thing that is shown in less detail than the tables have it."""
    sentences = {
        "place:0.1deg": _("The place is shown as a square of 0.1 degrees, drawn at its centre."),
        "place:1deg": _("The place is shown as a square of 1 degree, drawn at its centre."),
        "place:province": _("Only the province of the place is shown."),
        "place:country": _("Only the country of the place is shown."),
        "place:role": _("The place is shown without its name."),
        "place:area": _("A place is shown in less detail."),
        "date:month": _("Only the month of the date is shown."),
        "date:year": _("Only the year of the date is shown."),
        "date:period": _("Only the decade of the date is shown."),
        "names:role": _("The people are described by a role."),
        "what:role": _("What happened is described in other words."),
        "source:kind": _("To protect people, the source is not named."),
    }
    return [sentences[code] for code in record.generalized]


def withholdings(record: Record) -> list[str]:
    """A sentence for each thing that is not told at all."""
    return [_withheld(*code.partition(":")[::2]) for code in record.withheld]


def protections(record: Record) -> list[str]:
    """Both, what is shown in less detail first."""
    return generalizations(record) + withholdings(record)


def is_generalized(stop: Stop) -> bool:
    """True where the place is shown in less detail than the tables have it."""
    return any(code.startswith("place:") for code in stop.generalized)


def _withheld(code: str, number: str) -> str:
    count = int(number or 1)
    passages = ngettext(
        "{n} marked passage of a source is withheld.",
        "{n} marked passages of sources are withheld.",
        count,
    )
    texts = ngettext(
        "{n} text of these records is withheld.", "{n} texts of these records are withheld.", count
    )
    return {
        "place": _("The place is withheld."),
        "date": _("The date is withheld."),
        "length": _("What the date was counted from is withheld."),
        "words": passages.format(n=count),
        "text": texts.format(n=count),
    }[code]
