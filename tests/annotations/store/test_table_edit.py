"""What a change does not touch keeps its bytes, and what it touches is read back as it is."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.store.files.row_text import raw_cells, rewritten
from annotations.store.files.table_edit import Edit, edited
from annotations.store.files.table_text import parsed
from annotations.tables.changes import Change
from annotations.tables.csv_rows import as_read, written

HEADER = ["name", "kind", "reason", "sources"]


def names(text: str, *changes: Change) -> str:
    """A table of names once it is changed."""
    held = parsed("names", text.encode())
    return edited(held, [Edit(change) for change in changes]).data.decode()


def row(name: str, reason: str = "r", kind: str = "work") -> dict[str, str]:
    return {"name": name, "kind": kind, "reason": reason, "sources": ""}


def to(name: str, reason: str) -> Change:
    return Change("names", name, row(name), row(name, reason))


def new(name: str, reason: str = "r") -> Change:
    return Change("names", name, None, row(name, reason))


def gone(name: str) -> Change:
    return Change("names", name, row(name), None)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("h\na,work,r,\nb,work,r,\n", to("a", "x"), "h\na,work,x,\nb,work,r,\n"),
        ("h\na,work,r,\nb,work,r,\n", to("a", "x, y"), 'h\na,work,"x, y",\nb,work,r,\n'),
        ('h\n"a",work,"r",""\n', to("a", "x"), 'h\n"a",work,x,""\n'),
        ('h\n"a","work","r",""\n', to("a", "x"), 'h\n"a","work","x",""\n'),
        ('h\n"a","work",r,\n', to("a", "x"), 'h\n"a","work","x",\n'),
        ("h\r\na,work,r,\r\nb,work,r,\r\n", to("a", "x"), "h\r\na,work,x,\r\nb,work,r,\r\n"),
        ("h\r\na,work,r,\r\n", new("b"), "h\r\na,work,r,\r\nb,work,r,\r\n"),
        ("h\na,work,r,", new("b"), "h\na,work,r,\nb,work,r,"),
        ("h\na,work,r,\n\n\n", new("b"), "h\na,work,r,\nb,work,r,\n\n\n"),
        ("h\n", new("b"), "h\nb,work,r,\n"),
        ("h", new("b"), "h\nb,work,r,"),
        ("\ufeffh\na,work,r,\n", to("a", "x"), "\ufeffh\na,work,x,\n"),
        ("h\na,work,r,\nb,work,r,\n", gone("a"), "h\nb,work,r,\n"),
        ("h\na,work,r,\nb,work,r,", gone("b"), "h\na,work,r,"),
        ("h\na,work,r,\n\nb,work,r,", gone("b"), "h\na,work,r,\n\n"),
        ('h\na,work\nb,work,r,\nc,"\n', to("b", "x"), 'h\na,work\nb,work,x,\nc,"\n'),
    ],
)
def test_a_changed_table_differs_by_the_change_alone(before, change, after):
    header = ",".join(HEADER)
    told = names(before.replace("h", header, 1), change)
    assert told == after.replace("h", header, 1)


def test_bytes_that_are_not_utf_8_stay_also_in_the_row_that_is_changed():
    data = ",".join(HEADER).encode() + b"\n\xff\xfe,work,r,\nb,work,r,\xe9\n"
    held = parsed("names", data)
    after = {**held.rows["b"], "reason": "x"}
    changed = edited(held, [Edit(Change("names", "b", held.rows["b"], after))])
    assert held.rows["b"]["sources"] == "\N{REPLACEMENT CHARACTER}"
    assert changed.data == data.replace(b"b,work,r", b"b,work,x")


def test_a_new_stop_stands_behind_its_journey_and_one_of_a_new_journey_at_the_end():
    def stop(journey, order):
        return {"journey": journey, "order": order}

    held = parsed("stops", b"journey,order\na,1\na,2\nb,1\n")
    rows = [stop("c", "1"), stop("b", "2"), stop("a", "3"), stop("c", "2"), stop("a", "4")]
    edits = [Edit(Change("stops", ":".join(row.values()), None, row)) for row in rows]
    assert edited(held, edits).data.decode().split()[1:] == [
        "a,1", "a,2", "a,3", "a,4", "b,1", "b,2", "c,1", "c,2",
    ]  # fmt: skip


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
hostile = st.sampled_from(
    ['"', '""', ",", "\n", "\r\n", "\r", "=1+1", "\x00", "שלום", "\u202e", "🏔", "\ufeff", " a ", ""]
)
texts = st.lists(cells | hostile, max_size=3).map("".join)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(texts, min_size=2, max_size=5))
def test_a_row_is_written_as_the_csv_module_does(row):
    text = io.StringIO()
    csv.writer(text).writerow(row)
    assert written(row) + "\r\n" == text.getvalue()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.tuples(texts, texts, st.booleans(), st.booleans()), min_size=2, max_size=5))
def test_a_cell_that_stays_keeps_its_text_and_one_that_changes_is_read_back(row):
    before = [as_read(old) for old, _, _, _ in row]
    after = [as_read(new) if change else old for old, (_, new, change, _) in
             zip(before, row, strict=True)]  # fmt: skip
    body = ",".join(
        f'"{old.replace(chr(34), chr(34) * 2)}"' if quoted else written([old])
        for old, (_, _, _, quoted) in zip(before, row, strict=True)
    )
    told = rewritten(body, before, after)
    assert next(csv.reader(io.StringIO(told, newline=""), strict=True)) == after
    for old, new, was, now in zip(before, after, raw_cells(body), raw_cells(told), strict=True):
        assert old != new or was == now


@st.composite
def tables_and_edits(draw):
    """Bytes of a table of names, and changes of some of its rows and new ones."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    keys = draw(st.lists(st.integers(0, 99), unique=True, max_size=6))
    lines = [",".join(HEADER)]
    last = draw(st.sampled_from(["", end, end * 2]))
    for key in keys:
        lines += [""] * draw(st.integers(0, 2 if last else 0))
        told = [f"n{key}", *(as_read(draw(texts)) for _ in HEADER[1:])]
        quoted = draw(st.booleans())
        lines.append(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if quoted else
                              written([cell]) for cell in told))  # fmt: skip
    text = end.join(lines) + last
    held = parsed("names", (draw(st.sampled_from(["", "\ufeff"])) + text).encode())
    edits = []
    for key, now in held.rows.items():
        wanted = draw(st.sampled_from(["same", "same", "changed", "renamed", "removed"]))
        after = {**now, "reason": as_read(draw(texts))}
        if wanted == "removed":
            edits.append(Change("names", key, now, None))
        elif wanted != "same":
            name = key if wanted == "changed" else f"{key}-again"
            edits.append(Change("names", key, now, {**after, "name": name}))
    for key in draw(st.lists(st.integers(100, 199), unique=True, max_size=3)):
        edits.append(Change("names", f"n{key}", None, row(f"n{key}", as_read(draw(texts)))))
    return held, edits


