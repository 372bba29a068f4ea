"""The columns of every table as Markdown, between two marks of `docs/data/tables.md`."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.describe.words import form_in_words
from annotations.tables import TABLES, Column, Table

BEGIN, END = "<!-- columns: begin -->", "<!-- columns: end -->"


def columns_page(page: str) -> str:
    """A page with the tables of columns as the schema has them now, and all else as it was.

    Raises `ValueError` for a page without the two marks.
    """
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"The page has no place for the columns. Write {BEGIN} and {END} into it.")
    return f"{before}{BEGIN}\n\n{columns()}\n\n{END}{after}"


def columns() -> str:
    """A table of the tables, and then the columns of each."""
    return "\n\n".join(("\n".join(_tables()), *map(_section, TABLES.values())))


def _tables() -> Iterator[str]:
    yield "| table | a row is | its key | points to |"
    yield "| --- | --- | --- | --- |"
    for table in TABLES.values():
        key = ", ".join(f"`{name}`" for name in table.key)
        cells = f"`{table.path}`", _lower(table.says), key, _pointed_to(table)
        yield f"| {' | '.join(cells)} |"


def _pointed_to(table: Table) -> str:
    names = dict.fromkeys(name for column in table.columns for name in column.to)
    return ", ".join(name for name in TABLES if name in names)


def _lower(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:].removesuffix('.')}"


def _section(table: Table) -> str:
    head = f"## Columns of {table.name}.csv\n\n| column | required | what it says |\n"
    return f"{head}| --- | --- | --- |\n" + "\n".join(map(_row, table.columns))


def _row(column: Column) -> str:
    says = f"{column.says} {form_in_words(column)}".strip()
    return f"| `{column.name}` | {'yes' if column.required else ''} | {says} |"
