"""`equijudge extract`: which program is in a model's text? No judge is needed, nothing is run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from equijudge.cli import options
from equijudge.cli.console import stderr
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.code_extraction import extraction
from equijudge.errors import BadArgument


@report_errors
def extract(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A model's answer, UTF-8; - is stdin.", show_default=False)
    ] = "-",
    language: Annotated[str, typer.Option(help="The language that is looked for, by a name or alias.")] = "python3",
    called: Annotated[
        str, typer.Option(metavar="NAME", help="A function: what defines it is the program, as where it is called.")
    ] = "",
    as_json: options.AsJson = False,
) -> None:
    """Print the whole program that a model's answer holds, as the judge finds it.

    Exit code: 0 found; 1 none, and stderr says why. With --json an object with code, how, whole and detail: code that
    is not whole is what the judge would run for want of better.
    """
    found = extraction(_read(source), language, called)
    if as_json:
        typer.echo(
            json.dumps(
                {"code": found.code, "how": found.how, "whole": found.program is not None, "detail": found.detail}
            )
        )
    elif found.program is not None:
        sys.stdout.buffer.write(found.program.encode("utf-8"))
        if not found.program.endswith(("\n", "\r")):
            sys.stdout.buffer.write(b"\n")
        sys.stdout.flush()
    else:
        stderr().print(found.detail, markup=False, soft_wrap=True)
    raise typer.Exit(ExitCode.FINE if found.program is not None else ExitCode.NO)


def _read(source: str) -> str:
    """Read the text; bytes that are no UTF-8 do not stand in the way of a program beside them."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise BadArgument(f"{source}: {error.strerror}") from error
    return data.decode("utf-8", "surrogateescape")
