"""`equijudge growth`: how the work of programs grows with their inputs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from rich.text import Text

from equijudge import result_tables
from equijudge.cli import options
from equijudge.cli.console import stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument
from equijudge.rows import read_candidates

if TYPE_CHECKING:
    from equijudge.growth import Measure, Measurement

_MEASURES = ("auto", "tokens", "value", "bytes")


@report_errors
def growth(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="PROBLEM.jsonl|INPUTS.jsonl",
            help="A CodeContests row, whose tests' inputs are taken, or lines with `input` and, if need be, `size`.",
        ),
    ],
    programs: Annotated[list[Path], typer.Argument(metavar="PROGRAM.py", help="Programs to count.")],
    problem: Annotated[
        str | None, typer.Option(help="Name of the problem, when the file has several.", show_default=False)
    ] = None,
    size: Annotated[
        str,
        typer.Option(
            help="What the size of an input is: tokens (its words), value (its largest number), bytes; auto is tokens "
            "where an input has more than 3 words, else value where all have a number, else bytes."
        ),
    ] = "auto",
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Say how the work of programs grows with their inputs: n, n^2, exponential, …; counted in the judge's cells.

    A second opinion beside `equijudge signature`, which looks at the text alone. Operations are bytecode instructions,
    and what C does at once is charged by its size; an input that takes more than 3 million is left out.

    Exit code: 0 every program has a class, 1 not all, 2 wrong usage or input, 3 the judge failed.
    """
    from equijudge.growth import measure, read_inputs

    if size not in _MEASURES:
        raise BadArgument(f"--size {size}: expected one of {', '.join(_MEASURES)}")
    given = read_inputs(source, problem, cast("Measure", size))
    candidates = read_candidates(programs)
    if others := [each.id for each in candidates if each.language != "python3"]:
        raise BadArgument(f"{others[0]}: operations are counted of Python 3 programs alone")
    with open_client(url, key) as client:
        found = measure(client, candidates, given)
    if as_json:
        for one in found:
            typer.echo(json.dumps(_as_json(one)))
    else:
        _show(found)
    raise typer.Exit(ExitCode.FINE if all(one.growth.growth for one in found) else ExitCode.NO)


def _as_json(one: Measurement) -> dict[str, Any]:
    left_out = [{"size": size, "why": why} for size, why in one.left_out]
    return {"program": one.program} | asdict(one.growth) | {"left_out": left_out}


def _show(found: Sequence[Measurement]) -> None:
    shown = result_tables.make_table("program", "growth", ">slope", ">error", ">sizes", ">operations", "")
    for one in found:
        growth, runs = one.growth, one.growth.runs
        remarks = [growth.why] if growth.why else []
        if one.left_out:
            size, why = one.left_out[0]
            remarks.append(f"left out: {len(one.left_out)} of the inputs, the first of size {size:g}: {why}")
        shown.add_row(
            Text(one.program),
            Text(growth.growth or "?", style="bold"),
            "" if growth.slope is None else f"{growth.slope:.2f}",
            "" if growth.error is None else f"{growth.error:.1%}",
            f"{runs[0].size:g} … {runs[-1].size:g}" if runs else "",
            f"{runs[0].operations:,} … {runs[-1].operations:,}" if runs else "",
            Text("; ".join(remarks)),
        )
    stdout().print(shown)
