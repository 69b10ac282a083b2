"""`equijudge compare`: two runs over the same problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from equijudge import extras, score_table
from equijudge.cli import options
from equijudge.cli.console import note, stdout
from equijudge.cli.exit_codes import report_errors
from equijudge.comparison import compare_scores, draw_figures, read_scores, save_figures
from equijudge.rows import write_text
from equijudge_core.contracts.scores import Comparison, Scores


@report_errors
def compare(
    a: Annotated[Path, typer.Argument(metavar="A.json", help="Scores that `equijudge score --out` wrote: before.")],
    b: Annotated[Path, typer.Argument(metavar="B.json", help="The same of the other run: after.")],
    out: Annotated[Path | None, typer.Option(help="Where the comparison goes, JSON.", show_default=False)] = None,
    plots: Annotated[
        Path | None, typer.Option(help="Folder for the plots, as SVG and PNG; made if absent.", show_default=False)
    ] = None,
    html: Annotated[Path | None, typer.Option(help="One page with tables and plots.", show_default=False)] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every figure.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Compare two runs over the same problems: paired differences, each with its interval.

    Runs that were made with another signature version, test set, limits or settings are refused.

    Exit code: 0 compared, 2 not comparable or wrong usage.
    """
    if plots is not None or html is not None:
        extras.require("plots")
    runs = read_scores(a), read_scores(b)
    found = compare_scores(*runs)
    if out is not None:
        write_text(out, found.model_dump_json(indent=1) + "\n")
        note(f"comparison written to {out}")
    names = a.stem, b.stem
    if plots is not None:
        for path in save_figures(found, runs, names, plots, note):
            note(f"wrote {path}")
    tables = list(score_table.comparison_tables(found, *names, everything=everything))
    if html is not None:
        write_text(html, _page(found, runs, names, tables))
        note(f"wrote {html}")
    if as_json:
        typer.echo(found.model_dump_json())
        return
    for part in tables:
        stdout().print(part)


def _page(
    found: Comparison, runs: tuple[Scores, Scores], names: tuple[str, str], tables: Sequence[RenderableType]
) -> str:
    """Render tables and plots as HTML."""
    from equijudge.cli import comparison_page  # needs matplotlib

    summaries = [f"{name}: {score_table.summary(run)}" for name, run in zip(names, runs, strict=True)]
    drawings = draw_figures(found, runs, names, note)
    return comparison_page.render_page(f"{names[0]} against {names[1]}", summaries, drawings, tables)
