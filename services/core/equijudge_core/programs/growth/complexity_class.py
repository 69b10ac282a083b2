"""From counted runs to a class of growth: constant or logarithmic, n, n^2, …, exponential.

The most operations that were seen at each size are fitted with the class's term and the terms below it, all with
factors >= 0, by the least squared relative error; a constant or linear part would mislead a fitted power (McGeoch, "A
Guide to Experimental Algorithmics", 2012, ch. 7). n log n is the class n: over the sizes that tests have the two cannot
be told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from equijudge_core.programs.growth import operation_count

Floats = NDArray[np.float64]

LEAST_SIZES, LEAST_SPAN = 5, 8.0
_WORST_ERROR = 0.3
_EXACT, _NEAR = 0.01, 1.5  # the slowest class is taken that errs by no more, or by so many times the least error
_CLEARLY = 0.5  # of another's error is needed to be taken instead, for what the others' sums can nearly be
_BASES = (1.1, 1.2, 1.3, 1.41, 1.5, 1.618, 1.8, 2.0, 2.5, 3.0, 4.0)


def _power(exponent: float) -> Callable[[Floats], Floats]:
    return lambda sizes: (sizes / sizes[-1]) ** exponent


def _logarithm(sizes: Floats) -> Floats:
    return np.log2(1 + sizes)


def _log_linear(sizes: Floats) -> Floats:
    return sizes * np.log2(1 + sizes)


def _log_square(sizes: Floats) -> Floats:
    return sizes * _log_linear(sizes)


_CLASSES: Mapping[str, tuple[Callable[[Floats], Floats], ...]] = {
    "1 or log n": (_power(0), _logarithm),
    "n^0.5": (_power(0), _logarithm, _power(0.5)),
    "n": (_power(0), _power(1), _log_linear),
    "n^1.5": (_power(0), _power(1), _log_linear, _power(1.5)),
    "n^2": (_power(0), _power(1), _power(2), _log_square),
    "n^3": (_power(0), _power(1), _power(2), _power(3)),
    "n^4": (_power(0), _power(1), _power(2), _power(4)),
}
_SLOW, _BETWEEN, _ABOVE = ("1 or log n", "n^0.5", "n"), "n^1.5", "n^2"


@dataclass(frozen=True, slots=True)
class Run:
    """size: of the input, in whatever unit, above 0; operations: that the program took for it."""

    size: float
    operations: int


@dataclass(frozen=True, slots=True)
class Growth:
    """growth: a class, or None where `why` says that none can be told.

    slope: of the operations' logarithm against the size's, over the larger half of the sizes; None where there are too
    few. error: of the fit, the root of the mean squared relative error. runs: the most operations at each size, by
    size.
    """

    growth: str | None
    why: str
    slope: float | None
    error: float | None
    runs: tuple[Run, ...]


def instrument(source: str) -> str:
    """Wrap a program so that it prints what it costs instead of its output, see operation_count.run.

    Nothing is run here.
    """
    text = files("equijudge_core.programs.growth").joinpath("operation_count.py").read_text("utf-8")
    return f"{text}\n\nrun({source!r})\n"


def operations(output: str) -> int | None:
    """What such a program printed; None if it did not come to its end."""
    lines = [line.split() for line in output.splitlines() if line.startswith(operation_count.MARK)]
    return int(lines[-1][1]) if lines and len(lines[-1]) == 2 and lines[-1][1].isdecimal() else None


def classify(runs: Iterable[Run]) -> Growth:
    """Fit a class of growth to the operations.

    Raises:
        ValueError: a size is not above 0.
    """
    most: dict[float, int] = {}
    for run in runs:
        if not run.size > 0:
            raise ValueError(f"size: {run.size:g}, must be above 0")
        most[run.size] = max(run.operations, most.get(run.size, 0))
    seen = tuple(Run(size, most[size]) for size in sorted(most))
    if len(seen) < LEAST_SIZES:
        return Growth(None, f"{len(seen)} sizes of input, at least {LEAST_SIZES} are needed", None, None, seen)
    if (span := seen[-1].size / seen[0].size) < LEAST_SPAN:
        why = f"the largest input is {span:.1f} times the smallest, at least {LEAST_SPAN:g} times is needed"
        return Growth(None, why, None, None, seen)
    sizes = np.array([run.size for run in seen])
    counts = np.array([max(1, run.operations) for run in seen], dtype=np.float64)
    half = sizes >= np.median(sizes)
    slope = round(float(np.polyfit(np.log(sizes[half]), np.log(counts[half]), 1)[0]), 2)
    errors = {name: _error([shape(sizes) for shape in shapes], counts) for name, shapes in _CLASSES.items()}
    between = errors.pop(_BETWEEN)
    near = max(_EXACT, _NEAR * min(errors.values()))
    name, error = next((name, error) for name, error in errors.items() if error <= near)
    if name == _ABOVE and between < _CLEARLY * error:
        name, error = _BETWEEN, between
    steep = min(_error([np.ones_like(sizes), base ** (sizes - sizes[-1])], counts) for base in _BASES)
    if name not in _SLOW and steep < _CLEARLY * error:
        name, error = "exponential", steep
    error = round(error, 3)
    if error > _WORST_ERROR:
        return Growth(None, f"no class fits: the best errs by {error:.0%}", slope, error, seen)
    return Growth(name, "", slope, error, seen)


def _error(shapes: Sequence[Floats], counts: Floats) -> float:
    """Of the best sum of the shapes with factors >= 0, the root of the mean squared relative error."""
    columns = [shape / counts for shape in shapes]
    least = 1.0
    for number in range(1, len(columns) + 1):
        for some in combinations(columns, number):
            design = np.stack(some, axis=1)
            factors = np.linalg.lstsq(design, np.ones_like(counts), rcond=None)[0]
            if (factors >= 0).all():
                least = min(least, float(np.sqrt(np.mean((design @ factors - 1) ** 2))))
    return least
