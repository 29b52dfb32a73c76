"""The `casebook` command: each subcommand is a few lines that call the module with the same purpose.

Every module is imported by the command that needs it, so that `casebook --help` answers at once.
"""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from casebook.report.place import Place


class Commands(click.Group):
    """A group that answers an unknown subcommand, or a fault in what was given, with one plain sentence."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        given = args[0]
        if not given.startswith("-") and self.get_command(ctx, given) is None:
            known = self.list_commands(ctx)
            near = get_close_matches(given, known, n=1, cutoff=0.4) or known
            raise click.ClickException(f"There is no command {given!r}. Nearest: {', '.join(near)}.")
        return super().resolve_command(ctx, args)

    # The parameters are click's: what a command gives back may be anything.
    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            sys.exit(super().main(args, prog_name, complete_var, standalone_mode=False, **extra))
        except click.exceptions.NoArgsIsHelpError as help_page:
            click.echo(help_page.format_message())
            sys.exit(0)
        except click.ClickException as fault:
            click.echo(f"casebook: {fault.format_message()}", err=True)
            sys.exit(fault.exit_code)
        except (click.Abort, KeyboardInterrupt):
            click.echo("casebook: stopped.", err=True)
            sys.exit(130)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="casebook", message="Thirteen Days in January, casebook %(version)s")
def main() -> None:
    """Thirteen Days in January: a casebook on the Iran-Pakistan strikes of January 2024."""


@main.command()
@click.argument("folder", default="casebook-work", type=click.Path(path_type=Path))
@click.option("--port", default=None, help="Serve on this port (1024 to 65535); otherwise the first free from 8888.")
@click.option("--no-browser", is_flag=True, help="Open no browser; the address is printed either way.")
@click.option("--data", type=click.Path(path_type=Path), help="Read every table from this folder: another crisis.")
def lab(folder: Path, port: str | None, no_browser: bool, data: Path | None) -> None:
    """Copy the notebooks that are missing into FOLDER and open them in JupyterLab.

    FOLDER is ./casebook-work unless another is given. A notebook that is already there is never overwritten.
    Ctrl-C stops JupyterLab. Nothing is asked of the network.

    With --data the tables are those of another data folder, and the notebooks those in its folder `notebooks`.
    """
    from casebook import lab as laboratory
    from casebook.server import LabError, chosen_port

    try:
        taught = laboratory.another(data) if data else laboratory.CASEBOOK
        laboratory.run(folder, chosen_port(port), taught, browser=not no_browser)
    except LabError as fault:
        raise click.ClickException(str(fault)) from None


@main.command()
@click.argument("notebooks", nargs=-1)
@click.option("--check", "checking", is_flag=True, help="Compare a fresh build with the files; write nothing.")
@click.option("--folder", type=click.Path(exists=True, path_type=Path), help="Another folder than the casebook's own.")
def build(notebooks: tuple[str, ...], checking: bool, folder: Path | None) -> None:
    """Build both editions of NOTEBOOKS, such as `01`, from the instructors'; of all that need it if none is named."""
    from casebook import folders
    from casebook.editions import build as editions
    from casebook.editions.source import NotebookError

    act, label, folder = (editions.check if checking else editions.build), "Editions", folder or folders.NOTEBOOKS
    try:
        with click.progressbar(length=len(editions.sources(folder, notebooks)), label=label) as bar:
            outcomes = act(folder, notebooks, done=lambda outcome: bar.update(1))
    except NotebookError as fault:
        raise click.ClickException(str(fault)) from None
    click.echo("\n".join(str(outcome) for outcome in outcomes))
    if any(outcome.state in ("failed", "stale") for outcome in outcomes):
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("notebooks", nargs=-1)
def slides(folder: Path, notebooks: tuple[str, ...]) -> None:
    """Write slides of NOTEBOOKS, such as `01`, into FOLDER: one file each; of all if none is named.

    A browser opens them from the folder, without network. S opens the speaker's notes in a window of their own.
    """
    from casebook.editions.source import NotebookError
    from casebook.slides import deck

    try:
        deck.write(folder, notebooks, done=lambda path: click.echo(f"Written: {path}"))
    except (NotebookError, deck.SlidesError) as fault:
        raise click.ClickException(str(fault)) from None


