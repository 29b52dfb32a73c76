"""A small notebook as an author would save it."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ANSWER = '### BEGIN SOLUTION\nparts = ["C"]\nletter = parts[0]\n### END SOLUTION'
CHECK = 'cb.check("ten-and-ten", letter).points(2)'


def notebook(*sources: str, check_cell: str = CHECK):
    """A small instructor notebook with one exercise and one teaching note, as an author would save it."""
    cells = [
        new_markdown_cell("# Who says it?"),
        *map(new_code_cell, sources),
        new_code_cell(ANSWER),
        new_code_cell(check_cell),
        new_markdown_cell("Ask the class.", metadata={"tags": ["instructor"]}),
        new_markdown_cell("After it: agreement is not proof."),
    ]
    return new_notebook(cells=cells)
