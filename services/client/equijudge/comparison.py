"""Read two runs' scores, compare them, and choose what of the comparison is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from equijudge.errors import BadArgument
from equijudge.figure_names import is_main
from equijudge_core.contracts.scores import Comparison, Scores
from equijudge_core.errors import BadInput

if TYPE_CHECKING:
    from matplotlib.figure import Figure

OnMissing = Callable[[str], None]


def read_scores(path: Path) -> Scores:
    """Read the scores that `equijudge score --out` wrote. Raises BadArgument."""
    try:
        return Scores.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise BadArgument(f"{path}: no scores of `equijudge score` ({where}: {first['msg']})") from error


def compare_scores(a: Scores, b: Scores) -> Comparison:
    """Compare b with a. Raises BadArgument, naming all in which they are not comparable."""
    from equijudge_core.scores.comparison import compare  # needs numpy

    try:
        return compare(a, b)
    except BadInput as error:
        faults = "\n".join(f"  {fault.field}: {fault.problem}" for fault in error.errors)
        raise BadArgument(f"these runs cannot be compared:\n{faults}") from error


def save_figures(
    found: Comparison, runs: tuple[Scores, Scores], names: tuple[str, str], folder: Path, on_missing: OnMissing
) -> list[Path]:
    """Write every figure into a folder, as SVG and PNG, and return the files. Raises BadArgument."""
    from equijudge import plots

    try:
        folder.mkdir(parents=True, exist_ok=True)
        figures = draw_figures(found, runs, names, on_missing)
        return [path for name, figure in figures for path in plots.save(figure, folder / name)]
    except OSError as error:
        raise BadArgument(f"{folder}: {error.strerror}") from error


def draw_figures(
    found: Comparison, runs: tuple[Scores, Scores], names: tuple[str, str], on_missing: OnMissing
) -> Iterator[tuple[str, Figure]]:
    """Draw every figure that these runs give, and yield it with its name. `on_missing` is told, in words, of one that
    has nothing to show."""
    from equijudge import plots

    by_name = dict(zip(names, runs, strict=True))
    k = max(runs[0].settings.ks)
    relative = [name for name, each in found.differences.items() if each.value is not None and each.a]
    draw: dict[str, Callable[[], Figure]] = {
        "coverage": lambda: plots.coverage_curves(by_name),
        "selection": lambda: plots.selection_curves(by_name),
        "frontier": lambda: plots.frontier({name: [run] for name, run in by_name.items()}, k),
        "differences": lambda: plots.differences(found, [name for name in relative if _is_drawn(name, k)], *names),
    }
    for name, make in draw.items():
        try:
            yield name, make()
        except ValueError as error:
            on_missing(f"no plot {name}: {error}")


def _is_drawn(name: str, k: int) -> bool:
    """Whether a difference is among those in the plot: main figures, at k = 1 and at the largest k."""
    _, at, own = name.partition("@")
    if name == "calibration_ratio":  # on a scale of its own
        return False
    return is_main(name) and (not at or int(own) in (1, k))
