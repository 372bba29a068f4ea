"""Rules for names and dates find what no list has, however it is written."""

import re
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.publication.date_phrases import finer_in, is_plain
from annotations.publication.hidden_words import HiddenWords
from annotations.publication.proper_names import CAPITALISED, EASTERN, WORD, ProperNames

RULE = ProperNames(frozenset({"China", "Mike Kim"}), frozenset({"she", "left", "the", "village"}))


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("month", "on 14 June 2016"), ("month", "June 14"), ("month", "the 14th"),
        ("month", "on a Friday"), ("month", "around Chuseok"), ("month", "추석"),
        ("month", "2016-06-14"), ("month", "14일"),
        ("year", "in December"), ("year", "the winter of 2008"), ("year", "2008-12"),
        ("year", "12월"), ("year", "Dec 2008"), ("year", "2008.12"), ("year", "14/6/2016"),
        ("year", "late 2008"), ("year", "at the end of 2008"), ("year", "mid-2008"),
        ("period", "in 2008"), ("period", "late 1990s"), ("period", "’08"),
        ("withheld", "the 1990s"), ("withheld", "in the nineties"),
    ],
)  # fmt: skip
def test_a_date_in_any_words_is_finer_than_its_level(level, text):
    assert finer_in(text, level)
    assert not is_plain(text, level)


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("as-is", "14 June 2016"), ("month", "June 2016"), ("year", "in 2008"),
        ("year", "It may march on."), ("year", "1.5 km"), ("period", "in the 1990s"),
        ("withheld", "after eight days"),
    ],
)  # fmt: skip
def test_a_date_no_finer_than_its_level_may_stay(level, text):
    assert not finer_in(text, level)


@pytest.mark.parametrize(
    "text",
    [
        "She left Jongori.", "Jongori", "the ex-Jongori guards", "종오리에서", "鐘乙里",
        "the Changtian road", "a man called KIM MIN SUH", "เชียงราย", "ᄌ\u1169ᄋ\u1169",
    ],
)  # fmt: skip
def test_a_name_that_is_not_allowed_is_found(text):
    assert HiddenWords(names=RULE).in_text(text)


@pytest.mark.parametrize(
    "text", ["She left China.", "The village.", "Mike Kim’s village", "the UN", "in May 1996"]
)
def test_what_is_allowed_or_no_name_is_not_found(text):
    assert not HiddenWords(names=RULE).in_text(text)


@pytest.mark.parametrize(
    "text",
    ["Park\nMinsuh", "PARK MINSUH", "Park\u00a0Minsuh", "Park Min\u200bsuh", "Ｐａｒｋ Minsuh"],
)
def test_a_listed_name_is_found_however_it_is_spaced_or_typed(text):
    assert HiddenWords(frozenset({"Park Minsuh"})).in_text(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kim Joo-il", "Kim Joo Il told it"), ("Kim Joo-il", "Kim Jooil"),
        ("Kim Joo-il", "Kim Joo\u2010il"), ("Kim Joo-il", "Kim Joo\u2011il"),
        ("Jihyun", "Ji-hyun’s way"), ("Ji-hyun", "JIHYUN"), ("Hyesan", "a Hyesan-based trader"),
        ("Nguyễn Hà", "Nguyen Ha"), ("Yodok", "the camp at Yodŏk"), ("Yodŏk", "Yodok"),
        ("P'yŏngyang", "Pyongyang"), ("P'yongyang", "P’yŏngyang"),
        ("Ch'ŏngjin", "Ch\u2018ŏngjin"), ("Ch'ŏngjin", "Ch\u02bbŏngjin"),
        ("Ch'ŏngjin", "Ch`ongjin"),
        ("Kim Min Ho", "Kim Min Ho\u02bcs"), ("Kim Joo-il", "Kim_Joo_il"), ("Chin A", "Chin-A"),
    ],
)  # fmt: skip
def test_a_listed_name_is_found_with_or_without_hyphens_apostrophes_and_marks(name, text):
    assert HiddenWords(frozenset({name})).in_text(text)


def test_a_name_that_only_begins_like_a_listed_one_is_not_found():
    names = HiddenWords(frozenset({"Kim Joo-il", "Hyesan"}))
    assert not any(map(names.in_text, ("Kim Joo-ilsong", "Hyesans", "Joo Il", "Kim Joo. Il")))


