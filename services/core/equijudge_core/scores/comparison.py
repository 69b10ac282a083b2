"""Two runs over the same problems: paired differences, where a change in diversity comes from, coverage at equal skill.

All intervals resample the same problems (or families) for both runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.scores import (
    Comparison,
    Decomposition,
    Difference,
    ProblemScores,
    Scores,
    ScoreSettings,
)
from equijudge_core.errors import BadInput
from equijudge_core.scores.bootstrap import Floats, ResamplingUnits, estimate, resampling_units, round_finite
from equijudge_core.scores.pairs import Split, kitagawa
from equijudge_core.scores.problem_figures import SUFFIX
from equijudge_core.scores.rarefaction import thinned_coverage
from equijudge_core.scores.scoring import Part, part_columns, ratio, ratio_parts

KINDS = ("ast", "coarse", "fine")


def compare(a: Scores, b: Scores) -> Comparison:
    """Compare b with a, problem by problem, with intervals as in a's settings.

    Raises:
        BadInput: the runs differ in signature version, settings, problems, tests, limits, reference
            clusters or families; each is named.
    """
    check_comparable(a, b)
    pairs = list(zip(a.problems, b.problems, strict=True))
    resampled = resampling_units([(one.problem_id, one.family) for one, _ in pairs])
    rows = [(ratio_parts(one.values), ratio_parts(other.values)) for one, other in pairs]
    names = [name for name in rows[0][0] if name in rows[0][1]]
    return Comparison(
        differences=_differences(rows, names, resampled, a.settings),
        decomposition={kind: _decomposition(pairs, kind, resampled, a.settings) for kind in KINDS},
        matched=_matched_coverage(pairs, resampled, a.settings),
    )


def check_comparable(a: Scores, b: Scores) -> None:
    """Raise BadInput unless both were made with one signature, on the same tests, under the same limits."""
    versions = ("metrics_version", "signature_version")
    told = [(name, getattr(a, name), getattr(b, name)) for name in versions]
    for name in ScoreSettings.model_fields:
        told.append((f"settings.{name}", getattr(a.settings, name), getattr(b.settings, name)))
    errors = [
        FieldError(field=name, problem=f"the runs differ: {one} against {other}")
        for name, one, other in told
        if one != other
    ]
    ours, theirs = ({problem.problem_id: problem for problem in run.problems} for run in (a, b))
    if unshared := sorted(set(ours) ^ set(theirs)):
        errors.append(FieldError(field="problems", problem=f"in one run only: {_some(unshared)}"))
    for field in ("tests_hash", "limits", "reference", "family"):
        differing = [name for name in sorted(set(ours) & set(theirs)) if _differ(ours[name], theirs[name], field)]
        if differing:
            errors.append(FieldError(field=f"problems.{field}", problem=f"the runs differ in: {_some(differing)}"))
    if errors:
        raise BadInput(errors)


def _differ(one: ProblemScores, other: ProblemScores, field: str) -> bool:
    return bool(getattr(one, field) != getattr(other, field))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _differences(
    rows: Sequence[tuple[Mapping[str, Part], Mapping[str, Part]]],
    names: Sequence[str],
    resampled: ResamplingUnits,
    settings: ScoreSettings,
) -> dict[str, Difference]:
    """b - a per name, over the rows in which both have a part; figures without such a row are left out."""
    shared = {name: [row[0][name] is not None and row[1][name] is not None for row in rows] for name in names}
    names = [name for name in names if any(shared[name])]
    sides = [
        [{name: row[side][name] if shared[name][place] else None for name in names} for place, row in enumerate(rows)]
        for side in (0, 1)
    ]
    table = np.concatenate([part_columns(side, names) for side in sides], axis=1)
    width = table.shape[1] // 2

    def difference(sums: Floats) -> Floats:
        with np.errstate(invalid="ignore"):
            return ratio(sums[..., width:]) - ratio(sums[..., :width])

    estimates = estimate(table, resampled, difference, settings)
    means = ratio(np.array([table.sum(axis=0)[:width], table.sum(axis=0)[width:]]))
    return {
        name: Difference(
            **found.model_dump(), a=round_finite(mean_a), b=round_finite(mean_b), problems=sum(shared[name])
        )
        for name, found, mean_a, mean_b in zip(names, estimates, means[0].tolist(), means[1].tolist(), strict=True)
    }


def _decomposition(
    pairs: Sequence[tuple[ProblemScores, ProblemScores]], kind: str, resampled: ResamplingUnits, settings: ScoreSettings
) -> Decomposition:
    rows = []
    splits = 0
    for one, other in pairs:
        before, after = one.pairs[kind], other.pairs[kind]
        split = kitagawa(before, after)
        splits += split is not None
        means = (before.distance, before.cc.distance, after.distance, after.cc.distance)
        rows.append(
            [part for value in means for part in ((0.0, 0.0) if value is None else (value, 1.0))]
            + ([1.0, *split.model_dump().values()] if split else [0.0] * 5)
        )
    names = ("drop_all", "residual", "quality_control", "genuine_share", "drop", *Split.model_fields)
    estimates = estimate(np.array(rows), resampled, _drops, settings)
    return Decomposition(problems=splits, **dict(zip(names, estimates, strict=True)))


def _drops(sums: Floats) -> Floats:
    """From above/below the line of all and correct, before and after; then the count and the sums of the splits."""
    with np.errstate(divide="ignore", invalid="ignore"):
        means = sums[..., 0:8:2] / sums[..., 1:8:2]
        split = sums[..., 9:13] / sums[..., 8:9]
        drop_all, residual = means[..., 0] - means[..., 2], means[..., 1] - means[..., 3]
        paper = np.stack([drop_all, residual, drop_all - residual, residual / drop_all], axis=-1)
    return np.concatenate([paper, split.sum(axis=-1, keepdims=True), split], axis=-1)


def _matched_coverage(
    pairs: Sequence[tuple[ProblemScores, ProblemScores]], resampled: ResamplingUnits, settings: ScoreSettings
) -> dict[str, Difference]:
    """coverage@k were both runs equally often right: per problem, correct samples of the better run are turned wrong
    at random until its share of correct ones is the other's. The expectation over that choice is exact."""
    rows = [
        (thinned_coverages(one, other, settings.ks), thinned_coverages(other, one, settings.ks)) for one, other in pairs
    ]
    return _differences(rows, list(rows[0][0]), resampled, settings)


def thinned_coverages(own: ProblemScores, other: ProblemScores, ks: Iterable[int]) -> dict[str, Part]:
    """One problem's coverage@k were its own run right as often as the other, where it is right more often."""
    found: dict[str, Part] = {}
    for k in ks:
        for level, suffix in SUFFIX.items():
            value = None
            if own.judged and other.judged:
                # Of the judged samples, so that equal shares leave the better run's samples whole.
                kept = min(float(own.correct), other.correct * own.judged / other.judged)
                sizes = list(own.clusters[level].values())
                value = thinned_coverage(own.judged, own.correct, sizes, kept, k)
            found[f"coverage{suffix}@{k}"] = None if value is None else (value, 1.0)
    return found
