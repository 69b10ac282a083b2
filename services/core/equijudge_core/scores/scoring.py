"""From judged generations to figures: per problem, and in total with intervals.

IE is our fault: such samples are left out of every figure. What a figure would be had they all been wrong, or all
been right, stands beside it. So it is of points that are not known by a fault of ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.scores import (
    CLUSTER_LEVELS,
    Estimate,
    Figure,
    ProblemScores,
    Scores,
    ScoreSettings,
)
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.errors import BadInput
from equijudge_core.scores.bootstrap import Floats, ResamplingUnits, estimate, resampling_units
from equijudge_core.scores.pairs import ast_pairs, cluster_pairs
from equijudge_core.scores.problem_figures import POINTS_SHARE, SUFFIX, Values, Vectors, cluster_sizes, problem_values
from equijudge_core.scores.records import ProblemRecord, RunRecord, SampleRecord

Part = tuple[float, float] | None
"""A problem's share of a figure: what it adds above and below the line. None where it has none."""


def score(run: RunRecord, settings: ScoreSettings | None = None, vectors: Vectors | None = None) -> Scores:
    """Compute every figure. The same run and settings give the same bits, whatever the order of problems and samples.

    vectors: per embedder, the vector of every source hash; they add `distance:NAME` and `vendi:NAME`.

    Raises:
        BadInput: a source without a vector, or an embedder with a name that is taken.
    """
    settings, vectors = settings or ScoreSettings(), vectors or {}
    _check(run, vectors)
    problems = sorted(run.problems, key=lambda problem: problem.problem_id)
    views = [_views(problem, settings, vectors) for problem in problems]
    if any(problem.gives_points for problem in problems):
        for values in (values for view in views for values in view):
            values.setdefault(POINTS_SHARE, None)
    return Scores(
        signature_version=run.signature_version,
        settings=settings,
        figures=_totals(views, resampling_units([(p.problem_id, p.family) for p in problems]), settings),
        problems=tuple(_problem(problem, view[0]) for problem, view in zip(problems, views, strict=True)),
    )


def ratio_parts(values: Mapping[str, float | None]) -> dict[str, Part]:
    """What one problem adds to each total: its value and 1 for a mean; two figures are ratios of means:

    effective_clusters is 1 / mean collision, calibration_ratio the mean collision over that of the reference.
    """
    found: dict[str, Part] = {name: None if value is None else (value, 1.0) for name, value in values.items()}
    for suffix in SUFFIX.values():
        model, reference = values[f"collision{suffix}"], values[f"reference_collision{suffix}"]
        found[f"effective_clusters{suffix}"] = None if model is None else (1.0, model)
        found[f"calibration_ratio{suffix}"] = None if model is None or reference is None else (model, reference)
    return found


def ratio(sums: Floats) -> Floats:
    """Columns [above the line …, below the line …] to their ratios; nan for 0 / 0."""
    half = sums.shape[-1] // 2
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(sums[..., :half] / sums[..., half:])


def part_columns(rows: Sequence[Mapping[str, Part]], names: Sequence[str]) -> Floats:
    """shape (problems, 2 x names), as `ratio` reads them; a problem without a part adds nothing."""
    table = np.array([[row[name] or (0.0, 0.0) for name in names] for row in rows])
    return np.concatenate([table[:, :, 0], table[:, :, 1]], axis=1)


def _check(run: RunRecord, vectors: Vectors) -> None:
    hashes = {sample.source_hash for problem in run.problems for sample in problem.samples} - {""}
    errors = [
        FieldError(field=f"vectors.{name}", problem=f"no vector for source {min(missing)} and {len(missing) - 1} more")
        for name, known in vectors.items()
        if (missing := hashes - set(known))
    ]
    errors += [
        FieldError(field=f"vectors.{name}", problem="the name is taken: neither `ast` nor one that ends in _correct")
        for name in vectors
        if name == "ast" or name.endswith("_correct")
    ]
    if errors:
        raise BadInput(errors)


def _views(problem: ProblemRecord, settings: ScoreSettings, vectors: Vectors) -> tuple[Values, Values, Values]:
    """The values as judged, were all IE wrong, were all IE right."""
    judged = problem_values(problem, problem.samples, settings, vectors)
    wrong, right = (
        [_as_it_were(sample, problem, verdict) for sample in problem.samples] for verdict in (Verdict.WA, Verdict.AC)
    )
    if wrong == right:
        return judged, judged, judged
    if_wrong, if_right = (problem_values(problem, samples, settings, vectors) for samples in (wrong, right))
    return judged, if_wrong, if_right


def _as_it_were(sample: SampleRecord, problem: ProblemRecord, verdict: Verdict) -> SampleRecord:
    """The sample with this verdict in place of IE, and all points or none in place of unknown ones."""
    if sample.verdict is Verdict.IE:
        sample = sample.model_copy(update=_selected_as(verdict, problem))
    known = sample.verdict is not Verdict.IE
    share = float(verdict is Verdict.AC) if problem.gives_points and sample.share is None else sample.share
    if known and share == sample.share:
        return sample
    return sample.model_copy(update={"verdict": sample.verdict if known else verdict, "share": share})


def _selected_as(verdict: Verdict, problem: ProblemRecord) -> dict[str, Any]:
    """What a sample with this verdict in place of IE does to a choice among samples: the worst that a wrong one can,
    and the best that a right one can."""
    right = next((each.outputs for each in problem.samples if each.verdict is Verdict.AC and each.outputs), "right")
    passes = None if all(each.passes_public is None for each in problem.samples) else True
    outputs = (right if verdict is Verdict.AC else "wrong") if problem.votes else None
    return {"passes_public": passes, "outputs": outputs}


def _totals(
    views: Sequence[tuple[Values, Values, Values]], resampled: ResamplingUnits, settings: ScoreSettings
) -> dict[str, Figure]:
    rows = [[ratio_parts(values) for values in view] for view in views]
    names = list(rows[0][0])
    estimates: list[list[Estimate]] = []
    for view in range(3):
        chosen = [row[view] for row in rows]
        same = view > 0 and all(row[view] == row[0] for row in rows)
        estimates.append(estimates[0] if same else estimate(part_columns(chosen, names), resampled, ratio, settings))
    return {
        name: Figure(
            **judged.model_dump(),
            problems=sum(row[0][name] is not None for row in rows),
            if_ie_wrong=wrong,
            if_ie_right=right,
        )
        for name, judged, wrong, right in zip(names, *estimates, strict=True)
    }


def _problem(problem: ProblemRecord, values: Values) -> ProblemScores:
    correct = [sample for sample in problem.samples if sample.verdict is Verdict.AC]
    return ProblemScores(
        problem_id=problem.problem_id,
        family=problem.family,
        tests_hash=problem.tests_hash,
        limits=problem.limits,
        reference=problem.reference,
        samples=len(problem.samples),
        judged=sum(sample.verdict is not Verdict.IE for sample in problem.samples),
        correct=len(correct),
        clusters={level: cluster_sizes(correct, level) for level in CLUSTER_LEVELS},
        pairs={"ast": ast_pairs(problem.samples)}
        | {level: cluster_pairs(problem.samples, level) for level in CLUSTER_LEVELS},
        values=values,
    )
