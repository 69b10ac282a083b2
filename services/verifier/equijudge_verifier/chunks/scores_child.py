"""`python -m equijudge_verifier.chunks.scores_child`: a job's samples on stdin, its scores on stdout. See scores.py.

Lines of JSON in: the ScoresChunk, then every sample, in request order. JSON of ScoreOutcome out; it depends on
nothing but the input, and is the same to the last bit whenever and wherever it is computed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.chunks import PlannedProblem, ScoresChunk
from equijudge_core.contracts.scores import Reference
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import JudgeOptions, ResultLine, TestSet
from equijudge_core.programs.lexing import forms
from equijudge_core.scores.records import ProblemRecord, RunRecord, SampleRecord
from equijudge_core.scores.scoring import score
from equijudge_core.signature import VERSION


def run_record(chunk: ScoresChunk, lines: Iterable[str]) -> RunRecord:
    """All samples as the metrics want them. Raise ValueError when one is missing."""
    samples = iter(lines)
    problems = tuple(problem_record(problem, chunk.options, samples) for problem in chunk.plan.problems)
    return RunRecord(signature_version=cluster_versions(problems), problems=problems)


def cluster_versions(problems: Iterable[ProblemRecord]) -> str:
    """What named the clusters: the signature, and the normal forms where there are any."""
    names = (sample.coarse for problem in problems for sample in problem.samples)
    return f"{VERSION}+{forms.VERSION}" if any(name and forms.is_normal_form(name) for name in names) else VERSION


def problem_record(problem: PlannedProblem, options: JudgeOptions, lines: Iterator[str]) -> ProblemRecord:
    """The next samples, which are this problem's."""
    found = [json.loads(line) for line in islice(lines, problem.samples)]
    if len(found) != problem.samples:
        raise ValueError(f"{len(found)} of {problem.samples} samples of problem {problem.problem_id}")
    results = [ResultLine.model_validate(each["result"]) for each in found]
    reference = problem.reference
    return ProblemRecord(
        problem_id=problem.problem_id,
        family=problem.family,
        tests_hash=tests_hash(problem, options),
        limits=results[0].limits,
        reference=None if reference is None else Reference(coarse=reference.coarse, fine=reference.fine),
        samples=tuple(
            sample_record(result, each, TestSet.PUBLIC in options.tests and problem.public_tests > 0)
            for result, each in zip(results, found, strict=True)
        ),
        votes=options.hash_outputs,
        gives_points=any(result.max_points for result in results),
    )


def sample_record(result: ResultLine, measures: dict[str, Any], has_public: bool = False) -> SampleRecord:
    """One sample; of a text without code there is nothing but the verdict. has_public: whether public tests judged."""
    sample = result.sample
    return SampleRecord(
        id=result.candidate_id or str(result.candidate),
        verdict=result.verdict,
        source_hash=(sample and sample.source_sha256) or "",
        unique=sample.unique if sample else {},
        coarse=sample.coarse if sample else None,
        fine=sample.fine if sample else None,
        tokens=measures.get("tokens") or (),
        words=measures.get("words") or (),
        subtrees=measures.get("subtrees"),
        treeless=bool(measures.get("treeless")),
        share=None if result.points is None or not result.max_points else min(1.0, result.points / result.max_points),
        passes_public=passes_public(result) if has_public else None,
        outputs=result.outputs_sha256,
    )


def passes_public(result: ResultLine) -> bool:
    """Whether all public tests were passed: they come first, so that the first failure is another's."""
    if result.verdict is Verdict.AC:
        return True
    return result.first_failure is not None and not result.first_failure.test.startswith(f"{TestSet.PUBLIC.value}/")


def tests_hash(problem: PlannedProblem, options: JudgeOptions) -> str:
    """Stands for the tests that decided and for how outputs were compared; a problem's id is a hash of its tests and
    of the programs that it brings."""
    sets = ",".join(each for each in TestSet if each in options.tests)
    how = "by its program" if problem.by_program else (options.checker or CheckerSpec()).model_dump_json()
    return hashlib.sha256(f"{problem.problem_id} {sets} {how}".encode()).hexdigest()[:32]


def main() -> None:
    """See the module."""
    chunk = ScoresChunk.model_validate_json(sys.stdin.readline())
    scores = score(run_record(chunk, sys.stdin), chunk.plan.settings)
    sys.stdout.write(json.dumps({"scores": scores.model_dump(mode="json")}, allow_nan=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
