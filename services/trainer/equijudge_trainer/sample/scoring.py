"""Samples as the service takes them: it judges, clusters and counts every text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_core.contracts.score_requests import Generation, ProblemGenerations, ReferenceClusters
from equijudge_trainer.sample.sampling import Sample


@dataclass(frozen=True, slots=True)
class Target:
    """A problem that programs are drawn for. problem: its CodeContests row, or the id that the service stores it under.

    reference: clusters of its right programs. Problems of one family are resampled together.
    """

    name: str
    prompt: str
    problem: Mapping[str, Any] | str
    reference: ReferenceClusters | None = None
    family: str | None = None


def to_generations(targets: Sequence[Target], drawn: Sequence[Sequence[Sample]]) -> list[ProblemGenerations]:
    """Make what `POST /score-generations` takes. A sample that was cut off counts as wrong: an empty text stands for
    it.

    Raises:
        ValueError: not as many lists of samples as targets, or an empty one.
    """
    if len(targets) != len(drawn):
        raise ValueError(f"drawn: samples for {len(drawn)} problems; there are {len(targets)}")
    found = []
    for target, samples in zip(targets, drawn, strict=True):
        if not samples:
            raise ValueError(f"drawn: no sample for problem {target.name!r}")
        found.append(
            ProblemGenerations(
                problem=None if isinstance(target.problem, str) else dict(target.problem),
                problem_id=target.problem if isinstance(target.problem, str) else None,
                generations=tuple(
                    Generation(text=each.text if each.finished else "", id=str(number))
                    for number, each in enumerate(samples)
                ),
                reference=target.reference,
                family=target.family,
            )
        )
    return found
