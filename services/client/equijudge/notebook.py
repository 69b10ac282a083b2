"""Tables in a notebook: the same ones as the command line draws, as HTML.

Much in them comes from programs that nobody knows, so every text is escaped: characters that mean something in HTML,
and those that a reader would not see or that turn a line around. Nothing in them runs, and nothing is loaded.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, TypeVar

from rich.table import Table
from rich.text import Text

from equijudge import result_tables, score_table
from equijudge_core.contracts.execute import ExecutionLine
from equijudge_core.contracts.jobs import ListedJob
from equijudge_core.contracts.scores import Scores
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import EquivalenceSet
from equijudge_core.contracts.verify import ResultLine
from equijudge_core.judging.checker_runs import escape_controls

T = TypeVar("T")
MOST_ROWS = 200
# Words of rich's styles, as CSS: colours that can be read on white and on black.
_CSS = {
    "bold": "font-weight:600",
    "dim": "opacity:.7",
    "green": "color:#1a8f3c",
    "red": "color:#dc3545",
    "yellow": "color:#b07d00",
    "magenta": "color:#a04fd0",
    "blue": "color:#2f7fe0",
    "white on red": "color:#fff;background:#dc3545;padding:0 .3em",
}


def show_listing(found: Sequence[Any]) -> str:
    """Show results of any kind, problems or jobs as a table, MOST_ROWS of them at most; other things as a list."""
    if not found:
        return '<div style="opacity:.7">nothing</div>'
    shown = found[:MOST_ROWS]
    table = _table(list(shown))
    if table is None:
        items = "".join(f"<li><code>{_safe(repr(each))}</code></li>" for each in shown)
        return f"<ol>{items}</ol>{_rest(len(found))}"
    return to_html(table) + _rest(len(found))


def show_scores(found: Scores) -> str:
    """Show a run's main figures."""
    table = score_table.figures_table(found.figures, everything=False)
    head = f"<b>{_safe(score_table.summary(found))}</b><br>{_safe(score_table.verdict_mix(found.figures))}"
    undefined = score_table.undefined_figures(found.figures, everything=False)
    note = f"not defined here (no reference, or too few samples): {', '.join(undefined)}" if undefined else ""
    return f"<div>{head}</div>{to_html(table)}" + (f'<div style="opacity:.7">{_safe(note)}</div>' if note else "")


def to_html(table: Table) -> str:
    """Write a table of rich's as HTML. Texts in it that are no Text are taken as they stand, not as markup."""
    columns = [(column.header, column.justify, list(column.cells)) for column in table.columns]
    head = "".join(_cell("th", header, justify) for header, justify, _ in columns)
    rows = zip(*(cells for _, _, cells in columns), strict=True)
    body = "".join(
        "<tr>" + "".join(_cell("td", cell, column[1]) for cell, column in zip(row, columns, strict=True)) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _table(found: list[Any]) -> Table | None:
    if results := _all(found, ResultLine):
        return result_tables.results_table(results)
    if sets := _all(found, EquivalenceSet):
        return result_tables.sets_table(sets)
    if executions := _all(found, ExecutionLine):
        return result_tables.executions_table(executions)
    if problems := _all(found, ProblemSummary):
        return result_tables.problems_table(problems)
    if jobs := _all(found, ListedJob):
        return result_tables.jobs_table(jobs, time.time())
    return None


def _all(found: Iterable[Any], kind: type[T]) -> list[T] | None:
    """The whole list, when it holds nothing but this kind."""
    kept = [each for each in found if isinstance(each, kind)]
    return kept if len(kept) == len(list(found)) else None


def _rest(count: int) -> str:
    return f'<div style="opacity:.7">… and {count - MOST_ROWS} more</div>' if count > MOST_ROWS else ""


def _cell(tag: str, content: object, justify: str) -> str:
    text, style = (content.plain, str(content.style)) if isinstance(content, Text) else (str(content), "")
    css = ";".join([f"text-align:{justify}", *_to_css(style)])
    return f'<{tag} style="{css}">{_safe(text)}</{tag}>'


def _to_css(style: str) -> list[str]:
    found = []
    for words in sorted(_CSS, key=len, reverse=True):
        if words in style:
            found.append(_CSS[words])
            style = style.replace(words, "")
    return found


def _safe(text: str) -> str:
    return escape(escape_controls(text)).replace("\n", "<br>")
