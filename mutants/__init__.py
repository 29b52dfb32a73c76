"""Slips planted one at a time, in cells of the tables and in lines of the package, and who notices each.

`make mutants` runs it and writes docs/mutants.md. Nothing here touches the data or the package themselves: slips are
planted in copies in a temporary folder.
"""
