"""How fast the casebook is, beside the bare libraries and other graders in the same run.

One module of `bench/measures` per measure. Each has a function `rows()` that returns a list of `Row`; `python -m bench`
finds them all, `python -m bench tables` runs one, and `make bench` writes `docs/performance.md`.
"""
