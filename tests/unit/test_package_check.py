"""A package judged as a package: limits, margin, what counts as expected, the table and the exit code."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

import pytest
from rich.console import Console

from equijudge._sync.client import Client
from equijudge.cli.exit_codes import ExitCode
from equijudge.cli.package_table import checked_as_json, expected_words, package_table, report_as_json, summary_lines
from equijudge.cli.verify import package_exit_code
from equijudge.package_check import Checked, PackageReport, check_package
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, ResultLine
from equijudge_core.formats.packages import FAILURES, Package, PackageProgram, TimeRule
from equijudge_core.formats.reading import Reading, make_problem

AC, WA, TLE, RE = (frozenset({each}) for each in (Verdict.AC, Verdict.WA, Verdict.TLE, Verdict.RE))
RIGHT = PackageProgram("accepted/a.py", "accepted", "python3", "0.4", AC, sets_limit=True)
SLOWER = PackageProgram("accepted/b.py", "accepted", "python3", "0.7", AC, sets_limit=True)
WRONG = PackageProgram("wrong_answer/w.py", "wrong_answer", "python3", "WA", WA)
SLOW = PackageProgram("time_limit_exceeded/s.py", "time_limit_exceeded", "python3", "99", TLE)
NEARLY = PackageProgram("time_limit_exceeded/n.py", "time_limit_exceeded", "python3", "5", TLE)
FAST = PackageProgram("time_limit_exceeded/f.py", "time_limit_exceeded", "python3", "0.1", TLE)
ODD = PackageProgram("accepted/k.kt", "accepted", "", "", AC, sets_limit=True, fault="its language is not known here")


DERIVED = TimeRule()
LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=1, memory_limit_bytes=1 << 20, output_limit_bytes=1 << 20)


class ClockedClient:
    """Stands for a service: a source is the seconds that it takes, or its verdict. Notes the limits."""

    def __init__(self) -> None:
        self.limits: dict[str, float] = {}

    def verify_each(self, problem: Any, candidates: Iterable[Candidate], **options: Any) -> Iterator[ResultLine]:
        limit = options["limits"]["time_limit_s"]
        for number, candidate in enumerate(candidates):
            self.limits[candidate.id or ""] = limit
            said = candidate.source
            seconds = float(said) if said[0].isdigit() else 0.01
            verdict = Verdict(said) if not said[0].isdigit() else Verdict.TLE if seconds > limit else Verdict.AC
            yield ResultLine(
                index=number,
                problem=0,
                problem_id="p",
                limits=LIMITS,
                candidate=number,
                candidate_id=candidate.id,
                verdict=verdict,
                cpu_time_s=min(seconds, limit),
            )


def check(*programs: PackageProgram, rule: TimeRule = DERIVED, **options: Any) -> tuple[PackageReport, ClockedClient]:
    problem = make_problem(name="it", private_tests={"input": ["1"], "output": ["1"]})
    client = ClockedClient()
    report = check_package(cast(Client, client), Package(Reading("kattis", problem), programs, rule), {}, **options)
    return report, client


def test_the_slowest_accepted_submission_sets_the_limit() -> None:
    report, client = check(RIGHT, SLOWER, WRONG)
    assert (report.slowest_s, report.time_limit_s, report.margin_s) == (0.7, 4.0, 8.0)
    assert client.limits == {"accepted/a.py": 60.0, "accepted/b.py": 60.0, "wrong_answer/w.py": 4.0}


def test_a_limit_that_the_package_says_holds_for_all() -> None:
    report, client = check(RIGHT, WRONG, rule=TimeRule(limit_s=1.5))
    assert (report.slowest_s, report.time_limit_s) == (None, 1.5)
    assert set(client.limits.values()) == {1.5}


def test_a_limit_that_the_caller_says_holds_in_place_of_the_packages() -> None:
    _, client = check(RIGHT, WRONG, rule=TimeRule(limit_s=1.5), time_limit_s=0.5)
    assert set(client.limits.values()) == {0.5}


def test_what_must_be_too_slow_has_the_margin() -> None:
    report, client = check(SLOWER, SLOW)
    assert client.limits["time_limit_exceeded/s.py"] == 8.0
    assert report.is_as_expected


def test_too_slow_within_the_margin_is_as_expected_with_a_remark() -> None:
    report, _ = check(SLOWER, NEARLY)
    assert report.is_as_expected
    assert report.checked[1].verdict is Verdict.TLE
    assert "margin" in report.checked[1].remark


def test_fast_is_not_as_expected_where_slow_is() -> None:
    report, _ = check(SLOWER, FAST)
    assert not report.is_as_expected
    assert package_exit_code(report) is ExitCode.NO


def test_what_cannot_be_judged_is_said_and_not_wrong() -> None:
    report, _ = check(RIGHT, ODD)
    assert [each.verdict for each in report.checked] == [Verdict.AC, None]
    assert package_exit_code(report) is ExitCode.FINE


def test_a_package_of_which_nothing_right_was_judged_is_not_as_expected() -> None:
    assert package_exit_code(check(ODD, WRONG)[0]) is ExitCode.NO


def test_our_own_fault_has_its_own_exit_code() -> None:
    fault = PackageProgram("accepted/i.py", "accepted", "python3", "IE", AC, sets_limit=True)
    assert package_exit_code(check(RIGHT, fault)[0]) is ExitCode.SERVICE


def test_submissions_stand_in_the_packages_order() -> None:
    report, _ = check(WRONG, RIGHT, SLOW)
    assert [each.program for each in report.checked] == [WRONG, RIGHT, SLOW]


def test_the_table_has_a_line_for_each_and_says_what_is_unexpected() -> None:
    report, _ = check(RIGHT, ODD, FAST)
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(package_table(report))
    lines = console.export_text().splitlines()
    assert "OK" in next(line for line in lines if "accepted/a.py" in line)
    assert "not judged: its language" in next(line for line in lines if "accepted/k.kt" in line)
    assert "unexpected" in next(line for line in lines if "time_limit_exceeded/f.py" in line)
    assert summary_lines(report) == [
        "slowest AC runtime 0.400 s, time limit 2 s, with margin 4 s",
        "it: 1 of 2 submissions as expected, 1 not judged",
    ]


def test_json_has_a_line_for_each_and_one_for_all() -> None:
    report, _ = check(RIGHT, WRONG)
    line = json.loads(json.dumps(checked_as_json(report.checked[1])))
    assert (line["submission"], line["expected"], line["verdict"], line["as_expected"]) == (
        "wrong_answer/w.py",
        ["WA"],
        "WA",
        True,
    )
    assert report_as_json(report)["as_expected"] is True


@pytest.mark.parametrize(
    ("expected", "words"),
    [(AC, "AC"), (FAILURES, "no AC"), (FAILURES - WA | AC, "no WA"), (TLE | AC, "AC/TLE")],
)
def test_what_is_expected_in_few_words(expected: frozenset[Verdict], words: str) -> None:
    assert expected_words(Checked(PackageProgram("x", "", "", "", expected), None)) == words
