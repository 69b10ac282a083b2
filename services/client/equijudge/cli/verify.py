"""`equijudge verify`: candidates of one problem, judged."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from equijudge import endpoints, result_tables
from equijudge.cli import options, package_table
from equijudge.cli.console import Steps, progress_bar, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument, naming_fields_as
from equijudge.headers import add_headers, read_headers
from equijudge.package_check import PackageReport, check_package
from equijudge.problem_files import Submission, read_package_at, read_submission
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Detail, ResultLine
from equijudge_core.formats.packages import Package

_LINES_OF_OUTPUT = 20


@report_errors
def verify(
    target: Annotated[
        str,
        typer.Argument(
            metavar="PROBLEM|DIRECTORY|PACKAGE",
            help="A file with a problem, in any of the formats of the manual, a stored problem's name or id, or a "
            "directory with problem.jsonl and the candidates in it; or a package (Kattis, ICPC, Polygon), as a folder "
            "or a zip.",
        ),
    ],
    programs: Annotated[list[Path] | None, typer.Argument(metavar="CANDIDATE", help="Programs to judge.")] = None,
    problem: Annotated[
        str | None, typer.Option(help="Name of the problem, when the file has several.", show_default=False)
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            help="Of all programs, by any name that `equijudge languages` lists. Default: as each file's ending tells.",
            show_default=False,
        ),
    ] = None,
    tests: options.Tests = None,
    run_all: Annotated[bool, typer.Option("--run-all", help="Go on after the first failing test.")] = False,
    detail: Annotated[
        Detail, typer.Option(help="What to show: verdicts, every test, or every test's output too.")
    ] = Detail.VERDICT,
    checker: options.Checker = None,
    include: options.Include = None,
    time_limit: options.TimeLimit = None,
    total_time: options.TotalTime = None,
    memory_limit: options.MemoryLimit = None,
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Judge programs against a problem's tests.

    [bold]equijudge verify problem.jsonl a.py b.cpp[/]  a problem file and its candidates

    [bold]equijudge verify two-sum/[/]                  a directory: problem.jsonl and every program in it

    [bold]equijudge verify sum a.py[/]                  a problem stored with `equijudge problems import`, by name or id

    [bold]equijudge verify PACKAGE[/]                   a package's own submissions, against what their folders say

    Of a package with no program after it, the accepted submissions set the time limit where the package says none,
    and exit code 0 means that all are as expected.

    Exit code: 0 all accepted, 1 not all, 2 wrong usage or input, 3 the judge failed (or a verdict is IE).
    """
    judging = options.judge_options(
        tests=tests,
        run_all=run_all,
        detail=detail.value,
        checker=checker,
        time_limit=time_limit,
        total_time=total_time,
        memory_limit=memory_limit,
    )
    headers = read_headers(include)
    if not programs and (package := read_package_at(Path(target))) is not None:
        report = _judge_package(package, judging, time_limit, headers, url, key, as_json)
        raise typer.Exit(package_exit_code(report))
    submission = add_headers_to(read_submission(target, programs or [], problem, language), headers)
    results = _judge(submission, judging, url, key, as_json)
    raise typer.Exit(exit_code(results))


def add_headers_to(submission: Submission, headers: Mapping[str, str]) -> Submission:
    """Give the problem's programs their headers. Raise BadArgument for a problem that is stored."""
    if not headers:
        return submission
    if isinstance(submission.problem, str):
        raise BadArgument("--include: the problem is stored; give it to `equijudge problems import`")
    return replace(submission, problem=add_headers(submission.problem, headers))


def exit_code(results: Sequence[ResultLine]) -> ExitCode:
    """Choose the exit code for these verdicts."""
    if any(result.verdict is Verdict.IE for result in results):
        return ExitCode.SERVICE
    return ExitCode.FINE if all(result.verdict is Verdict.AC for result in results) else ExitCode.NO


def package_exit_code(report: PackageReport) -> ExitCode:
    """Choose the exit code for a package's submissions."""
    if any(each.verdict is Verdict.IE for each in report.checked):
        return ExitCode.SERVICE
    return ExitCode.FINE if report.is_as_expected else ExitCode.NO


