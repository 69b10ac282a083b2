"""Draws findings. Pure: values in, rich renderables out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from equijudge.cli.result_tables import make_table
from equijudge_selftest.report.finding import Finding

SECTIONS = (
    "1 resources", "2 time", "3 exit and status", "4 forging and leaking", "5 files and paths", "6 the compile step",
    "7 output text", "8 programs that must not fail", "9 the service",
    "10 between runs and between callers",
)  # fmt: skip


def findings_table(findings: Iterable[Finding]) -> Table:
    """One line per property."""
    table = make_table(">row", "property", "expected", "got", "")
    for finding in findings:
        state = Text("held", "green") if finding.held else Text("BROKEN " + "; ".join(finding.broke), "bold red")
        table.add_row(finding.row, Text(finding.property), " or ".join(finding.expected), Text(finding.got), state)
    return table


def sections_table(counts: Mapping[tuple[int, bool], int]) -> Table:
    """How many properties held and how many did not, by section."""
    table = make_table("section", ">held", ">broken")
    for section in sorted({section for section, _ in counts}):
        table.add_row(SECTIONS[section - 1], str(counts.get((section, True), 0)), str(counts.get((section, False), 0)))
    return table
