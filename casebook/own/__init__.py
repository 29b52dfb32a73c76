"""Folders of a reader's own: rows that they code, checked by the codebook, never overwritten."""
