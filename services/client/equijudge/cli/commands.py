"""The group of commands: each is an entry point that is loaded when it is asked for, and may declare extras.

`growth = "equijudge.cli.growth:growth [scores]"` is a function (one command) or a typer.Typer (a group of subcommands)
that needs the extra `scores` of equijudge when it is called: not to be listed, nor to show its help. A command that
cannot be loaded stays in the list, and calling it says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import EntryPoint
from typing import Any, NoReturn

import click
import typer
from typer.core import TyperGroup

from equijudge import extras
from equijudge.cli.exits import reported
from equijudge.errors import BadArgument, MissingExtra

MARKUP = "rich"


class Commands(TyperGroup):
    """Commands by name, in the order of `points`."""

    points: Mapping[str, EntryPoint] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.points)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        point = self.points.get(cmd_name)
        return None if point is None else loaded(point)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As always; but a command that is called, and does not only show its help, must have its extras."""
        name, command, rest = super().resolve_command(ctx, args)
        if name in self.points and "--help" not in rest:
            _require(self.points[name])
        return name, command, rest

    def invoke(self, ctx: click.Context) -> Any:
        """As always; a package of an extra that is installed and cannot be imported is said like one that is not."""
        try:
            return super().invoke(ctx)
        except ImportError as error:
            point = self.points[ctx.invoked_subcommand or ""]
            if not point.extras:
                raise
            return _refuse(MissingExtra(f"{error}", ",".join(point.extras)))


def loaded(point: EntryPoint) -> click.Command:
    """The command of an entry point; of one that cannot be loaded a command that says so."""
    try:
        found = point.load()
    except Exception as error:  # noqa: BLE001 - somebody else's code must not take all commands down
        return _unloadable(point, error)
    if isinstance(found, typer.Typer):
        command: click.Command = typer.main.get_group(found)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode=MARKUP, pretty_exceptions_enable=False)
        alone.command(point.name)(found)
        command = typer.main.get_command(alone)
    command.name = point.name
    return command


def _unloadable(point: EntryPoint, error: Exception) -> click.Command:
    reason = f"{point.value} cannot be loaded: {error}"

    def refuse() -> None:
        _refuse(MissingExtra(reason, ",".join(point.extras)) if point.extras else BadArgument(reason))

    return click.Command(
        point.name,
        callback=refuse,
        help=reason,
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    )


@reported
def _require(point: EntryPoint) -> None:
    extras.require(*point.extras)


@reported
def _refuse(error: BadArgument) -> NoReturn:
    raise error
