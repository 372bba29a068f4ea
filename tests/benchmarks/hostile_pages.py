"""Hostile rows in a real browser: whether a script of theirs runs, or asks anybody for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from annotations.tables.schema import TABLES, key_of
from tests.browser import chromium
from tests.hostile_rows import HostileFile
from views.staff.sheets import WITH_POINTS
from views.text import labels

# What a page looks like to somebody in whose name a script might have run.
TORN = "() => typeof window.torn !== 'undefined'"


@dataclass
class Seen:
    """What was looked at and found; `files` are the downloads by name, `faults` whole pages."""

    pages: int = 0
    scripts: int = 0
    asked: int = 0
    faults: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


def tally(visit: chromium.Visit, seen: Seen, name: str) -> None:
    """Count what the page did that no page may do."""
    page = visit.page
    torn = sum(frame.evaluate(TORN) for frame in page.frames) + len(page.context.pages) - 1
    outside = visit.outside()
    seen.pages += 1
    seen.scripts += torn
    seen.asked += len(outside)
    broken = page.locator("[data-testid=stException], .st-key-failed").count() + len(visit.errors)
    if torn or outside or broken:
        seen.faults.append(f"{name}: {torn} scripts, {broken} errors, {outside} asked")
    visit.requests.clear()
    visit.errors.clear()


def see_previews(visit: chromium.Visit, app: str, files: Sequence[HostileFile], seen: Seen) -> None:
    """The page that says what a file would change, with each of the files."""
    page = visit.page
    for file in files:
        page.goto(f"{app}/import")
        chromium.settled(page)
        name = f"{file.table}.csv"
        given = {"name": name, "mimeType": "text/csv", "buffer": file.data}
        page.locator("input[type=file]").set_input_files(given)
        page.locator(".st-key-discard").wait_for()
        chromium.settled(page)
        tally(visit, seen, f"preview of {name}")


def see_records(visit: chromium.Visit, app: str, seen: Seen) -> None:
    """The rows of every table, and all that can be downloaded there."""
    page = visit.page
    for table in TABLES:
        page.goto(f"{app}/records?{urlencode({'table': labels.table(table)})}")
        chromium.settled(page)
        tally(visit, seen, f"records of {table}")
        kinds = ("csv", *(("geojson",) if table in WITH_POINTS else ()))
        for name in (f"{table}.{kind}" for kind in kinds):
            seen.files[name] = _downloaded(page, name)
    seen.files["ways-out.xlsx"] = _downloaded(page, "ways-out.xlsx")


def see_addresses(visit: chromium.Visit, app: str, addresses: Iterable[str], seen: Seen) -> None:
    """The pages at these addresses, the map drawn where there is one."""
    for address in addresses:
        visit.page.goto(f"{app}/{address}")
        if address.startswith("?"):
            chromium.drawn(visit.page, "() => true")
        chromium.settled(visit.page)
        tally(visit, seen, address)


def _downloaded(page, name: str) -> bytes:
    label = {"csv": "CSV", "geojson": "GeoJSON", "xlsx": "XLSX"}[name.rpartition(".")[2]]
    with page.expect_download() as started:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(started.value.path()).read_bytes()


def addresses(files: Sequence[HostileFile], each: int) -> Iterator[str]:
    """Addresses of pages that show the saved rows, `each` of a kind opened."""
    yield from ("journeys", "sources", "arrivals", "gaps", "?")
    for file in files:
        told: dict[str, list[str]] = {}
        for row in file.rows:
            if not row.refused:
                told.setdefault(row.kind, []).append(key_of(file.table, row.cells))
        for key in (key for keys in told.values() for key in keys[:each]):
            yield "records?" + urlencode({"table": labels.table(file.table), "row": key})
            if file.table == "journeys":
                yield "journeys?" + urlencode({"journey": key})
                yield "?" + urlencode({"journey": key})
