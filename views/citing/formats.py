"""Items of CSL as text to read, and as the files that reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Block, Entry, Field
from pylatexenc.latexencode import UnicodeToLatexEncoder

from annotations.dates import parse
from views.citing.items import PERIODICALS, Item
from views.text import _, span_range

RIS_TYPES = {
    "interview": "PCOMM",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "report": "RPRT",
    "legislation": "STAT",
    "webpage": "ELEC",
}
BIBTEX_TYPES = {**dict.fromkeys(PERIODICALS, "article"), "report": "techreport"}
LATEX = UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


def in_format(name: str, items: Sequence[Item]) -> str:
    """The items in a format of `FORMATS`, one after the other. Raises `KeyError`."""
    return FORMATS[name](items)


def _text(items: Iterable[Item]) -> str:
    """A line each: who, what, where, when, its address, and when it was read."""
    return "\n".join(map(_line, items))


def _line(item: Item) -> str:
    # An own title that names the publisher already needs no second one.
    places = [item.get(name, "") for name in ("container-title", "publisher")]
    said = [
        _authors(item),
        f"“{_inside(item['title'])}”",
        *(place for place in places if place and place not in item["title"]),
        _day(item.get("issued")),
        item.get("URL", ""),
        _("read {day}").format(day=_day(item["accessed"])) if "accessed" in item else "",
    ]
    return ", ".join(filter(None, said)) + "."


def _inside(title: str) -> str:
    """A title as it stands within quotation marks."""
    return title.replace("“", "‘").replace("”", "’")


def _csl_json(items: Iterable[Item]) -> str:
    return json.dumps(list(items), ensure_ascii=False, indent=2)


def _bibtex(items: Iterable[Item]) -> str:
    entries: list[Block] = [
        Entry(BIBTEX_TYPES.get(item["type"], "misc"), item["id"], list(_bibtex_fields(item)))
        for item in items
    ]
    text = write_string(Library(entries))
    return re.sub(r"\n{3,}", "\n\n", text).replace("\t", "  ").strip()


def _bibtex_fields(item: Item) -> Iterator[Field]:
    kind = BIBTEX_TYPES.get(item["type"], "misc")
    publisher = {"article": "journal", "techreport": "institution"}.get(kind, "howpublished")
    parts = _first(item.get("issued"))
    told = {
        "author": _authors(item),
        publisher: ", ".join(
            item[name] for name in ("container-title", "publisher") if name in item
        ),
        "note": _("Read {day}").format(day=_day(item["accessed"])) if "accessed" in item else "",
    }
    yield Field("title", f"{{{_latex(item['title'])}}}")
    for name, words in told.items():
        if words:
            # In braces of its own, so that nobody takes a name apart or changes its capitals.
            yield Field(name, f"{{{_latex(words)}}}")
    for name, number in zip(("year", "month", "day"), parts, strict=False):
        yield Field(name, str(number))
    if "URL" in item:
        yield Field("url", item["URL"].replace("{", "%7B").replace("}", "%7D"))


def _latex(text: str) -> str:
    """Text as LaTeX; BibTeX counts braces also behind a backslash, so there are none for a sign."""
    latex: str = LATEX.unicode_to_latex(text)
    return latex.replace(r"\{", r"{\textbraceleft}").replace(r"\}", r"{\textbraceright}")


def _ris(items: Iterable[Item]) -> str:
    text: str = rispy.dumps([_ris_fields(item) for item in items])
    return text.strip() + "\n"


def _ris_fields(item: Item) -> Mapping[str, str | list[str]]:
    parts = _first(item.get("issued"))
    told = {
        "type_of_reference": RIS_TYPES[item["type"]],
        "id": item["id"],
        "title": _flat(item["title"]),
        "authors": [_flat(author["family"]) for author in item.get("author", ())],
        "secondary_title": _flat(item.get("container-title", "")),
        "publisher": _flat(item.get("publisher", "")),
        "year": f"{parts[0]:04}" if parts else "",
        "date": _slashed(parts) if len(parts) > 1 else "",
        "urls": [item["URL"]] if "URL" in item else [],
        "access_date": _slashed(_first(item.get("accessed"))),
        "language": item.get("language", ""),
    }
    return {name: value for name, value in told.items() if value}


def _flat(words: str) -> str:
    """Words in one line: RIS reads a tag at the start of each."""
    return " ".join(words.split())


def _authors(item: Item) -> str:
    return "; ".join(author["family"] for author in item.get("author", ()))


def _first(day: Mapping[str, Any] | None) -> Sequence[int]:
    return day["date-parts"][0] if day and "date-parts" in day else ()


def _slashed(parts: Sequence[int]) -> str:
    return "/".join(f"{part:02}" for part in parts)


def _day(day: Mapping[str, Any] | None) -> str:
    """A date in words, such as “5 July 2003” or “about 2014”."""
    if not day:
        return ""
    if "date-parts" not in day:
        return str(day["literal"])
    words = span_range(parse("/".join(map(_edtf, day["date-parts"]))).span)
    return _("about {day}").format(day=words) if day.get("circa") else words


def _edtf(parts: Sequence[int]) -> str:
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


FORMATS: Mapping[str, Callable[[Sequence[Item]], str]] = {
    "text": _text,
    "bibtex": _bibtex,
    "ris": _ris,
    "csl-json": _csl_json,
}
