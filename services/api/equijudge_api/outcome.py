"""What an outcome-only key may ask for and may see: verdicts, and nothing of the tests behind them. Pure.

Such a key is for a training loop: whoever holds it may try any number of programs, and must not be able to read
expected outputs, or to find them by a search that is any better than guessing whole programs. Three rules:

1. Only the calls named here are open to it; one that is added later is closed until it is named.
2. Options that sharpen the question are refused: some of the tests, results of single tests, other tolerances.
3. Of an answer only the fields named here are shown; a field that is added later is hidden until it is named.

What is left is the verdict and the program's own cost: a few bits for each candidate, bounded by the rate limit.
They can tell of the tests' inputs, which every program reads, never of outputs, which no program sees.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from equijudge_core.contracts import (
    CheckerSpec,
    Detail,
    FieldError,
    JobStatus,
    JudgeOptions,
    Stop,
    TestSet,
)

CALLS = frozenset(
    {
        ("POST", "/verify"),
        ("POST", "/score-generations"),
        ("GET", "/problems"),  # names, sizes and limits
        ("GET", "/jobs/{job_id}"),
        ("GET", "/jobs/{job_id}/results"),
        ("GET", "/jobs/{job_id}/scores"),  # sums of verdicts, and of what stands in the caller's own texts
        ("GET", "/jobs/{job_id}/events"),
        ("DELETE", "/jobs/{job_id}"),
        ("DELETE", "/jobs"),  # by idempotency key: one's own, of which nothing is said
        ("GET", "/limits"),
    }
)

# Field by field: True shows it as it is, a mapping says the same of an object's fields.
Shown = Mapping[str, "bool | Shown"]
LIMITS: Shown = dict.fromkeys(("cpu_time_s", "wall_time_s", "memory_limit_bytes", "output_limit_bytes"), True)
RESULT: Shown = {
    **dict.fromkeys(("index", "problem", "candidate", "problem_id", "candidate_id"), True),  # the caller's own words
    "verdict": True,
    **dict.fromkeys(("cpu_time_s", "wall_time_s", "memory_peak_bytes"), True),
    "compile_message": True,  # of the caller's source, which no test has met yet
    "limits": LIMITS,
    "sample": dict.fromkeys(("how", "refused", "source_sha256", "unique", "coarse", "fine", "error"), True),
}
# Not `cached`: it would tell what others have submitted.
STATUS: Shown = dict.fromkeys(
    ("job_id", "state", "candidates", "done", "verdicts", "created_at", "finished_at", "eta_s"), True
)


def blanked_line(line: bytes) -> bytes:
    """A ResultLine (JSON) with nothing but what RESULT names; it is a ResultLine still."""
    return json.dumps(only(json.loads(line), RESULT), separators=(",", ":")).encode()


def blanked_status(status: JobStatus) -> JobStatus:
    """A job's status with nothing but what STATUS names."""
    return JobStatus.model_validate(only(status.model_dump(), STATUS))


def only(fields: Mapping[str, Any], shown: Shown) -> dict[str, Any]:
    """The fields that are shown, of objects in them too."""
    kept: dict[str, Any] = {}
    for name, rule in shown.items():
        if name not in fields:
            continue
        if isinstance(rule, Mapping):
            kept[name] = None if fields[name] is None else only(fields[name], rule)
        elif rule:
            kept[name] = fields[name]
    return kept


def refused_options(options: JudgeOptions) -> list[FieldError]:
    """Options by which verdicts would become an oracle, each with what is allowed instead."""
    default = CheckerSpec()
    wide = options.checker.abs > default.abs or options.checker.rel > default.rel
    rules = [
        ("tests", set(options.tests) != set(TestSet), "all three sets"),
        ("stop", options.stop != Stop.FIRST_FAILURE, Stop.FIRST_FAILURE.value),
        ("detail", options.detail != Detail.VERDICT, Detail.VERDICT.value),
        ("checker", wide, f"abs at most {default.abs}, rel at most {default.rel}"),
    ]
    return [
        FieldError(field=field, problem="is not for an outcome-only key", limit=limit)
        for field, refused, limit in rules
        if refused
    ]
