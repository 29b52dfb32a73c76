"""Which folder the tables are read from: it is read as it is now, and a name that leads to none is told plainly."""

import functools
import re
import shutil

import pytest

import casebook as cb
from casebook import datapackage
from casebook.folders import DATA


def test_a_folder_without_a_descriptor_is_refused_and_the_old_one_stays(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"holds no datapackage\.json"):
        cb.use(tmp_path)
    assert len(cb.events())


NO_FOLDERS = {
    "a\0b": "'a\\x00b' cannot be used as a folder: it holds a sign that no name may have.",
    "x" * 5000: f"'{'x' * 58}… cannot be used as a folder: File name too long.",
    "~nobody-of-this-name/data": "'~nobody-of-this-name/data' cannot be used as a folder: it leads nowhere.",
}


@pytest.mark.parametrize("name", NO_FOLDERS, ids=["a null", "too long", "nobody's"])
@pytest.mark.parametrize("opened", [cb.use, cb.practice, cb.own_source])
def test_a_name_under_which_there_can_be_no_folder_is_told_in_one_sentence(opened, name):
    with pytest.raises(ValueError, match=re.escape(NO_FOLDERS[name])) as told:
        opened(name)
    assert str(told.value) == NO_FOLDERS[name]


@pytest.mark.parametrize("own", [True, False], ids=["the casebook's", "another"])
def test_a_folder_that_is_turned_to_again_is_read_as_it_is_now(own, tmp_path, monkeypatch):
    folder = shutil.copytree(DATA, tmp_path / "data")
    if own:
        monkeypatch.setattr(datapackage, "DATA", folder)
    turn = functools.partial(cb.use, None if own else folder)
    turn()
    before = cb.claims().loc[0, "claim"]
    path = folder / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(before, "It was changed"), encoding="utf-8")
    turn()
    assert cb.claims().loc[0, "claim"] == "It was changed"


@pytest.mark.parametrize("given", ["https://example.org/" + "a" * 100, ["C151"] * 100, "C151 " * 100])
def test_a_long_name_that_is_not_there_is_told_by_its_beginning(given):
    with pytest.raises(KeyError) as told:
        cb.show(given)
    assert str(told.value).startswith(f"{repr(given)[:90]}")
    assert "… is not the key of a row." in str(told.value)
