"""The group of commands: each is an entry point that is loaded when it is asked for, and may declare extras.

`growth = "equijudge.cli.growth:growth [scores]"` is a function (one command) or a typer.Typer (a group of subcommands)
that needs the extra `scores` of equijudge when it is called: not to be listed, nor to show its help. A command that
cannot be loaded stays in the list, and calling it says why.
"""

from __future__ import annotations

from collections import UserDict
from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint
from typing import Any, Literal, NoReturn

import typer
from typer.core import TyperGroup

from equijudge import extras
from equijudge.cli.exit_codes import report_errors
from equijudge.errors import BadArgument, MissingExtra

# What typer parses with is no package of its own any more (once it was `click`): its classes are named Any here.
Command = Any
Context = Any
MARKUP: Literal["rich"] = "rich"


class Commands(TyperGroup):
    """Commands by name, in the order of `points`."""

    points: Mapping[str, EntryPoint] = {}

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Loaded(self.points)

    def list_commands(self, ctx: Context) -> list[str]:
        return list(self.points)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command, list[str]]:
        """Resolve as typer does; but a command that is called, and does not only show its help, must have its
        extras."""
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and "--help" not in rest:
            _require(self.points[name])
        return name, command, rest

    def invoke(self, ctx: Context) -> Any:
        """Invoke as typer does; a package of an extra that cannot be imported is reported like one that is not
        installed."""
        try:
            return super().invoke(ctx)
        except ImportError as error:
            point = self.points[ctx.invoked_subcommand]
            if not point.extras:
                raise
            return _refuse(MissingExtra(f"{error}", ",".join(point.extras)))


class _Loaded(UserDict[str, Command]):
    """Made from entry points by name; gives the command of the one that is asked for."""

    def __getitem__(self, name: str) -> Command:
        return load(self.data[name])


def load(point: EntryPoint) -> Command:
    """Load the command of an entry point; in the place of one that cannot be loaded comes a command that says so."""
    try:
        found = point.load()
    except Exception as error:  # noqa: BLE001 - somebody else's code must not take all commands down
        return _unloadable(point, error)
    if not isinstance(found, typer.Typer):
        return _command(point.name, found)
    group = typer.main.get_group(found)
    group.name = point.name
    return group


def _unloadable(point: EntryPoint, error: Exception) -> Command:
    reason = f"{point.value} cannot be loaded: {error}"

    def refuse() -> None:
        _refuse(MissingExtra(reason, ",".join(point.extras)) if point.extras else BadArgument(reason))

    any_words = {"allow_extra_args": True, "ignore_unknown_options": True}
    return _command(point.name, refuse, help=reason, context_settings=any_words)


def _command(name: str, function: Callable[..., Any], **settings: Any) -> Command:
    alone = typer.Typer(add_completion=False, rich_markup_mode=MARKUP, pretty_exceptions_enable=False)
    alone.command(name, **settings)(function)
    return typer.main.get_command(alone)


@report_errors
def _require(point: EntryPoint) -> None:
    extras.require(*point.extras)


@report_errors
def _refuse(error: BadArgument) -> NoReturn:
    raise error
