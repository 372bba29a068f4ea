"""A text is kept as it came, found again by its digest, and refused where it is none."""

import hashlib

import pytest

from annotations.store.files import regular_files, synced_files
from annotations.store.files.beside import texts as folder_of_texts
from annotations.store.files.beside.texts import TextFolder
from annotations.store.texts import MOST_TEXT_BYTES


@pytest.fixture
def texts(tmp_path):
    """Texts in a folder that is not there yet."""
    return TextFolder(tmp_path / ".texts")


def test_a_text_comes_back_with_its_line_ends_as_they_were(texts):
    data = "One.\r\n\r\n둘.\n".encode()
    key = texts.keep(data)
    assert key == hashlib.sha256(data).hexdigest()
    assert texts.text(key) == "One.\r\n\r\n둘.\n"


def test_a_text_that_lies_there_under_any_name_is_found_and_not_kept_twice(texts):
    texts.folder.mkdir()
    (texts.folder / "jo-2011.txt").write_bytes(b"In 2011.")
    key = texts.keep(b"In 2011.")
    assert texts.text(key) == "In 2011."
    assert [path.name for path in texts.folder.iterdir()] == ["jo-2011.txt"]


def test_two_people_who_keep_one_text_at_the_same_moment_both_have_it(texts, monkeypatch):
    real, keys = synced_files.write_synced, []

    def written_by_two(path, data):
        monkeypatch.setattr(synced_files, "write_synced", real)
        real(path, data)
        keys.append(texts.keep(data))

    monkeypatch.setattr(synced_files, "write_synced", written_by_two)
    keys.append(texts.keep(b"One text."))
    assert keys[0] == keys[1]
    assert texts.text(keys[0]) == "One text."
    assert len(list(texts.folder.iterdir())) == 1


def test_a_text_that_is_not_here_is_none(texts):
    texts.keep(b"Another one.")
    assert texts.text("0" * 64) is None


def test_a_text_that_was_looked_at_is_not_read_again_for_another(texts, monkeypatch):
    keys = [texts.keep(data) for data in (b"One.", b"Two.")]
    assert [texts.text(key) for key in keys] == ["One.", "Two."]
    read, whole = [], regular_files.read
    monkeypatch.setattr(folder_of_texts, "read", lambda path: read.append(path.stem) or whole(path))
    assert texts.text(keys[1]) == "Two."
    assert texts.text("0" * 64) is None
    assert read == [keys[1]]


def test_a_text_that_is_changed_or_gone_is_not_found_by_what_it_was(texts):
    key = texts.keep(b"One.")
    (path,) = texts.folder.iterdir()
    assert texts.text(key) == "One."
    path.write_bytes(b"Two.")
    assert texts.text(key) is None
    assert texts.text(hashlib.sha256(b"Two.").hexdigest()) == "Two."
    path.unlink()
    assert texts.text(hashlib.sha256(b"Two.").hexdigest()) is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no words"),
        (b" \r\n\t", "no words"),
        (b"one\ntwo \xff", "Line 2 is not UTF-8"),
        (b"a" * (MOST_TEXT_BYTES + 1), "2,000,000 are the most"),
    ],
)
def test_what_is_no_text_is_refused_with_the_remedy(texts, data, told):
    with pytest.raises(ValueError, match=told):
        texts.keep(data)
    assert not texts.folder.exists()
