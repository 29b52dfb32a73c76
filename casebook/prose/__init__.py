"""The book's own prose, read as a reader would doubt it: which figures it gives, and on which rows each can rest."""
