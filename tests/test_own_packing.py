"""A reader's folder is handed in as one zip: whole, never over an earlier one, or not at all."""

import io
import zipfile
from pathlib import Path

import pytest

import casebook as cb
from casebook.integrity import faults
from casebook.own.files import OwnFolderError
from owned import practice_desk


@pytest.fixture
def desk(tmp_path):
    return practice_desk(tmp_path / "mine")


def test_a_zip_is_never_overwritten(desk):
    first, second = desk.pack(), desk.pack()
    assert (first.name, second.name) == ("mine.zip", "mine-2.zip")
    assert first.read_bytes()


@pytest.mark.parametrize("lost", ["datapackage.json", "moves.csv", "practice.txt"])
def test_a_folder_that_lacks_a_file_is_not_packed_and_says_so(lost, desk):
    (desk.folder / lost).unlink()
    with pytest.raises(
        OwnFolderError, match=rf"^{lost} of mine is not there any more: open the folder again to get it"
    ):
        desk.pack()
    assert list(desk.folder.parent.glob("*.zip")) == []
    assert cb.practice(desk.folder).pack().name == "mine.zip"


def test_a_zip_that_cannot_be_written_whole_is_not_there(desk, monkeypatch):
    class Full(io.BytesIO):
        def write(self, _):
            raise OSError(28, "No space left on device")

    def opened(path: Path, mode: str) -> Full:
        path.touch()
        return Full()

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", opened)
        with pytest.raises(
            OwnFolderError, match=r"^Nothing was packed, because of mine\.zip: No space left on device\.$"
        ):
            desk.pack()
    assert list(desk.folder.parent.glob("*.zip")) == []


def test_a_file_that_cannot_be_read_is_named_and_not_packed(desk, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(zipfile.ZipFile, "write", refused)
    with pytest.raises(
        OwnFolderError, match=r"^Nothing was packed, because of datapackage\.json: Permission denied\.$"
    ):
        desk.pack()
    assert list(desk.folder.parent.glob("*.zip")) == []


def test_the_zip_is_a_data_package_that_can_be_checked_and_used(desk, tmp_path):
    with zipfile.ZipFile(desk.pack()) as archive:
        archive.extractall(tmp_path / "elsewhere")
    place = tmp_path / "elsewhere" / "mine"
    cb.use(place)
    assert faults(place) == []
    assert list(cb.casualties()["report_id"]) == ["C901"]