def assert_read_as_a_whole(changed):
    """What was put together of pieces is what its text says to whoever reads all of it."""
    whole = parsed(changed.table, changed.data)
    assert (changed.pieces, changed.header) == (whole.pieces, whole.header)
    assert (changed.sheet, changed.is_plain) == (whole.sheet, whole.is_plain)
    assert (changed.keyed, changed.index) == (whole.keyed, whole.index)
    assert changed.stands_alone == whole.stands_alone


def reversed_edits(held, changes):
    """What undoes the changes, as the history tells it."""
    for change in sorted(changes, key=lambda c: held.index.get(c.key, len(held.pieces))):
        text = held.piece(change.key).body if change.before is not None else None
        place = held.place(change.key) if change.after is None else None
        yield Edit(Change("names", change.key_after, change.after, change.before), text, place)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(tables_and_edits())
def test_any_change_reads_back_as_it_is_leaves_the_rest_and_can_be_undone(table):
    held, changes = table
    changed = edited(held, [Edit(change) for change in changes])
    wanted = {key: dict(cells) for key, cells in held.rows.items()}
    for change in changes:
        wanted.pop(change.key, None)
    kept = {key: held.piece(key).body for key in wanted}
    for change in changes:
        if change.after is not None:
            wanted[change.key_after] = dict(change.after)
    assert changed.rows == wanted
    assert {key: changed.piece(key).body for key in kept} == kept
    assert [key for key in changed.index if key in kept] == list(kept)
    assert_read_as_a_whole(changed)
    assert changed.data.startswith(held.bom.encode())
    back = edited(changed, list(reversed_edits(held, changes)))
    assert back.data == held.data
    assert_read_as_a_whole(back)


def test_rows_that_nobody_changed_are_not_read_again():
    held = parsed("names", ("\n".join([",".join(HEADER), "a,work,r,", "b,work,r,", "c,work,r,"])
                            + "\n").encode())  # fmt: skip
    after = {**held.rows["b"], "reason": "x"}
    changed = edited(held, [Edit(Change("names", "b", held.rows["b"], after))])
    same = [one is other for one, other in zip(held.pieces, changed.pieces, strict=True)]
    assert same == [True, True, False, True]
    rows = zip(held.sheet.rows, changed.sheet.rows, strict=True)
    assert [one is other for one, other in rows] == [True, False, True]


@pytest.mark.parametrize("cell", ['"', 'x"\nb,"', "a\rb", "\ud800", "a\nb", ",", ""])
def test_a_cell_that_looks_like_other_rows_is_still_one_cell(cell):
    held = parsed("names", (",".join(HEADER) + "\na,work,r,\nb,work,r,\n").encode())
    after = {**held.rows["a"], "reason": cell}
    assert_read_as_a_whole(edited(held, [Edit(Change("names", "a", held.rows["a"], after))]))
    new = Change("names", "c", None, row("c", cell))
    assert_read_as_a_whole(edited(held, [Edit(new)]))