def _place(dask: str | None) -> "AbstractContextManager[Place]":
    """Where submissions are run again: this machine, or a cluster, whose package is imported only then."""
    if dask is None:
        from casebook.report.place import here

        return nullcontext(here())
    from casebook.report.spread import cluster

    return cluster(dask)


@main.command()
@click.argument("source", metavar="FOLDER|ZIP", type=click.Path(path_type=Path))
@click.option("--run", "running", is_flag=True, help="Run each submission again first. This runs students' code.")
@click.option("--dask", metavar="ADDRESS", help="With --run: on the Dask cluster there, such as tcp://HOST:8786.")
@click.option("--out", default="report.html", show_default=True, type=click.Path(path_type=Path), help="The page.")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Also a table for a learning platform.")
def report(source: Path, running: bool, dask: str | None, out: Path, table: Path | None) -> None:
    """Write a page on what a class read and misread, from the notebooks in FOLDER or ZIP.

    The verdicts are read from the notebooks' outputs, and nothing is run, unless --run is given.
    """
    from casebook.report import collect, command, limits, words
    from casebook.report.files import read_all
    from casebook.stopping import like_ctrl_c

    if dask is not None and not running:
        raise click.ClickException(words.DASK_ALONE)
    try:
        for target, ending in ((out, ".html"), *([(table, ".csv")] if table else [])):
            command.check_target(target, ending)
        with click.progressbar(length=len(collect.entries(source)), label=words.READING) as bar:
            files = read_all(source, running, done=lambda: bar.update(1))
        how = words.ONLY_READ
        if running:
            with like_ctrl_c(), _place(dask) as place:
                click.echo(command.held(words.RUNS_CODE, place))
                with click.progressbar(length=sum(file.ours for file in files), label=words.RUNNING) as bar:
                    command.run_again(files, limits.Limits(), done=lambda: bar.update(1), place=place)
            how = command.held(words.RAN_CODE, place)
        written = command.write(source, files, how, out, table)
    except (collect.SourceError, command.ReportError) as fault:
        raise click.ClickException(str(fault)) from None
    click.echo(f"{words.students(len(written.persons))}, {words.files(len(files))}.")
    for target in filter(None, (out, table)):
        click.echo(words.WRITTEN.format(target=target))


@main.group(cls=Commands)
def data() -> None:
    """Check the data folder, or write its codebook or the record of a release."""


@data.command("check")
@click.argument("folder", default=None, required=False, type=click.Path(path_type=Path))
def data_check(folder: Path | None) -> None:
    """Check FOLDER, or the data folder in use if none is given: one line for each fault.

    A line names the file, the line, the column, the value and the rule that it breaks. In use are the casebook's own
    data, unless the variable CASEBOOK_DATA names another folder.
    """
    from casebook.integrity import examine

    examination = examine(folder)
    for fault in examination.faults:
        click.echo(str(fault))
    click.echo(str(examination))
    if examination.faults:
        raise click.exceptions.Exit(1)


@data.command("codebook")
def data_codebook() -> None:
    """Write the codebook of the data folder in use into it, from its descriptor.

    In use are the casebook's own data, unless the variable CASEBOOK_DATA names another folder.
    """
    from casebook import codebook
    from casebook.frames import BrokenTableError

    try:
        click.echo(f"Written: {codebook.write()}")
    except BrokenTableError as fault:
        raise click.ClickException(str(fault)) from None


@data.command("release")
def data_release() -> None:
    """Write down what each row of the casebook's own data holds in this version: the last step before a release.

    From then on `casebook data check` asks of every changed row that `corrected` tells of it.
    """
    from casebook.integrity import releasing

    try:
        click.echo(releasing.write())
    except releasing.ReleaseError as fault:
        raise click.ClickException(str(fault)) from None


if __name__ == "__main__":
    main()
