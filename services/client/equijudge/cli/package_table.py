"""Draws what became of a package's submissions, as Kattis' own tool words it. Pure."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from equijudge.package_check import Checked, PackageReport
from equijudge.result_tables import format_seconds, make_table, verdict_text
from equijudge_core.contracts.verdict import Verdict


def package_table(report: PackageReport) -> Table:
    """Draw one line per submission, folder by folder."""
    scored = any(each.points is not None for each in report.checked)
    columns = ("submission", "language", "expected", "verdict", *((">points",) if scored else ()))
    table = make_table(*columns, ">cpu", "test case", "")
    for each in report.checked:
        table.add_row(
            Text(each.program.path),
            each.program.language or "-",
            expected_words(each),
            Text("-") if each.verdict is None else verdict_text(each.verdict),
            *(("-" if each.points is None else f"{each.points:g}",) if scored else ()),
            "-" if each.verdict is None else format_seconds(each.cpu_time_s),
            Text(each.test),
            _outcome(each),
        )
    return table


def summary_lines(report: PackageReport) -> list[str]:
    """Say under which limit they were judged, and how many are as they should be."""
    limit = f"time limit {report.time_limit_s:g} s, with margin {report.margin_s:g} s"
    if report.slowest_s is not None:
        limit = f"slowest AC runtime {report.slowest_s:.3f} s, {limit}"
    judged = report.judged
    good = sum(each.is_as_expected for each in judged)
    left = len(report.checked) - len(judged)
    said = f"{report.name}: {good} of {len(judged)} submissions as expected" + (f", {left} not judged" if left else "")
    return [limit, said]


def expected_words(checked: Checked) -> str:
    """The verdicts that are as they should be, shortest form."""
    expected = checked.program.expected
    if Verdict.AC not in expected and len(expected) > 3:
        return "no AC"
    if Verdict.WA not in expected and len(expected) > 3:
        return "no WA"
    return "/".join(verdict for verdict in Verdict if verdict in expected)


def checked_as_json(checked: Checked) -> dict[str, Any]:
    """One submission, for machines."""
    return {
        "submission": checked.program.path,
        "language": checked.program.language,
        "label": checked.program.label,
        "expected": [verdict.value for verdict in Verdict if verdict in checked.program.expected],
        "verdict": None if checked.verdict is None else checked.verdict.value,
        "as_expected": checked.is_as_expected,
        "points": checked.points,
        "cpu_time_s": checked.cpu_time_s,
        "test": checked.test,
        "remark": checked.remark,
    }


def report_as_json(report: PackageReport) -> dict[str, Any]:
    """The package, for machines: the last line."""
    return {
        "package": report.name,
        "slowest_accepted_s": report.slowest_s,
        "time_limit_s": report.time_limit_s,
        "margin_s": report.margin_s,
        "submissions": len(report.checked),
        "judged": len(report.judged),
        "as_expected": report.is_as_expected,
    }


def _outcome(checked: Checked) -> Text:
    if checked.verdict is None:
        return Text(f"not judged: {checked.remark}", style="yellow")
    if not checked.is_as_expected:
        return Text(f"unexpected {checked.remark}".rstrip(), style="bold red")
    return Text(f"OK {checked.remark}".rstrip(), style="green")
