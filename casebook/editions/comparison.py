"""Where two versions of a notebook part, in words that an author can act on."""

import json

from casebook.kept import Data


def _shape(content: bytes) -> Data:
    try:
        notebook = json.loads(content)
    except ValueError:
        return {}
    return notebook if isinstance(notebook, dict) else {}


def _outputs(saved: Data, built: Data) -> str:
    then, now = saved.get("outputs", []), built.get("outputs", [])
    if len(then) != len(now):
        return f"it has {len(now)} outputs, saved are {len(then)}"
    for one, other in zip(then, now, strict=True):
        for kind in sorted({*one.get("data", {}), *other.get("data", {})}):
            if one.get("data", {}).get(kind) != other.get("data", {}).get(kind):
                return f"its {kind} differs"
    return "its outputs differ"


def first_difference(saved: bytes, built: bytes) -> str | None:
    """The first place where a saved notebook is not what a build gives; None if it is, to the byte.

    Examples
    --------
    >>> first_difference(b"", b"{}")
    'it is not there'
    >>> first_difference(b"{}", b"{}")
    """
    if saved == built:
        return None
    if not saved:
        return "it is not there"
    then, now = _shape(saved).get("cells", []), _shape(built).get("cells", [])
    for number, (one, other) in enumerate(zip(then, now, strict=False), 1):
        if one == other:
            continue
        only_outputs = {**one, "outputs": []} == {**other, "outputs": []}
        return f"cell {number}: {_outputs(one, other) if only_outputs else 'its source or its metadata differ'}"
    return f"it has {len(then)} cells instead of {len(now)}" if len(then) != len(now) else "its metadata differ"
