"""`equijudge compare`: two runs over the same problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from rich.console import RenderableType

from equijudge import extras
from equijudge.cli import options, score_table
from equijudge.cli.console import note, stdout
from equijudge.cli.exit_codes import reported
from equijudge.errors import BadArgument
from equijudge_core.errors import BadInput

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from equijudge_core.contracts.scores import Comparison, Scores


@reported
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
    scores = loaded(a), loaded(b)
    found = compared(*scores)
    if out is not None:
        written(out, found.model_dump_json(indent=1) + "\n")
        note(f"comparison written to {out}")
    names = a.stem, b.stem
    if plots is not None:
        for path in drawn(found, scores, names, plots):
            note(f"wrote {path}")
    tables = list(score_table.comparison(found.model_dump(mode="json"), *names, everything=everything))
    if html is not None:
        written(html, page(found, scores, names, tables))
        note(f"wrote {html}")
    if as_json:
        typer.echo(found.model_dump_json())
        return
    for part in tables:
        stdout().print(part)


def loaded(path: Path) -> Scores:
    """The scores in a file. Raises BadArgument."""
    from equijudge_core.contracts.scores import Scores

    try:
        return Scores.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise BadArgument(f"{path}: no scores of `equijudge score` ({where}: {first['msg']})") from error


def compared(a: Scores, b: Scores) -> Comparison:
    """b against a. Raises BadArgument, naming all in which they are not comparable."""
    from equijudge_core.scores.comparison import compare

    try:
        return compare(a, b)
    except BadInput as error:
        faults = "\n".join(f"  {fault.field}: {fault.problem}" for fault in error.errors)
        raise BadArgument(f"these runs cannot be compared:\n{faults}") from error


def drawn(found: Comparison, scores: tuple[Scores, Scores], names: tuple[str, str], folder: Path) -> list[Path]:
    """Every plot as SVG and PNG; the files. Raises BadArgument."""
    from equijudge import plots

    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [path for name, figure in figures(found, scores, names) for path in plots.save(figure, folder / name)]
    except OSError as error:
        raise BadArgument(f"{folder}: {error.strerror}") from error


def page(
    found: Comparison, scores: tuple[Scores, Scores], names: tuple[str, str], tables: Sequence[RenderableType]
) -> str:
    """Tables and plots as HTML."""
    from equijudge.cli import comparison_page

    summaries = [f"{name}: {score_table.summary(run.model_dump())}" for name, run in zip(names, scores, strict=True)]
    drawings = figures(found, scores, names)
    return comparison_page.page(f"{names[0]} against {names[1]}", summaries, drawings, tables)


def figures(found: Comparison, scores: tuple[Scores, Scores], names: tuple[str, str]) -> Iterator[tuple[str, Figure]]:
    """Every plot that these runs give, by name; one that has nothing to show is said so and left out."""
    from equijudge import plots

    runs = dict(zip(names, scores, strict=True))
    k = max(scores[0].settings.ks)
    shown = [name for name, each in found.differences.items() if plotted(name, k) and each.value is not None and each.a]
    makers: dict[str, Callable[[], Figure]] = {
        "coverage": lambda: plots.coverage_curves(runs),
        "frontier": lambda: plots.frontier({name: [run] for name, run in runs.items()}, k),
        "differences": lambda: plots.differences(found, shown, *names),
    }
    for name, make in makers.items():
        try:
            yield name, make()
        except ValueError as error:
            note(f"no plot {name}: {error}")


def plotted(name: str, k: int) -> bool:
    """Whether a difference is among those in the plot: main figures, at k = 1 and at the largest k."""
    _, at, own = name.partition("@")
    if name == "calibration_ratio":  # on a scale of its own
        return False
    return score_table.is_shown(name, {"value": 0.0}, False) and (not at or int(own) in (1, k))


def written(path: Path, text: str) -> None:
    """Raises BadArgument."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
