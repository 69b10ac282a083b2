"""Coverage at equal pass@1 over a sweep of temperatures: is one model's frontier above the other's?

A sweep is one model scored at several temperatures over the same problems. Its frontier is made of the straight
lines between neighbouring points that no other point beats in both; it says which coverage@k the model reaches at a
pass@1 of at least so much.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.scores import MatchedFrontier, Scores
from equijudge_core.errors import BadInput
from equijudge_core.scores.bootstrap import Floats, estimate, resampling_units
from equijudge_core.scores.comparison import check_comparable


def compare_sweeps(a: Sequence[Scores], b: Sequence[Scores], k: int, at: float | None = None) -> MatchedFrontier:
    """Compare coverage@k of two sweeps at the pass@1 `at`, by default the highest that both reach.

    Intervals are as in a's settings, clusters are coarse.
    In a resample in which a sweep does not reach `at`, its point of highest pass@1 stands in.

    Raises:
        BadInput: an empty sweep, runs that cannot be compared, a k that was not scored, no problem with enough
            judged samples in all runs, an `at` beyond what both sweeps reach.
    """
    runs = [*a, *b]
    if not a or not b:
        raise BadInput([FieldError(field="runs", problem="a sweep is empty", limit="at least one run each")])
    for run in runs[1:]:
        check_comparable(runs[0], run)
    table, problems = _table(runs, k)
    reached = _points(table.sum(axis=0))[:, 0]
    reach = float(min(reached[: len(a)].max(), reached[len(a) :].max()))
    at = reach if at is None else at
    if not 0 <= at <= reach:
        raise BadInput([FieldError(field="at", problem=f"pass@1 {at}", limit=f"0 to {reach:.6g}, which both reach")])

    def matched(sums: Floats) -> Floats:
        rows = [
            [coverage_at(points[: len(a)], at), coverage_at(points[len(a) :], at)]
            for points in map(_points, sums.reshape(-1, sums.shape[-1]))
        ]
        found = np.array(rows)
        return np.asarray(np.append(found, found[:, 1:] - found[:, :1], axis=1).reshape(*sums.shape[:-1], 3))

    found = estimate(table, resampling_units(problems), matched, runs[0].settings)
    return MatchedFrontier(k=k, at=at, a=found[0], b=found[1], difference=found[2], problems=len(problems))


def _table(runs: Sequence[Scores], k: int) -> tuple[Floats, list[tuple[str, str | None]]]:
    """shape (problems, 2 runs + 1): pass@1 and coverage@k of each run, and a one; the problems' ids and families."""
    names = ("pass@1", f"coverage@{k}")
    rows, problems = [], []
    for problem in zip(*(run.problems for run in runs), strict=True):
        values = [one.values.get(name) for one in problem for name in names]
        if None not in values:
            rows.append([*values, 1.0])
            problems.append((problem[0].problem_id, problem[0].family))
    if not rows:
        fault = f"no problem has pass@1 and coverage@{k} in all runs"
        raise BadInput([FieldError(field="k", problem=fault, limit=f"scored: {[*runs[0].settings.ks]}")])
    return np.array(rows, dtype=np.float64), problems


def _points(sums: Floats) -> Floats:
    """shape (runs, 2) of mean pass@1 and coverage, from the sums of a table's columns."""
    return np.asarray((sums[:-1] / sums[-1]).reshape(-1, 2))


def coverage_at(points: Floats, at: float) -> float:
    """The most coverage on the frontier at a pass@1 of at least `at`. points: shape (runs, 2), pass@1 and coverage.

    Beyond the frontier's last point, the coverage of that point.
    """
    order = np.lexsort((points[:, 1], points[:, 0]))[::-1]  # from the highest pass@1 down
    ordered = points[order]
    best = np.maximum.accumulate(ordered[:, 1])
    kept = np.append(True, best[1:] > best[:-1])
    front = ordered[kept][::-1]
    return float(np.interp(at, front[:, 0], front[:, 1]))
