"""How sure is the place of a stop, and how sure its date? Each is known for itself."""

from __future__ import annotations

from annotations import codes
from annotations.records import Stop


def says_when(stop: Stop) -> bool:
    """True where a stop has a date or a duration of its own, and neither is withheld."""
    if stop.date_basis == "computed":
        return bool(stop.date_certainty)  # that of the duration that the days were computed from
    return bool(stop.date or stop.duration) and "date" not in stop.withheld


def basis_of_date(stop: Stop) -> codes.DaysSource:
    """How the date or the duration is known: as the place is, where the row says nothing else."""
    return stop.date_basis or stop.basis


def certainty_of_date(stop: Stop) -> codes.Certainty:
    """How certain the date or the duration is: as the place is, where the row says nothing else."""
    return stop.date_certainty or stop.certainty


def source_of_days(stop: Stop) -> codes.DaysSource:
    """Where the days of a stop come from: its date as it is known, or they are computed."""
    return basis_of_date(stop) if stop.date else "computed"


def is_place_in_doubt(stop: Stop) -> bool:
    """True where a place is given, and is not certain."""
    return stop.place is not None and stop.certainty != "certain"


def is_date_in_doubt(stop: Stop) -> bool:
    """True where a date or a duration is given, and is not certain."""
    return says_when(stop) and certainty_of_date(stop) != "certain"
