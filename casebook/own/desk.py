"""The coding desk: a reader's folder, the text in it, and rows that go into its tables one by one."""

from pathlib import Path

import pandas as pd

from casebook.exercise.note import Note
from casebook.frames import BrokenTableError, text_of
from casebook.language import joined, say
from casebook.own import entry, form, packing, partner, report
from casebook.own.files import OwnFolderError
from casebook.own.ledger import Cells, Ledger
from casebook.own.sentences import sentences

NO_SENTENCE = say("No sentence has these words.")
# Rows of these say where they come from.
WITH_EVIDENCE = ("events", "statements", "casualties", "claims", "facts")


class Desk:
    """A folder of rows that a reader codes: made by `cb.practice(folder)` or `cb.own_source(folder)`.

    Attributes
    ----------
    folder : Path
        Where the files are. They may also be edited by hand: nothing that stands in them is lost.
    text : str
        The text to be coded; empty where the folder holds none.

    Examples
    --------
    >>> import tempfile
    >>> import casebook as cb
    >>> with tempfile.TemporaryDirectory() as place:
    ...     desk = cb.practice(f"{place}/mine")
    ...     desk.sentence("Six families"), desk.check().heading
    ('s912', 'No faults')
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ledger = Ledger(folder)
        declared = self._ledger.package.get("text")
        try:
            self.text = text_of(folder / declared["path"]) if declared else ""
        except BrokenTableError as error:
            raise OwnFolderError(error.args[0]) from None

    def __repr__(self) -> str:
        counts = {name: len(self._ledger.rows(name)) for name in self._ledger.definitions}
        told = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
        return f"{self.folder.name}: {told or say('no rows yet')}"

    def rows(self, table: str) -> pd.DataFrame:
        """Your rows of one table, as a typed frame."""
        return self._ledger.frame(table)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Your rows of every table by its name, as an exercise takes them that asks for tables."""
        return {name: self.rows(name) for name in self._ledger.definitions}

    def sentence(self, words: str) -> str:
        """Mark the sentence of the text that has these words: its passage is written down once.

        Returns
        -------
        str
            The key of the passage.

        Raises
        ------
        OwnFolderError
            If no sentence has the words, or more than one.
        """
        all_of_it = sentences(self.text)
        given = words if isinstance(words, str) else ""
        mine = [place for place, each in enumerate(all_of_it) if given.strip() and given in each.text]
        if len(mine) != 1:
            found = say("{number} sentences have these words.").format(number=len(mine)) if mine else NO_SENTENCE
            raise OwnFolderError(joined(found, say("Copy words from the text that stand in one sentence only.")))
        key = f"s{entry.FIRST + mine[0]}"
        if key not in self._ledger.keys("passages"):
            where = {"passage_id": key, "source_id": self._source()}
            _, rows = self._ledger.with_row("passages", {**where, **all_of_it[mine[0]]._asdict()})
            self._ledger.save("passages", rows)
        return key

    def add(self, table: str, /, *, passage: str = "", source: str = "", **cells: object) -> pd.DataFrame:
        """Add one row by the codebook; a key that is not given is the next free one, from 901.

        Parameters
        ----------
        table : str
            Its name.
        passage : str
            The sentence that says so: the key of its passage, or words that only it has. It goes into `evidence`.
        source : str
            The document that says so, where the folder has more than one.
        **cells
            What stands in which column; columns that are left out are blank.

        Returns
        -------
        DataFrame
            The row, a line for each cell that is filled.

        Raises
        ------
        OwnFolderError
            One sentence, if a cell is not what its column takes. Nothing is written then.
        """
        first, *_ = self._ledger.key(table)
        if table in entry.NUMBERED and not entry.as_text(first, cells.get(first)):
            cells[first] = entry.next_key(table, self._ledger.keys(table))
        row, rows = self._ledger.with_row(table, cells)
        written = {table: rows}
        if table in WITH_EVIDENCE:
            line = self._evidence(table, row[first], passage, source)
            _, written["evidence"] = self._ledger.with_row("evidence", line)
        self._save(written)
        return self._shown(table, row)

    def change(self, table: str, /, *key: str, **cells: object) -> pd.DataFrame:
        """Put something else into cells of a row of yours; its key stays.

        Parameters
        ----------
        table : str
            Its name.
        *key : str
            The key of the row; where it has several columns, all of them in their order, as for `remove`.
        **cells
            What is to stand in which column.

        Raises
        ------
        OwnFolderError
            If there is no such row, or a cell is not what its column takes. Nothing is written then.
        """
        place = self._ledger.place(table, key)
        kept = self._ledger.rows(table)[place]
        if self._ledger.key_of(table, {**kept, **cells}) != self._ledger.key_of(table, kept):
            sentence = say("The key of a row ({columns}) stays: remove the row, and add it with another.")
            raise OwnFolderError(sentence.format(columns=", ".join(self._ledger.key(table))))
        row, rows = self._ledger.with_row(table, {**kept, **cells}, instead=place)
        self._save({table: rows})
        return self._shown(table, row)

    def remove(self, table: str, /, *key: str) -> None:
        """Take out a row of yours, with its lines of evidence and its moves.

        Parameters
        ----------
        table : str
            Its name.
        *key : str
            The key of the row; where it has several columns, all of them in their order, as in
            `remove("moves", "S901", "deny")`. A column that is blank in the row is "".

        Raises
        ------
        OwnFolderError
            If there is no such row, or the key is not whole. Nothing is taken out then.
        """
        place, rows = self._ledger.place(table, key), self._ledger.rows(table)
        gone = rows.pop(place)[self._ledger.key(table)[0]]
        left = {table: rows}
        if table != "evidence":
            lines = self._ledger.rows("evidence")
            left["evidence"] = [line for line in lines if (line["table"], line["row_id"]) != (table, gone)]
        if table == "statements":
            left["moves"] = [move for move in self._ledger.rows("moves") if move["statement_id"] != gone]
        self._save(left)

    def check(self) -> Note:
        """What `casebook data check` says of the folder: form first, then what people get wrong in reading."""
        return report.checked(self.folder)

    def form(self, table: str = "casualties") -> "form.Form":
        """A form beside the text: choose a sentence, fill the columns of one table, add the row."""
        definition = self._ledger.definition(table)
        return form.Form(self, definition, self._ledger.known(), sentences(self.text))

    def compare(self, other: str | Path) -> pd.DataFrame:
        """Your coding beside that of a partner's folder, cell by cell.

        Returns
        -------
        DataFrame
            `passage_id`, `table`, `who` (speaker or giver), `column`, `yours`, `partners`, `same`: one row for each
            cell that one of you filled.
        """
        return partner.compared(self.folder, partner.folder(other, self._ledger.package["name"]))

    def pack(self) -> Path:
        """The folder as one zip beside it, a data package to hand in. An earlier zip is never overwritten."""
        return packing.packed(self.folder)

    def _save(self, tables: dict[str, list[Cells]]) -> None:
        for name, rows in tables.items():
            self._ledger.save(name, rows)

    def _shown(self, table: str, row: Cells) -> pd.DataFrame:
        """A row as it was written, from its cells: another row of the file may be one that cannot be typed yet."""
        first, *_ = self._ledger.key(table)
        return pd.DataFrame({row[first]: {name: cell for name, cell in row.items() if cell and name != first}})

    def _evidence(self, table: str, key: str, passage: str, source: str) -> dict[str, object]:
        """The line of evidence for a new row."""
        if self.text and not passage:
            raise OwnFolderError(say("Which sentence says so? passage= takes words that only that sentence has."))
        source = entry.as_text("source", source) or self._source()
        # A sentence is marked only for a line that can be written.
        entry.refers(self._ledger.definition("evidence"), {"source_id": source, "passage_id": ""}, self._ledger.known())
        if passage and not (isinstance(passage, str) and passage in self._ledger.keys("passages")):
            passage = self.sentence(passage)
        return {"table": table, "row_id": key, "source_id": source, "passage_id": passage, "relation": "supports"}

    def _source(self) -> str:
        """The one document of the folder."""
        mine = sorted(self._ledger.keys("sources"))
        if not mine:
            raise OwnFolderError(say('Your document comes first: desk.add("sources", source_id=..., ...).'))
        if len(mine) > 1:
            sentence = say("Which document says so? source={first!r}, or another of your {number}.")
            raise OwnFolderError(sentence.format(first=mine[0], number=len(mine)))
        return mine[0]
