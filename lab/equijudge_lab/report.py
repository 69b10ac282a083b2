"""`report.html` and `tables.json`: one page that works from a file, with nothing fetched from anywhere.

The page is drawn from the tables alone, in the same order and with the same parts whatever came out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from equijudge_lab.files import write_json
from equijudge_lab.plots import draw_plots, has_value

PAGE, TABLES = "report.html", "tables.json"

THREATS = (
    "The scale is a toy's: a closed language of small problems and models of 0.1 to 25 million parameters. Nothing "
    "here says how large the same differences are for a language model.",
    "The base models are stand-ins: they were trained on programs of the same world, not on natural language.",
    "Programs share templates across problems, so to generalise to a held-out combination is easy.",
    "An algorithm is known by its template, whatever its names and constants; an answer that no template has counts as "
    "unknown, and the share of those is told. The signature, a source of its own, is beside it.",
    "Intervals are of means over cores and seeds (crossed, t). With one seed they say nothing of another run, and "
    "problems of one core are not independent.",
    "Strengths were chosen with one seed, on Zipf data, after 10 epochs; the learning rate is the same for all.",
    "Only the hypotheses' p values are corrected for their number (Holm). All else is exploration: one in twenty "
    "intervals misses by chance.",
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
        "effect": lambda each: interval({"value": each["effect"], "low": each["low"], "high": each["high"]}),
    }
    environment.tests["there"] = has_value
    text: str = environment.get_template("lab.html.j2").render(
        tables,
        drawings={name: (caption, svg) for name, caption, svg in draw_plots(tables)},
        threats=THREATS,
    )
    return label_cells(text)


def label_cells(page: str) -> str:
    """Give every cell its column's name, which a narrow page shows before it: there a row is a list."""

    def label_table(table: re.Match[str]) -> str:
        head = table[0].partition("</thead>")[0]
        names = [re.sub(r"<[^>]*>", "", found) for found in re.findall(r"<th[^>]*>(.*?)</th>", head, re.DOTALL)]

        def label_row(row: re.Match[str]) -> str:
            places = iter(names)
            return re.sub(r"<td(?! colspan)", lambda _: f'<td data-label="{next(places, "")}"', row[0])

        return head + re.sub(r"<tr>.*?</tr>", label_row, table[0][len(head) :], flags=re.DOTALL)

    return re.sub(r"<table.*?</table>", label_table, page, flags=re.DOTALL)


def interval(found: Mapping[str, Any] | None, digits: int = 2) -> str:
    """`1.23 [1.10, 1.34]`, the interval in one piece; a dash where nothing is there."""
    if found is None or found.get("value") is None:
        return "–"
    low, high = (number(found[end], digits) for end in ("low", "high"))
    return f"{number(found['value'], digits)} [{low},\u00a0{high}]"


def number(value: float | None, digits: int = 2) -> str:
    """With so many decimals; a dash for None, a true minus."""
    return "–" if value is None else f"{value:.{digits}f}".replace("-", "−")


def share(value: float | None) -> str:
    """As per cent."""
    return "–" if value is None else f"{100 * value:.1f} %"


def breakable(name: str) -> str:
    """A figure's name that may be broken into lines after each underscore and hyphen."""
    return name.replace("_", "_\u200b").replace("-", "-\u200b")


def duration(seconds: float) -> str:
    """In minutes, or seconds when short."""
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
