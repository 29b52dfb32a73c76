"""The decision room: two governments, eight hours, and only the rows that could be read by then."""
