"""`equijudge signature` and `equijudge explain`: which algorithm is a program? No judge is needed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.table import Table

from equijudge.cli import options
from equijudge.cli.console import stdout
from equijudge.cli.exits import ExitCode, reported
from equijudge.errors import BadArgument
from equijudge_analysis import Analyst

_MOST_LINES_SHOWN = 6


@reported
def signature(
    source: Annotated[
        Path | None, typer.Argument(metavar="FILE.jsonl", help="A program per line, in `code`. Default: stdin.")
    ] = None,
    canonical: Annotated[
        bool,
        typer.Option("--canonical", help="FILE is a program: print it in the one form that is looked at."),
    ] = False,
) -> None:
    """Say which algorithm each program is: JSON lines in, JSON lines out.

    Each line out has version, coarse, fine, features and fine_features, or error where the code cannot be analysed;
    and the id of its line, if that has one. Programs with the same coarse id are the same algorithm.
    """
    if canonical:
        _print_canonical(source)
        return
    with ExitStack() as stack:
        analyst = stack.enter_context(Analyst())
        file = sys.stdin if source is None else stack.enter_context(_opened(source))
        for row in _rows(file, "stdin" if source is None else str(source)):
            name = {"id": row["id"]} if "id" in row else {}
            typer.echo(json.dumps(name | analyst.signature(row["code"])))


@reported
def explain(
    a: Annotated[Path, typer.Argument(metavar="A.py")],
    b: Annotated[Path, typer.Argument(metavar="B.py")],
    as_json: options.AsJson = False,
) -> None:
    """Say why two programs are, or are not, the same algorithm. Exit code: 0 the same, 1 not, 2 not analysable."""
    with Analyst() as analyst:
        answers = [analyst.signature(_text(path)) for path in (a, b)]
        for path, answer in zip((a, b), answers, strict=True):
            if "error" in answer:
                raise BadArgument(f"{path}: {answer['error']}")
        found = analyst.explain(_text(a), _text(b))
    if as_json:
        typer.echo(json.dumps(found))
    else:
        _show(found, a, b)
    raise typer.Exit(ExitCode.FINE if found["same"] else ExitCode.NO)


def _print_canonical(source: Path | None) -> None:
    code = sys.stdin.read() if source is None else _text(source)
    with Analyst() as analyst:
        found = analyst.canonical(code)
    if "error" in found:
        raise BadArgument(f"{'stdin' if source is None else source}: {found['error']}")
    typer.echo(found["code"], nl=False)


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error


def _text(path: Path) -> str:
    with _opened(path) as file:
        return file.read()


def _rows(file: TextIO, name: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BadArgument(f"{name}, line {number}: not JSON: {error}") from error
        if not isinstance(row, dict) or not isinstance(row.get("code"), str):
            raise BadArgument(f"{name}, line {number}: code: a text is needed")
        yield row


def _show(found: dict[str, Any], a: Path, b: Path) -> None:
    console = stdout()
    table = Table(box=None, pad_edge=False)
    for column in ("", "feature", "level", f"lines of {a.name}", f"lines of {b.name}"):
        table.add_column(column)
    for title, part in (("both", "common"), (f"only {a.name}", "only_a"), (f"only {b.name}", "only_b")):
        for row in found[part]:
            level = "coarse" if row["coarse"] else "fine"
            style = "bold" if row["coarse"] else "dim"
            table.add_row(title, row["feature"], level, _lines(row["lines_a"]), _lines(row["lines_b"]), style=style)
            title = ""
    console.print(table)
    console.print()
    for path, part in ((a, "a"), (b, "b")):
        console.print(f"{path.name}: {', '.join(found[part]['features'])} ({found[part]['coarse']})", markup=False)
    same = "the same algorithm" if found["same"] else "different algorithms"
    fine = ", written alike" if found["same_fine"] else ", written differently" if found["same"] else ""
    console.print(f"{same}{fine}", style="bold")


def _lines(lines: list[int]) -> str:
    more = len(lines) - _MOST_LINES_SHOWN
    return " ".join(map(str, lines[:_MOST_LINES_SHOWN])) + (f" +{more}" if more > 0 else "")
