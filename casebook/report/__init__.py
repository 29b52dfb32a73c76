"""A folder of notebooks that students handed in, as a page on what the class read and misread."""
