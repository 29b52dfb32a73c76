"""What `import casebook` costs beside the pandas that it needs."""

from bench.row import Row, fresh, medians, seconds


def rows() -> list[Row]:
    """Whole processes, from start to end, nine times each in turn."""
    ours, bare, pandas = medians(
        9,
        lambda: seconds(lambda: fresh("import casebook")),
        lambda: seconds(lambda: fresh("pass")),
        lambda: seconds(lambda: fresh("import pandas")),
    )
    return [Row("import casebook", ours - bare, "import pandas", pandas - bare, 1.15, of_peer=True)]
