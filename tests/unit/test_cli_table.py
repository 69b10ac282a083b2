"""What is drawn."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from rich.console import Console, RenderableType

from equijudge import result_tables
from equijudge.cli.problems import describe_judges
from equijudge_core.contracts.scoring import GroupResult
from equijudge_core.contracts.service import LanguageInfo, MissingLanguage, ProblemSummary, ServiceLanguages
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import FirstDifference, TestResult, TestSet
from equijudge_core.judging.problem import parse_row
from tests.unit.client_support import result


def drawn(renderable: RenderableType) -> str:
    console = Console(width=140)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def failed_test(**fields: object) -> TestResult:
    facts = {"cpu_time_s": 0.02, "wall_time_s": 0.03, "memory_peak_bytes": 5 << 20} | fields
    return TestResult.model_validate({"test": "private/3", "verdict": "WA"} | facts)


def test_every_verdict_has_a_colour() -> None:
    assert set(result_tables.STYLES) == set(Verdict)


def test_a_wrong_answer_shows_its_first_difference() -> None:
    difference = FirstDifference(line=2, expected="7", got="8")
    line = result(0, Verdict.WA, first_failure=failed_test(difference=difference))
    assert "private/3: line 2: expected '7', got '8'" in drawn(result_tables.results_table([line]))


def test_points_have_a_column_where_a_problem_gives_some() -> None:
    lines = [
        result(0, Verdict.WA).model_copy(update={"points": 100 / 3, "max_points": 100.0}),
        result(1, Verdict.IE).model_copy(update={"max_points": 100.0}),
    ]
    text = drawn(result_tables.results_table(lines))
    assert "points" in text
    assert {"33.33/100", "-/100"} <= set(text.split())
    assert "points" not in drawn(result_tables.results_table([result(0, Verdict.WA)]))


def test_tests_and_groups_show_their_points() -> None:
    text = drawn(result_tables.tests_table([failed_test(points=2.5, reason="partial points"), failed_test()]))
    assert {"2.5", "-"} <= set(text.split())
    groups = [
        GroupResult(name="small", points=0.0, max_points=30.0, verdict=Verdict.WA, tests_run=1, tests_total=4),
        GroupResult(name="large", points=None, max_points=70.0, tests_run=0, tests_total=9, reason="IE at private/7"),
    ]
    small, large = (
        line
        for line in drawn(result_tables.groups_table(groups)).splitlines()
        if line.split()[:1] in (["small"], ["large"])
    )
    assert small.split() == ["small", "WA", "0/30", "1/4"]
    assert large.split() == ["large", "-", "-/70", "0/9", "IE", "at", "private/7"]


def test_a_crash_shows_its_exit_code() -> None:
    line = result(0, Verdict.RE, first_failure=failed_test(verdict="RE", exit_code=1))
    assert result_tables.describe_failure(line) == "private/3: exit code 1"


def test_a_crash_by_an_exception_shows_its_name() -> None:
    facts = failed_test(verdict="RE", exit_code=1, reason="exit code 1", exception="ZeroDivisionError")
    assert result_tables.describe_failure(result(0, Verdict.RE, first_failure=facts)) == "private/3: ZeroDivisionError"


def test_a_compile_error_shows_the_last_line_of_the_compiler() -> None:
    line = result(0, Verdict.CE, compile_message='  File "main.py"\nSyntaxError: invalid syntax\n')
    assert result_tables.describe_failure(line) == "SyntaxError: invalid syntax"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("main.cpp: In function 'int main()':\nmain.cpp:2:3: error: 'x' was not declared\n    2 |   x\n      |   ^\n",
         "main.cpp:2:3: error: 'x' was not declared"),
        ("error[E0425]: cannot find value `x`\n --> main.rs:1:13\n\nerror: aborting\n",
         "error[E0425]: cannot find value `x`"),
        ("Main.java:3: error: ';' expected\n  int x\n       ^\n1 error\n", "Main.java:3: error: ';' expected"),
    ],
)  # fmt: skip
def test_a_compile_error_of_a_compiler_shows_its_first_error(message: str, said: str) -> None:
    assert result_tables.describe_failure(result(0, Verdict.CE, compile_message=message)) == said


def test_a_language_that_is_missing_shows_why() -> None:
    known: dict[str, Any] = {"aliases": ("cc",), "extensions": (".c",), "time_factor": 1.5}
    found = ServiceLanguages(
        languages=(LanguageInfo(name="c", title="C17", version="gcc [red]12", **known),),
        missing=(MissingLanguage(name="d", title="D", reason="dmd fails", **known),),
    )
    first, second = drawn(result_tables.languages_table(found)).splitlines()[3:5]
    assert first.split() == ["c", "C17", "x", "1.5", "gcc", "[red]12", "cc", ".c"]
    assert "missing: dmd fails" in second


def test_markup_in_names_and_outputs_is_text() -> None:
    difference = FirstDifference(line=1, expected="[red]x[/]", got="[/nope]")
    line = result(0, Verdict.WA, candidate_id="[bold]a.py", first_failure=failed_test(difference=difference))
    text = drawn(result_tables.results_table([line]))
    assert "[bold]a.py" in text
    assert "'[red]x[/]', got '[/nope]'" in text


def test_a_long_output_is_shortened_to_one_line() -> None:
    assert result_tables.shorten("a\n" + "b" * 100, 10) == "a⏎bbbbbbb…"


def test_cost_that_is_not_told_is_a_dash_and_not_nothing() -> None:
    line = result(0, Verdict.REJ).model_copy(update={"tests_run": None, "tests_total": None})
    assert drawn(result_tables.results_table([line])).split().count("-") == 3


def test_a_test_has_a_line_of_its_own() -> None:
    assert "private/3" in drawn(result_tables.tests_table([failed_test(reason="time limit")]))


def test_counts_show_only_verdicts_that_occur() -> None:
    text = drawn(result_tables.counts_table({"sum": Counter({Verdict.AC: 5, Verdict.WA: 2})}, {"sum": 0}))
    assert "MLE" not in text
    assert text.splitlines()[-2].split() == ["sum", "7", "5", "2", "✓"]


def test_counts_show_how_many_differ_from_their_labels() -> None:
    assert "✗ 6 of 7" in drawn(result_tables.counts_table({"sum": Counter({Verdict.AC: 7})}, {"sum": 1}))


def test_a_problem_shows_its_tests_and_limits() -> None:
    summary = ProblemSummary(
        problem_id="p1",
        name="sum",
        tests={TestSet.PUBLIC: 2, TestSet.PRIVATE: 20},
        time_limit_s=1.5,
        memory_limit_bytes=0,
    )
    words = drawn(result_tables.problems_table([summary])).split()
    assert words[-6:] == ["sum", "p1", "2/20/0", "1.50", "s", "default"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1.0 KiB"),
        (5 << 20, "5.0 MiB"),
        (256 << 20, "256 MiB"),
        (3 << 30, "3.0 GiB"),
    ],
)
def test_sizes(value: int, expected: str) -> None:
    assert result_tables.format_size(value) == expected


@pytest.mark.parametrize(("value", "expected"), [(0.0123, "12 ms"), (0.9996, "1.00 s"), (75.0, "75.00 s")])
def test_seconds(value: float, expected: str) -> None:
    assert result_tables.format_seconds(value) == expected


@pytest.mark.parametrize(
    ("verdict", "reason", "message", "said"),
    [
        (Verdict.WA, "", "expected 3\nfound 4", "checker: expected 3⏎found 4"),
        (Verdict.WA, "", None, ""),
        (Verdict.RE, "exit code 1", "never shown", "exit code 1"),
        (Verdict.IE, "checker: ends with 9", "hm", "checker: ends with 9: hm"),
        (
            Verdict.IE,
            "checker: says no",
            "Traceback (most…):\n  File…\nValueError: no\n",
            "checker: says no: ValueError: no",
        ),
        (Verdict.IE, "checker: does not compile: error: x\nmain.cpp…", None, "checker: does not compile: error: x"),
    ],
)
def test_what_a_checker_said_is_told_in_one_line(verdict: Verdict, reason: str, message: str | None, said: str) -> None:
    failed = failed_test(verdict=verdict, reason=reason, checker_message=message)
    assert result_tables.describe_failure(result(0, verdict, first_failure=failed)) == f"private/3: {said}"


def test_what_judges_a_problem_is_told() -> None:
    own = {"protocol": "testlib", "source": "x", "files": {"shared.h": ""}}
    tests = {"input": ["1"], "output": ["1"]}
    problem = parse_row({"name": "any", "public_tests": tests, "checker": own})
    assert describe_judges(problem) == ["checker: testlib, in cpp17, with shared.h", ""]
    assert "checker (cpp17)" in drawn(result_tables.problems_table([problem.summary()]))
    named = {"name": "tokens", "ignore_case": True, "any_order": "lines"}
    problem = parse_row({"name": "any", "public_tests": tests, "checker": named})
    assert describe_judges(problem) == ['checker: tokens ignore_case=true any_order="lines"', ""]
    assert describe_judges(parse_row({"name": "any", "public_tests": tests})) == []
