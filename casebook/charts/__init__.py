"""Charts: a frame from the tables in, an Altair chart out."""
