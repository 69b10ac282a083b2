"""The verdict cache's key: a hash of everything that bears on a result, and of nothing else.

Limits go in as applied, so two ways of asking for the same limits share an entry; the caller's own id of
the candidate does not go in. SCHEMA rises with every change of a rule that can change a result.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.execute import AppliedExecuteLimits, Encoded, Execution, to_bytes
from equijudge_core.contracts.verify import AppliedLimits, Candidate, Environment, JudgeOptions, TestSet

SCHEMA = 1
EXECUTION_SCHEMA = 1


def source_hash(source: str) -> str:
    """SHA-256 of the source, in hex."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def cache_key(
    problem_id: str,
    candidate: Candidate,
    options: JudgeOptions,
    limits: AppliedLimits,
    environment: Environment,
) -> str:
    """64 hex digits. Same key: the same result is due (up to measured times)."""
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "problem": problem_id,
        "source": source_hash(candidate.source),
        "language": candidate.language,
        "tests": [test_set for test_set in TestSet if test_set in options.tests],
        "stop": options.stop,
        "detail": options.detail,
        "checker": (options.checker or CheckerSpec()).model_dump(mode="json"),
        "limits": limits.model_dump(mode="json"),
        "environment": environment.model_dump(mode="json", exclude_none=True),  # as before there were headers
    }
    if options.checker == CheckerSpec():
        content["checker_chosen"] = True  # in place of the problem's own; without a choice keys are as before 0.3
    if options.hash_outputs:
        content["hash_outputs"] = True
    if options.points_per_test:
        content["points_per_test"] = True
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def execution_key(body: Execution, limits: AppliedExecuteLimits, environment: Environment) -> str:
    """The same of a program that is run with nothing to compare: 64 hex digits, other than any of cache_key's."""
    content: dict[str, Any] = {
        "execution": EXECUTION_SCHEMA,
        "source": source_hash(body.source),
        "language": body.language,
        "arguments": body.arguments,
        "inputs": [content_hash(each) for each in body.inputs],
        "files": {path: content_hash(each) for path, each in body.files.items()},
        "fetch": sorted(set(body.fetch)),
        "keep_bytes": body.keep_bytes,
        "limits": limits.model_dump(mode="json"),
        "environment": environment.model_dump(mode="json", exclude_none=True),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def content_hash(content: str | Encoded) -> str:
    """SHA-256 of the bytes that are meant, in hex."""
    return hashlib.sha256(to_bytes(content)).hexdigest()
