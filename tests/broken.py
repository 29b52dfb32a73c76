"""Files with one thing broken, as examples for the tests of whatever reads them."""

from hypothesis import strategies as st

from casebook.folders import DATA
from faults import rows, text, written

TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
CSV = [f"{name}.csv" for name in TABLES]
ODD = [
    "",
    " ",
    "x",
    "0",
    "-1",
    "1_000",
    "٣",
    "NaN",
    "2024-02-30",
    "20240116",
    "9" * 30,
    "a\nb",
    "\x00",
    '"',
    "E001",
    "s01",
]
WORDS = st.sampled_from(ODD) | st.text(max_size=20) | st.just("x" * 200_000)


@st.composite
def broken_tables(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table with one cell, row or header broken, perhaps in another encoding or with other line ends."""
    name = draw(st.sampled_from(CSV))
    table = rows(text(name))
    row = draw(st.sampled_from(table[:1] + table[1:] * 2))
    column = draw(st.integers(0, len(row) - 1))
    match draw(st.sampled_from(["cell", "cell", "cut", "add", "drop", "again", "empty", "swap"])):
        case "cell":
            row[column] = draw(WORDS)
        case "cut":
            del row[column]
        case "add":
            row.insert(column, draw(WORDS))
        case "drop":
            table.remove(row)
        case "again":
            table.insert(draw(st.integers(0, len(table))), list(row))
        case "empty":
            row.clear()
        case "swap":
            row[0], row[column] = row[column], row[0]
    encoding = draw(st.sampled_from(["utf-8"] * 4 + ["utf-8-sig", "utf-16", "latin-1", "utf-7"]))
    ends = draw(st.sampled_from(["\n"] * 4 + ["\r\n", "\r", ""]))
    return name, written(table).replace("\n", ends).encode(encoding, "replace")


@st.composite
def broken_bytes(draw: st.DrawFn, files: list[str]) -> tuple[str, bytes]:
    """One of these files with a stretch of its bytes replaced by others."""
    file = draw(st.sampled_from(files))
    content = (DATA / file).read_bytes()
    start = draw(st.integers(0, len(content)))
    end = start + draw(st.sampled_from([0, 1, 1, 40, len(content)]))
    others = st.sampled_from([b"", b'"', b",", b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf"]) | st.binary(
        max_size=30
    )
    return file, content[:start] + draw(others) + content[end:]
