"""A record with other fields, which stays the same object where nothing is other."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from annotations.glossary import Term
from annotations.records import Arrivals, Event, Journey, Mention, Stop
from annotations.statements import Statement
from geodata.places import Place

Record = TypeVar("Record", Arrivals, Event, Journey, Mention, Place, Statement, Stop, Term)


def replaced(record: Record, **fields: object) -> Record:
    """What `dataclasses.replace` gives, but the record itself where that would be equal.

    Most records are published as they are, and what is made of them need not be made again.
    """
    if all(getattr(record, name) == value for name, value in fields.items()):
        return record
    return replace(record, **fields)  # type: ignore[arg-type]
