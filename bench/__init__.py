"""How fast the casebook is, beside the bare libraries in the same run.

One module per measure. Each has a function `rows()` that returns a list of `Row`; `python -m bench` finds them all,
`python -m bench tables` runs one.
"""
