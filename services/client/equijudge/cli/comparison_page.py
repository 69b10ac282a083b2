"""A comparison as one self-contained page: the command's tables and the plots, nothing loaded from elsewhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.terminal_theme import TerminalTheme

from equijudge import plots

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 150
PAPER = TerminalTheme((255, 255, 255), (20, 20, 20), [(20, 20, 20)] * 8)
PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #141414 }}
pre {{ font: 13px/1.35 ui-monospace, monospace; overflow-x: auto }}
.plots {{ display: flex; flex-wrap: wrap; gap: 2rem }}
figure {{ margin: 0 }}
svg {{ max-width: 100%; height: auto }}
</style>
<h1>{title}</h1>
<p>{summaries}</p>
<div class="plots">{plots}</div>
{tables}
</html>
"""


def render_page(
    title: str, summaries: Iterable[str], figures: Iterable[tuple[str, Figure]], tables: Iterable[RenderableType]
) -> str:
    """Render the page as HTML."""
    return PAGE.format(
        title=escape(title),
        summaries="<br>".join(map(escape, summaries)),
        plots="".join(
            f'<figure aria-label="{escape(name)}">{render_figure(figure)}</figure>' for name, figure in figures
        ),
        tables=render_tables(tables),
    )


def render_figure(figure: Figure) -> str:
    """Render a figure as an SVG element."""
    with tempfile.TemporaryDirectory() as folder:
        svg, _ = plots.save(figure, Path(folder) / "figure")
        text = svg.read_text(encoding="utf-8")
    return text[text.index("<svg") :]


def render_tables(tables: Iterable[RenderableType]) -> str:
    """Render tables as the command prints them."""
    console = Console(file=StringIO(), record=True, width=WIDTH, highlight=False, force_terminal=True)
    for table in tables:
        console.print(table)
    return console.export_html(inline_styles=True, theme=PAPER, code_format="<pre>{code}</pre>")
