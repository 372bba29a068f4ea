"""YAML is read as texts, lists and keys with their lines, and nothing in it can do harm."""

import pytest
import yaml

from annotations.stories import yaml_nodes
from annotations.stories.yaml_nodes import BrokenYaml, Node, read_yaml


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def loader(request, monkeypatch):
    """Each test runs with libyaml and with the loader that stands in where it is missing."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_nodes, "LOADER", getattr(yaml, request.param))


def read(text: str) -> tuple[Node, list[tuple[int, str, str]]]:
    """The nodes of a text, and what was told on the way."""
    told = []
    return read_yaml(text, lambda *problem: told.append(problem)), told


def broken(text: str) -> tuple[int, str]:
    """The line and the message of what cannot be read."""
    with pytest.raises(BrokenYaml) as found:
        read(text)
    return found.value.line, str(found.value)


def test_each_value_has_the_line_of_its_key_or_in_a_list_its_own():
    node, told = read("a: 1\nb:\n  - x\n  -\n    c: >\n      y\n")
    assert told == []
    assert node.value["a"] == Node(1, "1")
    first, second = node.value["b"].value
    assert (node.value["b"].line, first) == (2, Node(3, "x"))
    assert second.value["c"] == Node(5, "y\n\n")


@pytest.mark.parametrize("word", ["no", "2004-11-01", "~", "1e3", "0o17", "12:30:00", "<<", "="])
def test_every_scalar_is_a_text(word):
    assert read(f"a: {word}")[0].value["a"].value == word


def test_only_in_a_literal_text_a_line_end_stays_one():
    node, _ = read("a: |\n  x\n  y\n\n  z\nb: >\n  x\n  y\n\n  z\nc: x\n  y\n\n  z\n")
    assert [node.value[key].value.rstrip() for key in "abc"] == ["x\ny\n\nz", *["x y\n\nz"] * 2]


def test_of_a_key_that_stands_twice_the_first_value_stays_and_both_lines_are_told():
    node, told = read("a: 1\nb: 2\na: 3\n")
    assert node.value["a"].value == "1"
    assert told == [(3, "a", "'a' is already in line 1. Remove one of the two.")]


def test_line_ends_of_every_kind_are_line_ends():
    assert read("a: 1\r\nb: 2\rc: 3\n")[0].value["c"] == Node(3, "3")


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\uffff"])
def test_characters_that_nobody_sees_go_and_are_told(char):
    node, told = read(f"a: 1\nb: x{char}y\n")
    assert node.value["b"].value == "xy"
    assert [(line, key) for line, key, _ in told] == [(2, "")]
    assert f"U+{ord(char):04X}" in told[0][2]


def test_right_to_left_text_and_emoji_are_texts_like_others():
    assert read("a: שלום 👩‍🏫 도문")[0].value["a"].value == "שלום 👩‍🏫 도문"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "is empty. Begin with 'title: ' and a title."),
        ("# only this\n", 1, "is empty."),
        ("a: &x 1\nb: 2\n", 1, "uses an anchor of YAML (& or *)."),
        ("a: 1\nb: *x\n", 2, "uses an anchor of YAML (& or *)."),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "uses a tag of YAML ("),
        ("a: !now x\n", 1, "uses a tag of YAML ('!now')."),
        ("a: 1\n---\nb: 2\n", 3, "begins a second document. Write one story per file."),
        ("? [a]\n: 1\n", 1, "has a list for a key."),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(text, line, message):
    found = broken(text)
    assert (found[0], found[1][: len(message)]) == (line, message)
    assert found[1].endswith(".")


def test_aliases_that_would_grow_without_end_are_refused_at_the_first():
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40))
    assert broken(bomb)[0] == 1


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{a: " * 50_000, "- " * 100_000])
def test_lists_in_lists_without_end_are_refused(text):
    assert "nests lists more than 7 deep." in broken(text)[1]


def test_more_values_than_any_story_has_are_refused():
    read("- x\n" * (yaml_nodes.MOST_NODES - 1))
    assert "has more than 5,000 values" in broken("- x\n" * yaml_nodes.MOST_NODES)[1]


@pytest.mark.parametrize("escape", [r"\ud800", r"\UFFFFFFFF", r"\U00110000"])
def test_an_escape_of_no_character_breaks_nothing(escape):
    try:
        node, _ = read(f'a: "x{escape}y"')
    except BrokenYaml as found:
        assert found.line == 1
    else:
        node.value["a"].value.encode("utf-8")
