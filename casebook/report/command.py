"""From a folder or zip to the page and the table: what `casebook report` does, step by step."""

from collections.abc import Callable
from pathlib import Path

from casebook.language import joined
from casebook.report import words
from casebook.report.course import people
from casebook.report.files import File, latest
from casebook.report.limits import Limits
from casebook.report.page import MARK, Report, page
from casebook.report.place import Place, here
from casebook.report.records import from_record
from casebook.report.rerun import Run
from casebook.report.scores import IDENTITY, scores


class ReportError(Exception):
    """What hinders the report, in one sentence for the person at the keyboard."""


def check_target(target: Path, ending: str) -> None:
    """See that a report may be written to a place.

    Parameters
    ----------
    target : Path
        The file to write.
    ending : str
        What its name should end in, with the dot.

    Raises
    ------
    ReportError
        If the name ends otherwise, something else than a report is there already, or it cannot be seen what is.
    """
    if target.suffix.lower() != ending:
        example = f"{target.stem.strip('.') or 'report'}{ending}"
        raise ReportError(words.WRONG_END.format(target=target, wanted=ending, example=example))
    begins = {".html": MARK, ".csv": ",".join(IDENTITY)}[ending].encode()
    try:
        if not target.parent.is_dir():
            raise ReportError(words.NO_PLACE.format(target=target, reason=words.NO_SUCH_FOLDER))
        if target.exists() and not (target.is_file() and target.read_bytes().startswith(begins)):
            raise ReportError(words.NOT_OURS.format(target=target))
    except OSError as fault:
        raise ReportError(words.NO_PLACE.format(target=target, reason=fault.strerror)) from None


def held(sentence: str, place: Place | None = None) -> str:
    """A sentence with what holds students' code in a place.

    Parameters
    ----------
    sentence : str
        `words.RUNS_CODE` or `words.RAN_CODE`.
    place : Place, optional
        This machine if none is given.

    Examples
    --------
    >>> held(words.RUNS_CODE).startswith("This runs the students' code on this machine, ")
    True
    """
    place = place or here()
    said = (words.WALLED if place.walled else words.OPEN, words.LIMITED if place.limited else words.NOT_LIMITED)
    return sentence.format(place=place.name, held=joined(*said))


def _take(file: File, run: Run) -> None:
    """Let the verdicts of a new run count, and say what differs from those that were saved."""
    kept = [each for each in map(from_record, run.records) if each]
    texts = {key: answer.text for key, answer in file.answers.items()}
    fresh = latest(kept, "re-run", texts)
    before = {key: (answer.state, answer.label) for key, answer in file.answers.items() if file.saved}
    differs = [key for key, each in fresh.items() if key in before and before[key] != (each.state, each.label)]
    file.answers |= fresh
    if run.lost:
        cells = [words.CELL_LOST[how].format(number=number + 1) for number, how in sorted(run.lost.items())]
        file.remarks.append(words.CELLS_LOST.format(cells=", ".join(cells)))
    if run.ended:
        file.remarks.append(words.ENDED[run.ended])
    if differs:
        file.remarks.append(words.DIFFERS.format(keys=", ".join(differs)))


def run_again(
    files: list[File], limits: Limits, done: Callable[[], object] = lambda: None, place: Place | None = None
) -> None:
    """Run every notebook of the casebook again and let the new verdicts count.

    Parameters
    ----------
    files : list of File
        Read with their cells.
    limits : Limits
        What each may use.
    done : callable, optional
        Called after each.
    place : Place, optional
        Where; this machine if none is given.
    """
    ours = {str(place): file for place, file in enumerate(files) if file.ours}
    runs = (place or here()).run_all([(name, file.cells) for name, file in ours.items()], limits, done)
    for name, file in ours.items():
        _take(file, runs[name])


def write(source: Path, files: list[File], how: str, out: Path, table: Path | None) -> Report:
    """Write the page, and the table of scores if it is wanted.

    Parameters
    ----------
    source : Path
        The folder or zip that was given.
    files : list of File
        What was found in it.
    how : str
        In words, whether code was run.
    out, table : Path
        The page, and the table or None.

    Raises
    ------
    ReportError
        If one of them cannot be written.
    """
    report = Report(source.resolve().name, files, people(files), how)
    texts = {out: page(report)} | ({table: scores(report.persons)} if table else {})
    for target, text in texts.items():
        try:
            # Names of files, and texts in JSON, may hold halves of characters that no encoding has.
            target.write_bytes(text.encode("utf-8", "replace"))
        except OSError as fault:
            raise ReportError(words.NO_PLACE.format(target=target, reason=fault.strerror)) from None
    return report
