"""`equijudge signature` and `equijudge explain`: which algorithm is a program? No judge is needed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from equijudge import json_conversion
from equijudge.cli import options
from equijudge.cli.console import stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.code_extraction import canonical_language
from equijudge.errors import BadArgument
from equijudge.rows import parse_rows, read_numbered_rows, read_text
from equijudge_analysis import Analyst

_MOST_LINES_SHOWN = 6


@report_errors
def signature(
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE.jsonl", help="A program per line, in `code` (and its `language`). Default: stdin."
        ),
    ] = None,
    canonical: Annotated[
        bool,
        typer.Option("--canonical", help="FILE is a program: print it in the one form that is looked at."),
    ] = False,
) -> None:
    """Say which algorithm each program is: JSON lines in, JSON lines out.

    Each line out has version, coarse, fine, features and fine_features, or error where the code cannot be analysed;
    and the id of its line, if that has one. Programs with the same coarse id are the same algorithm. In other languages
    than Python (a line's `language`) they differ in layout, comments and names alone, and the id begins with
    normal-form.
    """
    if canonical:
        print_canonical(source)
        return
    found = parse_rows(sys.stdin.buffer, "stdin") if source is None else read_numbered_rows(source)
    with Analyst() as analyst:
        for place, row in found:
            if not isinstance(row.get("code"), str):
                raise BadArgument(f"{place}: code: a text is needed")
            name = {"id": json_conversion.to_json(row["id"], f"{place}: id")} if "id" in row else {}
            language = canonical_language(row.get("language", "python3"), f"{place}: language")
            typer.echo(json.dumps(name | analyst.signature(row["code"], language=language)))


@report_errors
def explain(
    a: Annotated[Path, typer.Argument(metavar="A.py")],
    b: Annotated[Path, typer.Argument(metavar="B.py")],
    as_json: options.AsJson = False,
) -> None:
    """Say why two programs are, or are not, the same algorithm. Exit code: 0 the same, 1 not, 2 not analysable."""
    with Analyst() as analyst:
        sources = [read_text(path) for path in (a, b)]
        answers = [analyst.signature(source) for source in sources]
        for path, answer in zip((a, b), answers, strict=True):
            if "error" in answer:
                raise BadArgument(f"{path}: {answer['error']}")
        found = analyst.explain(*sources)
    if as_json:
        typer.echo(json.dumps(found))
    else:
        _show(found, a, b)
    raise typer.Exit(ExitCode.FINE if found["same"] else ExitCode.NO)


def print_canonical(source: Path | None) -> None:
    """Print a program in its canonical form. Raises BadArgument for one that cannot be analysed."""
    code = sys.stdin.read() if source is None else read_text(source)
    with Analyst() as analyst:
        found = analyst.canonical(code)
    if "error" in found:
        raise BadArgument(f"{'stdin' if source is None else source}: {found['error']}")
    typer.echo(found["code"], nl=False)


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
