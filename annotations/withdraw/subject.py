"""What is withdrawn: one record by its id, or a person by their names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """The id of a journey, an event, a mention or a source, or all spellings of one person."""

    record: str = ""
    names: tuple[str, ...] = ()
