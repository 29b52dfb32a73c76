"""Open a folder of one's own: to code the practice text, or a source beside the casebook's tables."""

import copy
import re
from pathlib import Path

from casebook.datapackage import descriptor_in
from casebook.declared import Package
from casebook.folders import DATA, PRACTICE
from casebook.own import files
from casebook.own.desk import Desk

# Who is who and where is where in the practice text: given, so that coding can begin with what is said.
GIVEN = ("sources.csv", "actors.csv", "places.csv")


def practice(folder: str | Path) -> Desk:
    """Open a folder in which you code the practice text, an invented case; it is made if it is not there.

    Parameters
    ----------
    folder : path
        A new folder, or one that was made so before: no file in it is overwritten.

    Returns
    -------
    Desk
        Its `text`, and verbs that write and check rows.

    Raises
    ------
    OwnFolderError
        If the folder cannot be used, in one sentence.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     practice(f"{place}/mine").text.splitlines()[0]
    'At least four dead after shots on the Sallowmere; two capitals trade protests'
    """
    package = copy.deepcopy(descriptor_in(PRACTICE))
    given = {name: (PRACTICE / name).read_bytes() for name in (package["text"]["path"], *GIVEN)}
    return _opened(folder, package, given)


def own_source(folder: str | Path) -> Desk:
    """Open a folder for a source of your own: its rows stand beside the casebook's and may refer to them.

    `cb.use(folder)` then shows both; charts and cards mark your rows. The folder is made if it is not there.

    Parameters
    ----------
    folder : path
        A new folder, or one that was made so before: no file in it is overwritten.

    Returns
    -------
    Desk
        Verbs that write and check rows.

    Raises
    ------
    OwnFolderError
        If the folder cannot be used, in one sentence.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     own_source(f"{place}/mine").rows("casualties").shape[0]
    0
    """
    package = copy.deepcopy(descriptor_in(DATA))
    own: Package = {
        **package,
        "name": "beside-thirteen-days-in-january",
        "title": "Rows of a reader's own beside Thirteen Days in January",
        "description": "What one reader coded from a source of their own. Keys that are not here are the casebook's.",
        "beside": package["name"],
    }
    for resource in own["resources"]:
        for field in resource["schema"]["fields"]:
            asked = field.get("constraints", {})
            if asked.get("unique") and "pattern" in asked:
                asked["pattern"] = re.sub(r"\{2\}\$$", "{2,3}$", asked["pattern"])
    del own["text"]
    return _opened(folder, own, {})


def _opened(folder: str | Path, package: Package, given: dict[str, bytes]) -> Desk:
    place = files.named(folder)
    files.make(place, package, given)
    return Desk(place)