@pytest.mark.parametrize(
    ("name", "text"),
    [("Chin A", "to China"), ("Li Ke", "LIKE it"), ("Jo In", "join"), ("Ma In", "main")],
)
def test_a_short_name_of_two_parts_is_not_found_in_a_word(name, text):
    assert HiddenWords(frozenset({name})).in_text(f"{name} went")
    assert not HiddenWords(frozenset({name})).in_text(text)


NAMES = HiddenWords(frozenset({"박민수", "다롄", "Park Minsuh", "Nguyễn Hà"}))
ADDRESSES = (
    "x.example/" + quote("박민수"), "x.example/박민수-탈북", "x.example/다롄에서", "x.example/다롄",
    "x.example/park%252Dminsuh", "x.example/" + quote(quote(quote("박민수"))),
    "x.example/?of=" + quote("박민수의".encode("cp949")), "x.example/&#48149;&#48124;&#49688;",
    "박민수.example".encode("idna").decode() + "/a", "x.example/nguyen_ha.html",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_listed_name_is_found_in_an_address_however_it_is_encoded(address):
    assert NAMES.in_id(f"https://{address}")
    assert NAMES.in_text(f"It stands at <https://{address}>.")


def test_an_address_that_tells_nothing_is_not_found():
    told = ("x.example/park/other-minsuh", "x.example/" + quote("김민수"), "x.example/100%25")
    assert not any(NAMES.in_id(f"https://{address}") for address in told)


def test_a_korean_name_is_found_with_a_particle_behind_it_and_a_blank_within():
    assert all(
        map(NAMES.in_text, ("박민수는 갔다.", "박 민수", "박·민수", "박-민-수는", "다롄에서"))
    )
    assert HiddenWords(frozenset({"박-민수"})).in_text("박민수는 갔다.")
    assert not any(map(NAMES.in_text, ("김민수", "다 롄")))


def test_a_korean_name_that_no_list_has_is_found_in_an_address():
    rule = HiddenWords(names=ProperNames(frozenset({"중국"}), frozenset()))
    assert rule.in_address("https://x.example/" + quote("종오리"))
    assert not rule.in_address("https://x.example/News/" + quote("중국"))


def test_signs_made_of_signs_over_and_over_are_read_in_no_time():
    assert HiddenWords(frozenset({"Ada"})).in_id("x/%" + "25" * 50_000 + "41da") == "ada"
    assert HiddenWords(frozenset({"Adam"})).in_id("x/%25Adam") == "adam"


ANY = ProperNames(frozenset(), frozenset())
PIECES = ("Jane", "Roe", "JR", "USA", "I", "O'Neil", "Min-Ok", "ex-Roe", "A-", "b", "May", "x1A",
          "홍길동", "他", "เ", "\u0e31", "大连A", "-Q", "…", "’")  # fmt: skip
ENDS = st.sampled_from((" ", "", "  ", ". ", "\n", "-"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), ENDS), max_size=20))
def test_an_acronym_is_a_name_where_it_stands_in_a_run_of_words(pieces):
    text = "".join(word + end for word, end in pieces)
    pattern = rf"{CAPITALISED}(?: {CAPITALISED})+|{EASTERN.pattern}"
    runs = [found.span() for found in re.finditer(pattern, text)]
    assert list(ANY.runs_in(text)) == [text[start:end] for start, end in runs]
    acronyms = re.compile(r"(?:[^A-Z-][^-]*-)*(JR|USA)")
    words = [word for word in WORD.finditer(text) if acronyms.fullmatch(word[0])]
    in_a_run = [word for word in words if any(a <= word.start() < b for a, b in runs)]
    inside = [acronyms.fullmatch(word[0])[1] for word in in_a_run]
    told = [word for word in ANY.words_in(text, is_title=True) if word in ("JR", "USA")]
    assert told == inside


def test_both_of_two_rules_hold():
    one = HiddenWords(names=RULE, dates="month")
    two = HiddenWords(frozenset({"x"}), RULE._replace(allowed=frozenset({"China"})), "year")
    assert (one | two).dates == (two | one).dates == "year"
    assert (one | two).in_text("Mike Kim left") and not one.in_text("Mike Kim left")
    assert (one | HiddenWords()).names == (HiddenWords() | one).names == RULE