def _judge_package(
    package: Package,
    judging: endpoints.VerifyKeywords,
    time_limit: float | None,
    headers: Mapping[str, str],
    url: str | None,
    key: str | None,
    as_json: bool,
) -> PackageReport:
    if not package.programs:
        raise BadArgument(f"{package.reading.problem.name}: a package without submissions; name programs after it")
    with open_client(url, key) as client, progress_bar("judging", len(package.programs)) as steps:
        report = check_package(
            client,
            package,
            judging,
            time_limit_s=time_limit,
            headers=headers,
            on_program=lambda each: steps.step(each.path),
        )
    if as_json:
        for each in report.checked:
            typer.echo(json.dumps(package_table.checked_as_json(each)))
        typer.echo(json.dumps(package_table.report_as_json(report)))
        return report
    stdout().print(package_table.package_table(report))
    for line in package_table.summary_lines(report):
        stdout().print(line, markup=False)
    return report


def _judge(
    submission: Submission, judging: endpoints.VerifyKeywords, url: str | None, key: str | None, as_json: bool
) -> list[ResultLine]:
    with open_client(url, key) as client, progress_bar("judging", len(submission.candidates)) as steps:
        began = time.monotonic()
        results = []
        with naming_fields_as(_names_of(submission)):
            for result in client.verify_each(submission.problem, submission.candidates, **judging):
                _show_progress(result, steps, as_json)
                results.append(result)
        elapsed_s = time.monotonic() - began
    results.sort(key=lambda result: result.index)
    if not as_json:
        _print(stdout(), submission, results, elapsed_s)
    return results


def _names_of(submission: Submission) -> dict[str, str]:
    """What the user calls the fields of the request: programs by their files."""
    files = {f"candidates[{at}]": each.id or "" for at, each in enumerate(submission.candidates)}
    return {**files, "problem": submission.title}


def _show_progress(result: ResultLine, steps: Steps, as_json: bool) -> None:
    if as_json:
        typer.echo(result.model_dump_json())
    steps.step(Path(result.candidate_id or "").name)


def _print(console: Console, submission: Submission, results: Sequence[ResultLine], elapsed_s: float) -> None:
    console.print(result_tables.results_table(results))
    for result in results:
        if result.points_reason:
            name = result.candidate_id or f"#{result.candidate}"
            console.print(f"{name}: points are not known: {result.points_reason}", markup=False)
        _print_tests(console, result)
    accepted = sum(result.verdict is Verdict.AC for result in results)
    cached = sum(result.cached for result in results)
    from_cache = f", {cached} from the cache" if cached else ""
    took = result_tables.format_seconds(elapsed_s)
    console.print(f"{accepted} of {len(results)} accepted{from_cache} · {submission.title} · {took}", markup=False)


def _print_tests(console: Console, result: ResultLine) -> None:
    if result.tests is None:
        return
    console.rule(result.candidate_id or "", align="left")
    console.print(result_tables.tests_table(result.tests))
    if result.groups:
        console.print(result_tables.groups_table(result.groups))
    for test in result.tests:
        for stream, text in (("output", test.output), ("stderr", test.stderr)):
            if text:
                console.print(f"{test.test} {stream}", style="bold")
                console.print(_beginning(text), markup=False)
        if test.transcript:
            console.print(f"{test.test}: > program, < interactor", style="bold")
            console.print(_both_ends(test.transcript), markup=False)


def _both_ends(text: str) -> str:
    """The first lines and the last: of a conversation the end tells most."""
    lines = [result_tables.shorten(line, 500) for line in text.splitlines()]
    if len(lines) <= _LINES_OF_OUTPUT:
        return "\n".join(lines)
    half = _LINES_OF_OUTPUT // 2
    between = f"… {len(lines) - 2 * half} more lines; --json has everything"
    return "\n".join([*lines[:half], between, *lines[-half:]])


def _beginning(text: str) -> str:
    lines = text.splitlines()
    shown = [result_tables.shorten(line, 500) for line in lines[:_LINES_OF_OUTPUT]]
    left = len(lines) - len(shown)
    return "\n".join(shown + ([f"… {left} more lines; --json has everything"] if left else []))
