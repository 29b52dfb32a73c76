"""Charts: a frame from the tables in, an Altair chart out, shown through the casebook's own renderer."""

from casebook.renderer import enable

enable()
