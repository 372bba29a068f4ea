"""Whatever is wrong with the YAML of a story is told in our words, with its line and a remedy."""

import random
import re

import pytest
import yaml

from annotations.stories import yaml_nodes
from annotations.stories.yaml_nodes import BrokenYaml, read_yaml
from geodata import ROOT

# Words of the parser that say nothing to whoever writes a story.
RAW = re.compile(
    "scalar|mapping|sequence|token|simple key|block|flow|stream|expected|scann|pars|document st|"
    "indicator|not allowed|did not find|could not find|found (?:char|unex|unkn)|cannot be read as"
)
QUOTES = "Put the whole text in straight quotes."
ALIGN = "does not line up with the keys above it. Indent all keys of a step alike."
STORY = (ROOT / "annotations/stories/README.md").read_text(encoding="utf-8")
EXAMPLE = STORY.partition("```yaml\n")[2].partition("```")[0]


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def loader(request, monkeypatch):
    """Each test runs with libyaml and with the loader that stands in where it is missing."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml_nodes, "LOADER", getattr(yaml, request.param))


def told_of(text: str) -> list[tuple[int, str]]:
    """The line and the words of each problem of a text."""
    told: list[tuple[int, str]] = []
    try:
        read_yaml(text, lambda line, _key, message: told.append((line, message)))
    except BrokenYaml as broken:
        told.append((broken.line, str(broken)))
    return told


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a:\n  - b: 1\n\tc: 2\n", 3, "is indented with a tab. Use spaces, two for each level."),
        ("a:\n\t- b: 1\n", 2, "is indented with a tab."),
        ("a: 1\n\tb: 2\n", 2, "is indented with a tab."),
        ("a: |\n\twords\nb: 1\n", 2, "is indented with a tab."),
        ("a: 1\nb: 'x\nc: 3\n", 2, "begins with a quote that is not closed. Close it at the end."),
        ('a: "x\nc: 3\nd: "y"\n', 1, "begins with a quote that is not closed."),
        ("a: 'It's late'\nb: 2\n", 1, "goes on after its closing quote. Put the whole text in"),
        ('a: "The "border" town"\nb: 1\n', 1, "goes on after its closing quote."),
        ("a: 'x'\n  y\nb: 1\n", 2, f"goes on after the closing quote above it. {QUOTES}"),
        ("a: He said: no", 1, f"has a colon within its text. {QUOTES}"),
        ("s:\n  - a: 1\n    b: What follows:\n", 3, f"has a colon within its text. {QUOTES}"),
        ("a: 1\n  b: 2\n", 2, "is indented further than the key above it, which has its text"),
        ("s:\n  - a: 1\n    b: 2\n   c: 3\n", 4, ALIGN),
        ("s:\n  - a: 1\n  b: 2\n", 3, ALIGN),
        (" a: 1\nb: 2\n", 2, ALIGN),
        ("a: 1\nfor:pupils\nb: 2\n", 2, "has no space after the colon. Write 'for: pupils'."),
        ("s:\n  - a:A\n    b: B\n", 2, "has no space after the colon. Write 'a: A'."),
        ("title:A\nfor: B\n", 1, "has no space after the colon. Write 'title: A'."),
        ("s:\n  -a: 1\n    b: 2\n", 2, "has no space after the hyphen. Write '- a:'."),
        ("a: 1\n- b\n", 2, "begins with a hyphen where a key belongs. Begin every step with a"),
        ("s:\n  a: 1\n  - a: 2\n", 3, "begins with a hyphen where a key belongs."),
        ("a: - b\n", 1, f"begins its text with '-'. {QUOTES}"),
        ("a: 1\nb\nc: 3\n", 2, "stands where a key belongs. Begin with a key, a colon and a space"),
        ("a: |\n    x\n  y\nb: 1\n", 3, "stands where a key belongs."),
        ("hello\na: 1\n", 1, "is not a key with its text. Write it as in 'title: A port'."),
        ("a: [1, 2\nb: 3\n", 1, "has '[' without its ']'. Close it, or put a text that has one"),
        ("a: {x\nb: 1\n", 1, "has '{' without its '}'. Close it"),
        ("a: [note] he went\nb: 1\n", 1, f"begins its text with '['. {QUOTES}"),
        ("a: {arrivals:2009} people\nb: 1\n", 1, f"begins its text with '{{'. {QUOTES}"),
        *(
            (f"a: {sign} foo\n", 1, f"begins its text with '{sign}'. {QUOTES}")
            for sign in "@`%*&,?]}"
        ),
        ("a: | He hid.\n  x\n", 1, "has words beside '|'. Write them below the key"),
        ("a: > He hid.\n", 1, "has words beside '>'."),
        (r'a: "C:\d"', 1, "has a backslash between double quotes, where it means something else."),
        ('a: 1\nb: "\\UFFFFFFFF"\n', 2, "holds an escape (\\U…) that is not a character."),
        ("a: We go on #2 now\n  and on\nb: 1\n", 1, "is cut off at ' #', where a comment begins:"),
    ],
)
def test_a_common_fault_is_told_by_its_line_with_what_to_do(text, line, message):
    (told,) = told_of(text)
    assert (told[0], told[1][: len(message)]) == (line, message)


@pytest.mark.parametrize("seed", range(4))
def test_no_word_of_the_parser_is_told_whatever_is_wrong(seed):
    chance = random.Random(seed)
    signs = [*"\t\n :-#'\"[]{}|>@`%&*!?,\\é😀", ": ", " #", "- ", "\n  ", "---", "\\U0", "|\n"]
    for _ in range(150):
        text = EXAMPLE
        for _change in range(chance.randint(1, 3)):
            at, length = chance.randrange(len(text)), chance.choice((0, 0, 1, 3))
            text = text[:at] + chance.choice(signs) + text[at + length :]
        for line, message in told_of(text):
            assert 1 <= line <= text.count("\n") + 1
            own = re.sub("'[^']*'", "", message)
            assert not RAW.search(own), (message, text)
            assert re.search(r"\. .*\.$", message), message


@pytest.mark.parametrize(
    ("text", "line", "key", "rest"),
    [
        ("text: We go on #2 tomorrow\n", 1, "text", "#2 tomorrow"),
        ("a: 1\ntext: one\n  two #3 😀\n", 3, "text", "#3 😀"),
        ("text: 😀 we go on  #2\n", 1, "text", "#2"),
        ("show: [a, b #2\n  ]\n", 1, "show", "#2"),
        ("show:\n  - a #1\n", 2, "show", "#1"),
        ("minutes: 45 # about a lesson\n", 1, "minutes", "# about a lesson"),
    ],
)
def test_a_comment_that_cuts_a_text_is_told(text, line, key, rest):
    told = []
    read_yaml(text, lambda *problem: told.append(problem))
    assert [(one[0], one[1]) for one in told] == [(line, key)]
    assert f"'{rest}' is not read. Put the text in quotes" in told[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "# Alone\na: 1\n  # indented\nb: 2\n",
        "a: # without a value\n  - x\n",
        "a: [x, y] # a list\n",
        "a: 'x' # in quotes\nb: \"y #2\" # and here\n",
        "a: | # below\n  He hid #2\n",
        "a: x#2\nb: https://example.org/#2\n",
        "a: >\n  words #2 stay\n",
    ],
)
def test_a_comment_that_cuts_nothing_is_free(text):
    assert told_of(text) == []
