"""A statement is read as its source has it, and names only what is there."""

import pytest

from annotations.collection.load import load
from annotations.statements import together
from tests.annotations.collection.test_readers import the_problem
from tests.collections import collection_of, good_tables, loaded_of, tables_with


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"value": "1,047"}, "value  '1,047' is neither a number nor a range. Write it in plain"),
        ({"value": "4–5"}, "value  '4–5' is neither a number nor a range. Write it in plain digit"),
        ({"value": "5-4"}, "value  '5-4' is no range from low to high. Swap its ends."),
        ({"value": ""}, "value  is empty. This column needs a value."),
        ({"subject": ""}, "subject  is empty. This column needs a value."),
        ({"source": "interview"}, "source  'interview' names no paragraph of a text that was"),
        ({"source": "interview[2];interview[3]"}, "source  cites 2 sources; a statement is that"),
        ({"source": ""}, "source  names no source of sources.csv"),
        ({"place": "dalain"}, "place  no place 'dalain' in places.csv. Did you mean 'dalian'?"),
        ({"mentions": "prot"}, "mentions  no mention 'prot' in mentions.csv. Did you mean 'port'?"),
        ({"about": "by-see"}, "about  no journey or event 'by-see'. Did you mean 'by-sea'?"),
        ({"about": "1950"}, "about  1950 is no year of arrivals.csv. Leave it out."),
        ({"differs": "climb"}, "differs  no statement 'climb' in statements.csv. Did you mean 'cl"),
        ({"differs": "second"}, "differs  names the statement itself. Take it out."),
        ({"date": "1996-13"}, "date  '1996-13' has no month 13."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_statement_is_told_at_its_cell(cells, told):
    assert the_problem("statements", id="second", **cells).startswith(f"statements.csv:3:{told}")


@pytest.mark.parametrize("value", ["1047", "0.5", "4-5", "almost tenfold", "up to 30,000"])
def test_an_amount_stays_as_its_source_has_it(value):
    collection = collection_of(statements=[{"value": value}])
    assert collection.statements["claim"].value == value


def test_words_of_another_text_are_told():
    sources = [{}, {"id": "letter", "sha256": ""}]
    mentions = [{}, {"id": "theirs", "source": "letter"}]
    loaded = loaded_of(sources=sources, mentions=mentions, statements=[{"mentions": "port;theirs"}])
    (problem,) = loaded.problems
    assert str(problem).startswith("statements.csv:2:mentions  'theirs' is in 'letter', which this")


def test_of_two_that_differ_each_has_to_name_the_other():
    loaded = load(tables_with("statements", id="second", differs="claim"))
    (problem,) = loaded.problems
    told = "statements.csv:2:differs  does not name 'second', which says that the two differ."
    assert str(problem).startswith(told)
    both = [{"differs": "second"}, {"id": "second", "differs": "claim"}]
    assert not loaded_of(statements=both).problems


def test_a_year_is_one_that_arrivals_are_counted_for_be_it_among_several():
    arrivals = [{"start_year": "", "end_year": "1998"}, {}]
    rows = [{"about": "1996;2002"}]
    collection = collection_of(arrivals=arrivals, statements=rows)
    assert collection.statements["claim"].years == ("1996", "2002")


def test_a_statement_that_cannot_be_read_leaves_all_others():
    loaded = load(tables_with("statements", id="second", value="", subject=""))
    assert list(loaded.collection.statements) == ["claim"]


def test_a_table_without_a_statement_is_no_problem():
    assert load(good_tables(statements="")).problems
    assert not loaded_of(statements=[]).problems


def test_all_that_differ_from_each_other_stand_together_in_the_order_of_the_table():
    rows = [
        {"id": "a", "differs": "c"},
        {"id": "b"},
        {"id": "c", "differs": "a;d"},
        {"id": "d", "differs": "c"},
    ]
    statements = collection_of(statements=rows).statements
    for key in "acd":
        assert [each.id for each in together(statements, statements[key])] == ["a", "c", "d"]
    assert [each.id for each in together(statements, statements["b"])] == ["b"]
