"""`equijudge checker`: whether the comparison of a problem fits its right programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from equijudge import result_tables
from equijudge.cli import options
from equijudge.cli.console import progress_bar, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument
from equijudge.headers import add_headers, read_headers
from equijudge.problem_files import read_problem
from equijudge.rows import read_candidates
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, Detail, ResultLine
from equijudge_core.judging.checker_suggestion import ENDED_WELL, Agreement, climb, narrowest, outputs_by_test
from equijudge_core.judging.problem import Problem

app = typer.Typer(no_args_is_help=True, help="Which comparison of outputs a problem needs.")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is found. present: by its name; is_enough: whether it accepts every program. left_out: programs that fail
    by themselves, which say nothing, with their verdicts; cut: tests with outputs too long to be told whole."""

    present: str
    is_enough: bool
    programs: tuple[str, ...]
    refused: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    cut: tuple[str, ...]
    agreements: tuple[Agreement, ...]


@app.callback()
def _group() -> None:
    """One command alone would be no group."""


@app.command()
@report_errors
def suggest(
    source: Annotated[Path, typer.Argument(metavar="PROBLEM.jsonl", help="A CodeContests row.")],
    programs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PROGRAM", help="Right programs. Default: the row's `solutions`.", show_default=False),
    ] = None,
    problem: Annotated[
        str | None, typer.Option(help="Name of the problem, when the file has several.", show_default=False)
    ] = None,
    include: options.Include = None,
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Say what right programs of a problem disagree in: blanks, case, precision, order, or anything.

    Their outputs and the stored answers are compared with one another under the standard checkers, narrowest first.
    A program that fails by itself on a test says nothing, and is left out.

    Exit code: 0 the problem's present checker accepts all of them, 1 it does not, 2 wrong usage or input, 3 the judge
    failed.
    """
    given, headers = read_problem(source, problem), read_headers(include)
    if given.interactor is not None:
        raise BadArgument(f"{source}: programs of this problem talk to an interactor: there are no outputs to compare")
    candidates = read_candidates(programs) if programs else right_programs(given)
    if not candidates:
        raise BadArgument(f"{source}: the row has no solutions in a known language; name right programs after it")
    with open_client(url, key) as client, progress_bar("running", len(candidates)) as steps:
        results = []
        row = add_headers(given.without_solutions().to_row(), headers)
        for result in client.verify_each(row, candidates, stop="never", detail=Detail.OUTPUTS.value):
            results.append(result)
            steps.step()
    results.sort(key=lambda result: result.index)
    found = suggestion_of(given, results)
    if as_json:
        typer.echo(json.dumps(_as_json(found)))
    else:
        _show(stdout(), found)
    raise typer.Exit(ExitCode.FINE if found.is_enough else ExitCode.NO)


def right_programs(problem: Problem) -> tuple[Candidate, ...]:
    """What a row calls right, named by its place."""
    return tuple(
        Candidate(source=each.source, language=each.language, id=f"solutions[{number}]")
        for number, each in enumerate(problem.solutions)
        if each.language != "unknown"
    )


def suggestion_of(problem: Problem, results: Sequence[ResultLine]) -> Suggestion:
    """Compare the outputs. Raise BadArgument where there are none to compare."""
    told = [result for result in results if result.tests and all(test.output is not None for test in result.tests)]
    if not told and any(result.verdict in ENDED_WELL for result in results):
        raise BadArgument("the service tells no outputs: this key may be outcome-only")
    right = [result for result in told if all(test.verdict in ENDED_WELL for test in result.tests or ())]
    left_out = [(_name(each), each.verdict.value) for each in results if each not in right]
    if not right:
        named = ", ".join(f"{name} {verdict}" for name, verdict in left_out[:5])
        raise BadArgument(f"no program ends well on every test: {named}")
    tests, cut = outputs_by_test(problem.tests(), {_name(each): each.tests or () for each in right})
    refused = tuple(_name(result) for result in right if result.verdict is not Verdict.AC)
    return Suggestion(
        present=_present(problem),
        is_enough=not refused,
        programs=tuple(map(_name, right)),
        refused=refused,
        left_out=tuple(left_out),
        cut=tuple(cut),
        agreements=tuple(climb(tests)),
    )


def _name(result: ResultLine) -> str:
    return result.candidate_id or f"#{result.candidate}"


def _present(problem: Problem) -> str:
    checker = problem.checker_for(None)
    if isinstance(checker, CheckerSpec):
        return checker.name
    return f"its own ({checker.protocol})"


def conclude(found: Suggestion) -> str:
    """What is to be done, in a sentence."""
    best = narrowest(found.agreements)
    if not found.agreements or found.agreements[0].tests == 0:
        return "No test's outputs are short enough to be compared."
    if best is None:
        return "No comparison accepts all: the problem needs a checker of its own, or not all of these are right."
    order = " It takes any order, also where the statement does not." if best.rung.takes_any_order else ""
    return f"The narrowest comparison that accepts all: {best.rung.name}.{order}"


def _show(console: Console, found: Suggestion) -> None:
    table = result_tables.make_table("checker", "may differ", ">tests", "first disagreement")
    for each in found.agreements:
        table.add_row(
            Text(each.rung.name, style="bold" if each.is_enough else ""),
            each.rung.allows,
            f"{each.agree}/{each.tests}",
            Text(_describe(each)),
        )
    console.print(table)
    say = f"{len(found.programs)} programs; {found.present} accepts {len(found.programs) - len(found.refused)} of them"
    console.print(say, markup=False)
    if found.left_out:
        named = ", ".join(f"{name} {verdict}" for name, verdict in found.left_out)
        console.print(f"left out, since they fail by themselves: {named}", markup=False)
    if found.cut:
        console.print(f"left out, since outputs are too long: {', '.join(found.cut)}", markup=False)
    console.print(conclude(found), markup=False)


def _describe(agreement: Agreement) -> str:
    first = agreement.first
    if first is None:
        return ""
    where = f"{first.test}, {first.one} and {first.other}"
    difference = first.difference
    if difference is None:
        return where
    return f"{where}, line {difference.line}: {difference.expected} / {difference.got}"


def _as_json(found: Suggestion) -> dict[str, Any]:
    best = narrowest(found.agreements)
    return {
        "present": found.present,
        "is_enough": found.is_enough,
        "programs": list(found.programs),
        "refused": list(found.refused),
        "left_out": [{"program": name, "verdict": verdict} for name, verdict in found.left_out],
        "cut": list(found.cut),
        "suggested": best.rung.name if best else None,
        "checkers": [
            {"checker": each.rung.name, "agree": each.agree, "tests": each.tests} for each in found.agreements
        ],
    }
