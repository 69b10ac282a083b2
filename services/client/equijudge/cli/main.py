"""The `equijudge` command: its own subcommands, and those that packages register.

A command is an entry point (commands.py), of ours or of the group `equijudge.commands` of an installed package; its
name is the command's. It is loaded when it is meant, or when all are listed.
"""

from __future__ import annotations

import io
import signal
import sys
import traceback
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points, version
from types import FrameType
from typing import Annotated

import typer

from equijudge.cli.commands import MARKUP, Commands
from equijudge.cli.exit_codes import ExitCode

GROUP = "equijudge.commands"
OWN = tuple(
    EntryPoint(name, f"equijudge.cli.{value}", GROUP)
    for name, value in {
        "demo": "demo:demo",
        "extract": "extract:extract",
        "verify": "verify:verify",
        "run": "run:run",
        "score": "score:score",
        "compare": "compare:compare [scores]",
        "up": "up:up [embedded]",
        "build-sets": "build_sets:build_sets [data]",
        "languages": "languages:languages",
        "top": "top:top",
        "signature": "signature:signature",
        "explain": "signature:explain",
        "growth": "growth:growth [scores]",
        "problems": "problems:app",
        "jobs": "jobs:app",
        "checker": "checker:app",
        "version": "main:show_version",
    }.items()
)

_HELP = """Candidate programs in, trustworthy verdicts out.

Without --url or EQUIJUDGE_URL a command uses the judge that `equijudge up` runs on this machine, or
starts one for as long as it needs it.
"""


def show_version() -> None:
    """Print the version."""
    typer.echo(f"equijudge {version('equijudge')} (Python {sys.version.split()[0]})")


def _end_with_version(asked: bool) -> None:
    if asked:
        show_version()
        raise typer.Exit


def build_app(registered: Iterable[EntryPoint] = ()) -> typer.Typer:
    """Build the application: our own commands, and registered ones of other names."""

    own = {point.name: point for point in OWN}

    class Known(Commands):
        points = own | {point.name: point for point in registered if point.name not in own}

    app = typer.Typer(
        name="equijudge",
        cls=Known,
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=MARKUP,
    )
    app.callback()(_options)
    return app


def _options(
    shown: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_end_with_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; never returns."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name of a problem may hold what no terminal takes
        sys.stdout.reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _interrupt)
    try:
        build_app(entry_points(group=GROUP))(arguments)
    except Exception:  # noqa: BLE001 - exit status 1 would mean "not accepted"
        traceback.print_exc()
        sys.exit(ExitCode.BUG)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """End like Ctrl-C, so that whatever was started is stopped on the way out."""
    raise KeyboardInterrupt
