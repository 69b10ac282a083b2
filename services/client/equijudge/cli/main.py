"""The `equijudge` command: its own subcommands, and those that packages register.

An entry point of the group `equijudge.commands` is a typer.Typer (a group of subcommands) or a function
(one command); its name is the command's. They are loaded only when none of our own commands is meant.
"""

from __future__ import annotations

import io
import signal
import sys
import traceback
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points, version
from types import FrameType

import typer

from equijudge.cli import problems
from equijudge.cli.build_sets import build_sets
from equijudge.cli.compare import compare
from equijudge.cli.console import stderr
from equijudge.cli.demo import demo
from equijudge.cli.exits import ExitCode
from equijudge.cli.growth import growth
from equijudge.cli.score import score
from equijudge.cli.selftest import selftest
from equijudge.cli.signature import explain, signature
from equijudge.cli.top import top
from equijudge.cli.up import up
from equijudge.cli.verify import verify

GROUP = "equijudge.commands"

_HELP = """Candidate programs in, trustworthy verdicts out.

Without --url or EQUIJUDGE_URL a command uses the judge that `equijudge up` runs on this machine, or
starts one for as long as it needs it.
"""


def show_version() -> None:
    """Print the version."""
    typer.echo(f"equijudge {version('equijudge')} (Python {sys.version.split()[0]})")


def build() -> typer.Typer:
    """The application with our own commands."""
    app = typer.Typer(
        name="equijudge",
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
    )
    app.command("demo")(demo)
    app.command("verify")(verify)
    app.command("score")(score)
    app.command("compare")(compare)
    app.command("up")(up)
    app.command("build-sets")(build_sets)
    app.command("top")(top)
    app.command("selftest")(selftest)
    app.command("signature")(signature)
    app.command("explain")(explain)
    app.command("growth")(growth)
    app.add_typer(problems.app, name="problems")
    app.command("version")(show_version)
    return app


def own_names(app: typer.Typer) -> set[str | None]:
    """The names of the commands that are registered."""
    return {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}


def add_registered(app: typer.Typer, points: Iterable[EntryPoint]) -> None:
    """Add what packages registered; one that cannot be loaded is named on stderr and left out."""
    for point in points:
        try:
            found = point.load()
        except Exception as error:  # noqa: BLE001 - somebody else's code must not take all commands down
            stderr().print(f"command {point.name} ({point.value}) cannot be loaded: {error}", markup=False)
            continue
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=point.name)
        else:
            app.command(point.name)(found)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; never returns."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name of a problem may hold what no terminal takes
        sys.stdout.reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, _interrupted)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _interrupted)
    app = build()
    if not arguments or arguments[0] not in own_names(app):
        add_registered(app, entry_points(group=GROUP))
    try:
        app(arguments)
    except Exception:  # noqa: BLE001 - exit status 1 would mean "not accepted"
        traceback.print_exc()
        sys.exit(ExitCode.BUG)


def _interrupted(number: int, frame: FrameType | None) -> None:
    """End like Ctrl-C, so that whatever was started is stopped on the way out."""
    raise KeyboardInterrupt
