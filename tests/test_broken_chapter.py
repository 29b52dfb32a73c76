"""A chapter whose module fails is named, and hinders no other."""

import pytest

import casebook as cb
import casebook.exercise
from answers import ALL
from casebook.exercise import messages
from casebook.exercise.register import chapters


@pytest.fixture
def a_broken_chapter(tmp_path, monkeypatch):
    """A chapter 001, read before all others but 00, whose module fails."""
    (tmp_path / "chapter_001.py").write_text("import a_library_that_is_not_here\n")
    monkeypatch.setattr(casebook.exercise, "__path__", [*casebook.exercise.__path__, str(tmp_path)])
    chapters.cache_clear()
    yield
    chapters.cache_clear()


@pytest.mark.usefixtures("a_broken_chapter")
def test_a_chapter_that_cannot_be_read_is_named_and_hinders_no_other():
    for verb in (cb.check, cb.hint, cb.solution, cb.ask):
        words = verb("of-the-broken-chapter").text
        assert "chapter 001 cannot be read" in words
        assert "a_library_that_is_not_here" in words
        assert messages.NO_SUCH_KEY not in words
    assert [key for key in ALL if cb.check(key).state != "unanswered"] == []


@pytest.mark.usefixtures("a_broken_chapter")
def test_a_chapter_that_cannot_be_read_has_a_row_among_the_exercises_of_the_others():
    listed = cb.exercises()
    assert set(listed["key"].dropna()) == {*ALL}
    (broken,) = listed[listed["key"].isna()].itertuples()
    assert broken.notebook == "001"
    assert "chapter 001 cannot be read" in broken.asks
    assert "a_library_that_is_not_here" in broken.asks
