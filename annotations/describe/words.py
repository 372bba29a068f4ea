"""What the cells of a column look like, in words."""

from __future__ import annotations

from annotations.tables import NO_END, Column

FORMS_IN_WORDS = {
    "id": "Lower-case words joined by hyphens.",
    "day": "A day, as in 2026-11-23.",
    "edtf": "A date in EDTF.",
    "duration": "A duration in ISO 8601, as in P40D.",
    "url": "A web address.",
    "language": "A code of ISO 639.",
    "digest": "A SHA-256.",
    "words": "Parts between semicolons.",
    "countries": "Codes of ISO 3166-1, between semicolons.",
    "citations": "`key[locator];key2`: ids of sources, and where in them.",
    "citation": "`key[locator]`: the id of one source, and where in it.",
}


def form_in_words(column: Column) -> str:
    """What a cell may hold, as sentences; "" where it is any text."""
    if column.kind == "choice":
        return f"One of {_listed(column.choices)}."
    if column.kind in ("whole", "number"):
        kind = "A whole number" if column.kind == "whole" else "A number"
        no_end = column.high >= NO_END
        end = "" if no_end else f" to {_number(column.high)}"
        return f"{kind} from {_number(column.low)}{end}."
    if column.kind in ("reference", "references"):
        one = f"of {_listed(column.to)}"
        many = column.kind == "references"
        return f"Keys {one}, between semicolons." if many else f"A key {one}."
    return FORMS_IN_WORDS.get(column.kind, "")


def _number(number: int) -> str:
    """With commas, but for what may be a year."""
    return f"{number:,}" if abs(number) >= 10_000 else str(number)


def _listed(codes: tuple[str, ...]) -> str:
    *others, last = (f"`{code}`" for code in codes)
    return f"{', '.join(others)} or {last}" if others else last
