"""`equijudge problems`: the problems a service has stored."""

from __future__ import annotations

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from equijudge import result_tables
from equijudge.cli import options
from equijudge.cli.console import note, progress_bar, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge.converting import write_packages, write_rows
from equijudge.errors import BadArgument
from equijudge.headers import add_headers_to_each, read_headers
from equijudge.rows import write_text
from equijudge.stored_names import choose, is_stored_id
from equijudge.storing import (
    MOST_SHOWN,
    Survey,
    read_storable_rows,
    read_surveyed,
    store_rows,
    survey_problems,
)
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import TestSet
from equijudge_core.formats import OURS
from equijudge_core.judging.own_programs import language_of
from equijudge_core.judging.problem import Problem, parse_row

Refused = Annotated[
    Path | None,
    typer.Option(help="Write those that are left out to this file, as JSON lines.", show_default=False),
]


class Form(StrEnum):
    """What problems are written as."""

    CODECONTESTS = "codecontests"
    KATTIS = "kattis"


app = typer.Typer(no_args_is_help=True, help="Store problems once, then refer to them by name or id.")


@app.command("import")
@report_errors
def import_(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Problems in any of the formats of the manual.")
    ],
    refused: Refused = None,
    include: options.Include = None,
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Store the problems of files. The same content keeps its id; a second import changes nothing.

    Which format a row is in is found by looking. One that asks for what cannot be done here is left out, and said so;
    of a file with a fault nothing is stored.

    Exit code: 0 problems stored, 1 none of them can be judged here, 2 wrong usage or input, 3 the service failed.
    """
    headers = read_headers(include)
    survey = survey_problems(paths)
    _write_refused(refused, survey)
    total = survey.formats.total()
    with open_client(url, key) as client, progress_bar("importing", total) as steps:
        found: list[ProblemSummary] = []
        for summaries in store_rows(client, add_headers_to_each(read_storable_rows(paths), headers)):
            found += summaries
            steps.step(by=len(summaries))
    _show(found, as_json)
    _tell(survey)
    note(f"{len(found)} problems stored" + (f", {len(survey.refused)} left out" if survey.refused else ""))
    if survey.refused and not found:
        raise typer.Exit(ExitCode.NO)


@app.command()
@report_errors
def convert(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Problems in any of the formats of the manual.")
    ],
    to: Annotated[Form, typer.Option(help="Rows of ours, or Kattis packages.")] = Form.CODECONTESTS,
    out: Annotated[
        Path | None,
        typer.Option(help="The file of rows (default: stdout), or the folder of packages.", show_default=False),
    ] = None,
    refused: Refused = None,
) -> None:
    """Write problems in any format as rows of ours, or as Kattis packages, with their programs.

    What a problem asks for that cannot be done here, or has no form there, is left out, and said so. A folder of a
    package is never written over.

    Exit code: 0 problems written, 1 none could be, 2 wrong usage or input.
    """
    if to is Form.KATTIS and out is None:
        raise BadArgument("--to kattis: name the folder for the packages with --out")
    survey = Survey()
    found = read_surveyed(paths, survey)
    count = write_packages(found, out, survey) if to is Form.KATTIS and out else write_rows(found, out)
    _write_refused(refused, survey)
    _tell(survey)
    note(f"{count} problems written" + (f", {len(survey.refused)} left out" if survey.refused else ""))
    if survey.refused and not count:
        raise typer.Exit(ExitCode.NO)


@app.command("list")
@report_errors
def list_(as_json: options.AsJson = False, url: options.Url = None, key: options.Key = None) -> None:
    """List the stored problems."""
    with open_client(url, key) as client:
        problems = client.problems()
    _show(problems, as_json)


@app.command()
@report_errors
def show(
    problem: Annotated[str, typer.Argument(metavar="NAME|ID")],
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Show a stored problem: its statement, limits and public tests."""
    with open_client(url, key) as client:
        problem_id = problem if is_stored_id(problem) else choose(problem, client.problems(problem))
        row = client.problem(problem_id)
    if as_json:
        typer.echo(json.dumps(row))
        return
    _show_problem(parse_row(row))


@app.command()
@report_errors
def delete(
    problems: Annotated[list[str], typer.Argument(metavar="NAME|ID...")],
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Delete problems that this key has stored, such as an older one of a name. One that a job needs stays.

    Exit code: 0 deleted, 2 there is no such problem of this key's, or it is in use, 3 the service failed.
    """
    with open_client(url, key) as client:
        for each in problems:
            problem_id = each if is_stored_id(each) else choose(each, client.problems(each))
            client.delete_problem(problem_id)
            note(f"{each}: deleted")


def _show(problems: list[ProblemSummary], as_json: bool) -> None:
    if not as_json:
        stdout().print(result_tables.problems_table(problems))
        return
    for problem in problems:
        typer.echo(problem.model_dump_json())


def describe_judges(problem: Problem) -> list[str]:
    """What judges outputs where that is not the data set's comparison, a line each."""
    lines = [
        f"{column}: {program.protocol}, in {language_of(program)}"
        + (f", with {', '.join(program.files)}" if program.files else "")
        for column, program in problem.programs().items()
    ]
    if isinstance(problem.checker, CheckerSpec):
        chosen = problem.checker.model_dump(mode="json", exclude_defaults=True)
        flags = [f"{name}={json.dumps(value)}" for name, value in chosen.items() if name != "name"]
        lines.append(" ".join(("checker:", problem.checker.name, *flags)))
    return [*lines, ""] if lines else []


def _write_refused(path: Path | None, survey: Survey) -> None:
    if path is not None:
        write_text(path, "".join(json.dumps({"place": x.place, "reason": x.reason}) + "\n" for x in survey.refused))


def _tell(survey: Survey) -> None:
    """Say on stderr what was found that is not as in our own rows."""
    if set(survey.formats) - {OURS}:
        note(", ".join(f"{count} {name}" for name, count in survey.formats.most_common()))
    for text, count in survey.notes.most_common():
        note(f"{count} of them: {text}")
    for each in survey.refused[:MOST_SHOWN]:
        note(f"left out: {each.place}: {each.reason}")
    if len(survey.refused) > MOST_SHOWN:
        reasons = Counter(each.reason for each in survey.refused)
        note(f"left out, {len(survey.refused)} in all:")
        for reason, count in reasons.most_common(MOST_SHOWN):
            note(f"  {count} times {reason}")


def _show_problem(problem: Problem) -> None:
    console = stdout()
    console.print(result_tables.problems_table([problem.summary()]))
    if problem.input_file or problem.output_file:
        console.print(f"reads {problem.input_file or 'stdin'}, writes {problem.output_file or 'stdout'}\n")
    for column, program in problem.programs().items():
        console.print(f"{column}: {program.protocol}, {program.language}", markup=False)
    for line in describe_judges(problem):
        console.print(line, markup=False)
    console.print(problem.description.strip(), markup=False)
    for test in problem.tests([TestSet.PUBLIC]):
        console.print(f"\n{test.name} input", style="bold")
        console.print(test.input.decode(errors="replace").rstrip("\n"), markup=False)
        console.print(f"{test.name} output", style="bold")
        console.print(test.output.decode(errors="replace").rstrip("\n"), markup=False)
