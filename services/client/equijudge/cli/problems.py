"""`equijudge problems`: the problems a service has stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from equijudge._sync.client import Client
from equijudge.cli import options, result_tables
from equijudge.cli.console import bar, note, stdout
from equijudge.cli.exit_codes import reported
from equijudge.cli.service import service
from equijudge.rows import Row, parse_problem, read_rows
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import TestSet
from equijudge_core.judging.problem import Problem, parse_row

app = typer.Typer(no_args_is_help=True, help="Store problems once, then refer to them by id.")

# Rows are sent in groups of about this size, so that a file of any size goes through a body limit.
_GROUP_BYTES = 4 << 20


@app.command("import")
@reported
def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE.jsonl...", help="CodeContests rows, also .gz.")],
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Store the problems of JSONL files. The same content keeps its id; a second import changes nothing."""
    total = sum(_checked(path) for path in paths)
    with service(url, key) as client, bar("importing", total) as steps:
        found: list[ProblemSummary] = []
        for summaries in stored(client, _rows(paths)):
            found += summaries
            steps.step(by=len(summaries))
    _show(found, as_json)
    note(f"{len(found)} problems stored")


@app.command("list")
@reported
def list_(as_json: options.AsJson = False, url: options.Url = None, key: options.Key = None) -> None:
    """List the stored problems."""
    with service(url, key) as client:
        problems = client.problems()
    _show(problems, as_json)


@app.command()
@reported
def show(
    problem_id: Annotated[str, typer.Argument(metavar="ID")],
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Show a stored problem: its statement, limits and public tests."""
    with service(url, key) as client:
        row = client.problem(problem_id)
    if as_json:
        typer.echo(json.dumps(row))
        return
    _show_problem(parse_row(row))


def _checked(path: Path) -> int:
    """The number of problems in a file; raises BadArgument before anything is sent."""
    return len([parse_problem(path, row).name for row in read_rows(path)])


def stored(client: Client, rows: Iterable[Row]) -> Iterator[list[ProblemSummary]]:
    """Store rows group by group; each group's summaries in order."""
    for group in _groups(rows):
        yield client.put_problems(group)


def _rows(paths: Iterable[Path]) -> Iterator[Row]:
    return (parse_problem(path, row).without_solutions().to_row() for path in paths for row in read_rows(path))


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    size = 0
    for row in rows:
        weight = len(json.dumps(row))
        if group and size + weight > _GROUP_BYTES:
            yield group
            group, size = [], 0
        group.append(row)
        size += weight
    if group:
        yield group


def _show(problems: list[ProblemSummary], as_json: bool) -> None:
    if not as_json:
        stdout().print(result_tables.problems_table(problems))
        return
    for problem in problems:
        typer.echo(problem.model_dump_json())


def _show_problem(problem: Problem) -> None:
    console = stdout()
    console.print(result_tables.problems_table([problem.summary()]))
    if problem.input_file or problem.output_file:
        console.print(f"reads {problem.input_file or 'stdin'}, writes {problem.output_file or 'stdout'}\n")
    console.print(problem.description.strip(), markup=False)
    for test in problem.tests([TestSet.PUBLIC]):
        console.print(f"\n{test.name} input", style="bold")
        console.print(test.input.decode(errors="replace").rstrip("\n"), markup=False)
        console.print(f"{test.name} output", style="bold")
        console.print(test.output.decode(errors="replace").rstrip("\n"), markup=False)
