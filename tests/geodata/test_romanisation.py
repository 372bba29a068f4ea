"""Spellings of one Korean name sound alike, and different names do not."""

import pytest

from geodata.romanisation import sounds


@pytest.mark.parametrize(
    "spellings",
    [
        "P'yŏngyang Pyeongyang Pyongyang PYONGYANG P’yŏngyang 평양",
        "Ch'ŏngjin Cheongjin Ch'ongjin Chongjin 청진",
        "Hyesan 혜산",
        "Yŏnbyŏn Yeonbyeon Yonbyon 연변",
        "Ryanggang Yanggang 량강 양강",
        "Sinŭiju Sinuiju Shinuiju 신의주",
        "Hoeryŏng Hoeryeong 회령",
        "Rason Nason 라선 나선",
        "Pusan Busan 부산",
        "Kangwŏn Gangwon 강원",
        "Amnok 압록",
        "Silla 신라",
        "Tongnip Dongnip 독립",
    ],
)
def test_spellings_of_one_name_sound_alike(spellings):
    first, *others = spellings.split()
    assert [other for other in others if not sounds(first) & sounds(other)] == []


@pytest.mark.parametrize(
    "names", ["Hyesan Hoeryong", "Chongjin Hamhung", "Musan Masan", "평양 평성", "Kim Kang"]
)
def test_different_names_do_not_sound_alike(names):
    one, other = names.split()
    assert not sounds(one) & sounds(other)


@pytest.mark.parametrize("name", ["", " ", "延边", "平壤", "Владивосток", "-", "'"])
def test_what_is_neither_latin_nor_hangul_has_no_sound(name):
    assert sounds(name) == frozenset()
