"""Draws findings. Pure: values in, rich renderables out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from equijudge.result_tables import make_table
from equijudge_selftest.report.finding import Finding
from equijudge_selftest.topics import ABOUT, Topic


def findings_table(findings: Iterable[Finding]) -> Table:
    """One line per attack."""
    table = make_table("topic", "attack", "property", "expected", "got", "")
    for finding in findings:
        state = Text("held", "green") if finding.held else Text("BROKEN " + "; ".join(finding.broke), "bold red")
        expected, got = " or ".join(finding.expected), Text(finding.got)
        table.add_row(finding.topic, finding.slug, Text(finding.property), expected, got, state)
    return table


def topics_table(findings: Iterable[Finding]) -> Table:
    """How many properties held and how many did not, by topic."""
    table = make_table("topic", "about", ">held", ">broken")
    counts = Counter((finding.topic, finding.held) for finding in findings)
    for topic in Topic:
        held, broken = counts[topic, True], counts[topic, False]
        if held or broken:
            table.add_row(topic, ABOUT[topic], str(held), str(broken))
    return table


def not_tested_lines(reasons: Mapping[str, str]) -> Iterable[Text]:
    """A line for everything that no attack shows."""
    return (Text.assemble(("not tested  ", "yellow"), f"{slug}: {reason}") for slug, reason in reasons.items())
