"""`report.html` and `tables.json`: one page that works from a file, with nothing fetched from anywhere.

The page is drawn from the tables alone, in the same order and with the same parts whatever came out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from equijudge_lab.files import write_json
from equijudge_lab.plots import draw_plots, has_value

PAGE, TABLES = "report.html", "tables.json"

THREATS = (
    "The scale is a toy's: a closed language of small problems and a model of a million parameters (25 in the gpu "
    "preset). Nothing here says how large the same differences are for a language model.",
    "The base model is a stand-in: it was trained on programs of the same world, not on natural language.",
    "Programs share templates across problems, so to generalise to a held-out combination is easy.",
    "Clusters are named by the signature, as on real data. In this world the algorithm that a program was rendered "
    "from is known, so the signature is checked against it, but model-made programs are not.",
    "Intervals resample families of problems (one family: one core) and seeds. There are few of both, so intervals are "
    "too narrow rather than too wide; with one seed they say nothing about another training run.",
    "Each comparison has its own 95 % interval; no correction is made for the number of comparisons, so one in twenty "
    "may come out significant by chance.",
    "Learning rate, epochs and strengths were set once for all conditions and not tuned for any.",
)


def write_report(tables: Mapping[str, Any], folder: Path) -> Path:
    """Write both files into the folder; return the page's path. Raises BadArgument where something to draw with is
    missing."""
    page_text = render_page(tables)
    write_json(folder / TABLES, tables)
    path = folder / PAGE
    draft = path.with_name(path.name + ".new")
    draft.write_text(page_text, encoding="utf-8")
    draft.replace(path)
    return path


def render_page(tables: Mapping[str, Any]) -> str:
    """Make the page, as HTML."""
    import jinja2

    loader = jinja2.PackageLoader("equijudge_lab", "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters |= {
        "interval": interval,
        "number": number,
        "share": share,
        "duration": duration,
        "breakable": breakable,
    }
    environment.tests["there"] = has_value
    text: str = environment.get_template("lab.html.j2").render(
        tables,
        drawings={name: (caption, svg) for name, caption, svg in draw_plots(tables)},
        threats=THREATS,
        preset_text=json.dumps(tables["preset"], indent=1),
    )
    return text


def interval(found: Mapping[str, Any] | None, digits: int = 2) -> str:
    """`1.23 [1.10, 1.34]`; a dash where nothing is there."""
    if found is None or found.get("value") is None:
        return "–"
    low, high = (number(found[end], digits) for end in ("low", "high"))
    return f"{number(found['value'], digits)} [{low}, {high}]"


def number(value: float | None, digits: int = 2) -> str:
    """With so many decimals; a dash for None, a true minus."""
    return "–" if value is None else f"{value:.{digits}f}".replace("-", "−")


def share(value: float | None) -> str:
    """As per cent."""
    return "–" if value is None else f"{100 * value:.1f} %"


def breakable(name: str) -> str:
    """A figure's name that may be broken into lines after each underscore."""
    return name.replace("_", "_\u200b")


def duration(seconds: float) -> str:
    """In minutes, or seconds when short."""
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
