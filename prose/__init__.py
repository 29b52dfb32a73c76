"""The book's own prose, read as a reader would doubt it: which figures it gives, and on which rows each can rest.

For the tests and the site, which read the notebooks with it; whoever uses the casebook needs none of it.
"""
