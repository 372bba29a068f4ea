"""The tables as a Frictionless Data Package, from the schema: what `datapackage.json` holds."""

from __future__ import annotations

from typing import Any

from annotations.describe.words import form_in_words
from annotations.tables import FORMS, LISTS, TABLES, Column, Table, table_of

# Types of the Table Schema for the kinds that are more than text.
TYPES = {"whole": "integer", "number": "number", "day": "date"}
BETWEEN = r"\s*;\s*"
CC_BY = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}


def datapackage() -> dict[str, Any]:
    """The whole package, as JSON holds it."""
    return {
        "profile": "tabular-data-package",
        "name": "ways-out",
        "title": "Ways out: journeys out of North Korea, as people described them",
        "description": "Places and dates in published testimony about journeys out of North Korea,"
        " annotated by hand, with the journeys, stops, events and counts that rest on them. Each"
        " row cites its sources. Dates are EDTF (ISO 8601-2), durations ISO 8601.",
        "keywords": ["North Korea", "migration", "testimony", "EDTF", "gazetteer"],
        "contributors": [{"title": "the contributors to Ways out", "role": "author"}],
        "licenses": [CC_BY],
        "sources": [
            {"title": "The texts and pages that the rows cite", "path": table_of("sources").path},
            {"title": "GeoNames", "path": "https://www.geonames.org/"},
            {"title": "Natural Earth", "path": "https://www.naturalearthdata.com/"},
        ],
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "title": table.name.capitalize(),
        "description": table.says,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    keys = [_foreign_key(column) for column in table.columns if _points_to_one_table(column)]
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _points_to_one_table(column: Column) -> bool:
    """True where each cell holds one key of one table; lists have a pattern instead."""
    return column.kind == "reference" and len(column.to) == 1


def _foreign_key(column: Column) -> dict[str, Any]:
    (table,) = column.to
    reference = {"resource": table, "fields": list(table_of(table).key)}
    return {"fields": [column.name], "reference": reference}


def _field(column: Column) -> dict[str, Any]:
    constraints = _constraints(column)
    return {
        "name": column.name,
        "type": TYPES.get(column.kind, "string"),
        **({"format": "uri"} if column.kind == "url" else {}),
        "description": f"{column.says} {form_in_words(column)}".strip(),
        **({"constraints": constraints} if constraints else {}),
    }


def _constraints(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        found["enum"] = list(column.choices)
    elif column.kind in ("whole", "number"):
        found |= {"minimum": column.low, "maximum": column.high}
    elif column.kind not in TYPES and (pattern := _pattern(column)):
        found["pattern"] = pattern
    return found


def _pattern(column: Column) -> str:
    """What the whole cell looks like; "" where the schema has no form for it."""
    kind = "id" if column.kind == "references" else column.kind
    form = FORMS[kind].pattern if kind in FORMS else ""
    return f"{form}(?:{BETWEEN}{form})*" if form and column.kind in LISTS else form
