"""Small runs for the tests of the metrics: a sample is `AC:a`, its verdict and its cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from equijudge_core.contracts.scores import Reference
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.scores.measures import measure
from equijudge_core.scores.records import ProblemRecord, RunRecord, SampleRecord

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1 << 28, output_limit_bytes=1 << 20)
SOURCES: Mapping[str, str] = {
    "a": "n = int(input())\nprint(sum(range(n)))\n",
    "b": "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i\nprint(total)\n",
    "c": "n = int(input())\nprint(n * (n - 1) // 2)\n",
}


def sample(number: int, text: str) -> SampleRecord:
    verdict, _, cluster = text.partition(":")
    measures = measure(SOURCES[cluster])
    return SampleRecord(
        id=f"{number:04}",
        verdict=Verdict(verdict),
        source_hash=f"hash-{cluster}",
        unique={"text": cluster, "ast": cluster},
        coarse=cluster,
        fine=cluster,
        tokens=measures.tokens,
        words=measures.words,
        subtrees=measures.subtrees,
    )


def problem(
    name: str,
    samples: Sequence[str],
    reference: Mapping[str, int] | None = None,
    family: str | None = None,
    tests_hash: str = "tests",
    limits: AppliedLimits = LIMITS,
) -> ProblemRecord:
    return ProblemRecord(
        problem_id=name,
        family=family,
        tests_hash=tests_hash,
        limits=limits,
        reference=None if reference is None else Reference(coarse=dict(reference), fine=dict(reference)),
        samples=tuple(sample(number, text) for number, text in enumerate(samples)),
    )


def run(*problems: ProblemRecord, signature: str = "v1") -> RunRecord:
    return RunRecord(signature_version=signature, problems=problems)
