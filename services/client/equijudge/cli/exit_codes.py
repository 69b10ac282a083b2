"""Exit codes: 0 fine, 1 the answer is no, 2 usage, 3 the service or the judge failed, 4 a bug of ours."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

import typer
from rich.text import Text

from equijudge.cli.console import stderr
from equijudge.cli.flag_names import describe_error
from equijudge.errors import BadArgument, EquijudgeError, Invalid, NotFound, Unauthorized

P = ParamSpec("P")


class ExitCode(IntEnum):
    """What a command's exit status says."""

    FINE = 0
    NO = 1
    USAGE = 2
    SERVICE = 3
    BUG = 4
    INTERRUPTED = 130


def exit_code_of(error: EquijudgeError) -> ExitCode:
    """Choose the exit code by whether the caller or the service is to blame."""
    caller = isinstance(error, BadArgument | Invalid | NotFound | Unauthorized)
    return ExitCode.USAGE if caller else ExitCode.SERVICE


def report_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Turn our errors into a message on stderr and an exit code."""

    @wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except EquijudgeError as error:
            stderr().print(Text.assemble(("error:", "bold red"), " ", describe_error(error)), soft_wrap=True)
            raise typer.Exit(exit_code_of(error)) from error
        except KeyboardInterrupt:
            stderr().print("interrupted", style="dim")
            raise typer.Exit(ExitCode.INTERRUPTED) from None

    return wrapper
