"""What a request asks for, as one hash: an idempotency key that comes again with another one is refused. Pure.

A request that is repeated across an upgrade must be the same one, so this writes what versions before 0.2 wrote,
whatever chunks look like today, and leaves out options that came later and were not asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import to_json

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.chunks import CandidatesChunk, GenerationsChunk, ScorePlan, ScoresChunk, SetWork
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import PYTHON3, SetOptions
from equijudge_core.contracts.verify import JudgeOptions

SCORE_OPTIONS = ("seed", "resamples", "confidence", "method", "subset_size", "subset_draws")


def candidates_fingerprint(
    chunks: Sequence[CandidatesChunk | ScoresChunk], problems: Iterable[ProblemSummary] = ()
) -> str:
    """The same for requests that ask for the same: problems by content, options, candidates, not how long to wait.

    To name the default comparison asks for the same as to name none, but of problems with a program that judges.
    """
    options = chunks[0].options
    digest = hashlib.sha256(options_text(options).encode())
    if options.checker == CheckerSpec() and any(problem.brings for problem in problems):
        digest.update(b"in place of the problem's")
    digest.update(b"".join(sorted({beside_items(chunk, chunks) for chunk in chunks})))
    for chunk in chunks:
        for item in () if isinstance(chunk, ScoresChunk) else chunk.items:
            digest.update(item.model_dump_json().encode())
    return digest.hexdigest()


def sets_fingerprint(options: SetOptions, works: Iterable[SetWork]) -> str:
    """The same for requests for sets that ask for the same."""
    digest = hashlib.sha256(options_text(options).encode())
    for work in works:
        digest.update(work.model_dump_json(exclude=beside_content(work)).encode())
    return digest.hexdigest()


def beside_content(work: SetWork) -> dict[str, Any]:
    """What of a work tells nothing: problem_id stands for the row, and languages came later than fingerprints."""
    others = any(program.language != PYTHON3 for program in work.programs)
    return {"row": True, "name": True, **({} if others else {"programs": {"__all__": {"language"}}})}


def options_text(options: JudgeOptions | SetOptions) -> str:
    """Options without those that came later than fingerprints and were not asked for. No checker means the default."""
    later: dict[str, Any] = {"limits": {"total_time_s"}} if options.limits.total_time_s is None else {}
    if isinstance(options, SetOptions) and options.languages == (PYTHON3,):
        later["languages"] = True
    if isinstance(options, JudgeOptions):
        later |= {name: True for name in ("points_per_test", "hash_outputs") if not getattr(options, name)}
    if options.checker is None:
        options = options.model_copy(update={"checker": CheckerSpec()})
    return options.model_dump_json(exclude=later or None)


def beside_items(chunk: CandidatesChunk | ScoresChunk, chunks: Sequence[CandidatesChunk | ScoresChunk]) -> bytes:
    """What a chunk asks for beside its items; `chunks`: all of the job."""
    if isinstance(chunk, GenerationsChunk):
        return chunk.analysis.model_dump_json().encode()
    if isinstance(chunk, ScoresChunk):
        levels = next(each.analysis.levels for each in chunks if isinstance(each, GenerationsChunk))
        return plan_text(chunk.plan, levels)
    return b""


def plan_text(plan: ScorePlan, levels: Sequence[str]) -> bytes:
    """A plan of scores; the levels were among its options."""
    settings = plan.settings.model_dump(mode="json")
    options = {"k": settings["ks"], "levels": levels, **{name: settings[name] for name in SCORE_OPTIONS}}
    later = {"by_program", "public_tests"}  # both are of the problem's content
    problems = [each.model_dump(mode="json", exclude_none=True, exclude=later) for each in plan.problems]
    return to_json({"options": options, "problems": problems})
