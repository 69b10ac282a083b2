"""`report.html`: one page that works from a file, with nothing fetched from anywhere.

Programs are strangers' text: everything is escaped, and the page's own policy lets it load nothing. Code is in inert
`<template>` elements until somebody opens its problem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from equijudge.sets.records import Record
from equijudge.sets.report import Report, language_titles
from equijudge.sets.shards import is_kept
from equijudge.sets.sources import import_extra
from equijudge_core.contracts.sets import Audit, EquivalenceSet
from equijudge_core.contracts.verdict import JUDGED
from equijudge_core.programs.lexing.forms import is_normal_form

PROBLEMS = 200  # in the page, whatever the size of the dataset
CLUSTERS, PROGRAMS, CODE_CHARS = 12, 3, 20_000  # clusters of a problem, programs of a cluster, characters of one
BARS = 40  # of a histogram; the rest is one bar
# What pygments calls the languages.
LEXERS = {
    **dict.fromkeys(("python3", "pypy3"), "python"),
    "python2": "python2",
    **dict.fromkeys(("cpp17", "cpp20"), "cpp"),
    **{name: name for name in ("c", "java", "javascript", "go", "rust")},
}
GAP = 3  # so many numbers that no problem has, or more, are one bar


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `share` is of the longest, 0 to 1."""

    label: str
    count: int
    share: float
    note: str = ""


def render_page(records: Iterable[Record], report: Report, title: str, made: str, problems: int = PROBLEMS) -> str:
    """Render the page for all records. `made` says when; of the sets the first `problems` are shown."""
    jinja2 = import_extra("jinja2")
    import_extra("pygments")
    loader = jinja2.PackageLoader("equijudge.sets", "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["percent"] = percent
    environment.filters["number"] = "{:,}".format
    summary = report.summary()
    text: str = environment.get_template("report.html.j2").render(
        title=title,
        made=made,
        summary=summary,
        funnel=funnel_bars(summary),
        programs=program_bars(summary),
        solutions=histogram(report.solutions),
        clusters=histogram(report.clusters),
        verdicts=verdict_bars(summary["verdicts"]),
        wrong_verdicts=verdict_bars(summary["verdicts_on_incorrect"]),
        problems=first_problems(records, problems),
        shown=min(problems, report.kept),
        css=code_css(),
        taken=language_titles(report.asked) if len(report.asked) == 1 else "programs",
    )
    return text


def first_problems(records: Iterable[Record], most: int) -> list[dict[str, Any]]:
    """Choose the first sets, as the page shows them."""
    shown: list[dict[str, Any]] = []
    for record in records:
        if len(shown) == most:
            break
        if is_kept(record):
            shown.append(problem_view(record))
    return shown


def problem_view(record: Record) -> dict[str, Any]:
    """One set: its line of the table, and its clusters with their first programs."""
    found = record.found
    assert found is not None
    by_position = {solution.position: solution for solution in found.solutions}
    clusters = [
        {
            "id": cluster.id,
            "features": cluster.features,
            "size": len(cluster.solutions),
            "by_normal_form": is_normal_form(cluster.id),
            "programs": [
                {
                    "position": position,
                    "cpu_time_s": by_position[position].cpu_time_s,
                    "memory_peak_bytes": by_position[position].memory_peak_bytes,
                    "language": shown_language(found, by_position[position].language),
                    "code": highlight(by_position[position].source, by_position[position].language),
                }
                for position in cluster.solutions[:PROGRAMS]
            ],
            "more": max(0, len(cluster.solutions) - PROGRAMS),
        }
        for cluster in found.clusters[:CLUSTERS]
    ]
    return {
        "position": record.position,
        "name": record.name or f"row {record.position}",
        "taken": found.funnel.taken,
        "unique": found.funnel.unique,
        "solutions": len(found.solutions),
        "clusters": len(found.clusters),
        "true_positive_rate": found.audit.true_positive_rate if found.audit else None,
        "true_negative_rate": found.audit.true_negative_rate if found.audit else None,
        "note": note_of(found.audit),
        "shown": clusters,
        "more": max(0, len(found.clusters) - CLUSTERS),
    }


def note_of(audit: Audit | None) -> str:
    """What is to be said of a problem's answers, in a few words."""
    if audit is None or audit.suggestion is None:
        return "several answers?" if audit and audit.several_answers else ""
    several = "several answers" if audit.several_answers else "other answers"
    return f"{several}? {audit.suggestion.checker or 'needs its own checker'}"


def funnel_bars(summary: Mapping[str, Any]) -> list[Bar]:
    """Problems left after each stage."""
    stages = summary["funnel"]["problems"]
    return bars([(each["stage"], each["left"], _lost(each)) for each in stages])


def program_bars(summary: Mapping[str, Any]) -> list[Bar]:
    """Programs left after each stage."""
    return bars([(name.replace("_", " "), count, "") for name, count in summary["funnel"]["programs"].items()])


def histogram(counts: Counter[int]) -> list[Bar]:
    """How many problems have so many, from the smallest to the largest number; a long gap is one bar."""
    if not counts:
        return []
    low, high = min(counts), max(counts)
    last = min(high, low + BARS - 1)
    rows: list[tuple[str, int, str]] = []
    for there, stretch in groupby(range(low, last + 1), key=lambda number: counts[number] > 0):
        numbers = list(stretch)
        if there or len(numbers) < GAP:
            rows += [(str(number), counts[number], "") for number in numbers]
        else:
            rows.append((f"{numbers[0]}–{numbers[-1]}", 0, ""))
    if high > last:
        rows.append((f">{last}", sum(times for number, times in counts.items() if number > last), ""))
    return bars(rows)


def verdict_bars(verdicts: Mapping[str, int]) -> list[Bar]:
    """Shares of all."""
    total = sum(verdicts.values())
    return [Bar(verdict.value, verdicts[verdict], verdicts[verdict] / total) for verdict in JUDGED if verdicts[verdict]]


def bars(rows: Iterable[tuple[str, int, str]]) -> list[Bar]:
    """Shares of the longest."""
    rows = list(rows)
    longest = max((count for _, count, _ in rows), default=0) or 1
    return [Bar(label, count, count / longest, note) for label, count, note in rows]


def percent(share: float | None) -> str:
    """A share in words."""
    return "–" if share is None else f"{100 * share:.1f} %"


def shown_language(found: EquivalenceSet, language: str) -> str:
    """What is said of a program's language: nothing where all are Python 3."""
    return f" · {language}" if found.by_language else ""


def highlight(source: str, language: str) -> str:
    """Highlight a program as HTML, only its beginning where it is very long."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    name = LEXERS.get(language, "text")
    cut = "# … cut here" if name.startswith("python") else "// … cut here"
    text = source if len(source) <= CODE_CHARS else f"{source[:CODE_CHARS]}\n{cut}"
    return highlight(text, get_lexer_by_name(name, stripnl=False), HtmlFormatter(nowrap=True))


def code_css() -> str:
    """The colours of highlighted code, for a light and a dark page."""
    from pygments.formatters import HtmlFormatter

    def rules(style: str) -> str:
        return str(HtmlFormatter(style=style).get_style_defs(".code"))  # type: ignore[no-untyped-call]

    return f"{rules('default')}\n@media (prefers-color-scheme: dark) {{\n{rules('monokai')}\n}}"


def _lost(stage: Mapping[str, Any]) -> str:
    return f"−{stage['dropped']:,} {stage['reason'].replace('_', ' ')}" if stage["dropped"] else ""
