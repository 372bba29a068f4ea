"""What is withdrawn: one record by its id, or a person by their names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """The id of a journey, event, statement, mention or source, or all spellings of a person."""

    record: str = ""
    names: tuple[str, ...] = ()
