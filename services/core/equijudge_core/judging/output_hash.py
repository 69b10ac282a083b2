"""Which programs do the same: a hash of what one writes on every test, so that samples can vote by it. Pure.

Two outputs are the same when their words are; a run that ends with a failure of its own has its verdict for an output.
A program that fails so in every test, or that was not run on every one, says nothing that others could agree with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult

SPOKE = frozenset({Verdict.AC, Verdict.WA})  # of tests in which the program came to its end


def hash_output(output: bytes | None) -> str:
    """The hash of one test's output."""
    return hashlib.sha256(b" ".join((output or b"").split())).hexdigest()


def hash_outputs(results: Sequence[TestResult], tests_total: int) -> str | None:
    """The hash of what a program wrote in all tests; None where it has no vote."""
    spoke = any(result.verdict in SPOKE for result in results)
    if not spoke or len(results) < tests_total or any(result.verdict is Verdict.IE for result in results):
        return None
    said = "\n".join(result.output_sha256 or "" if result.verdict in SPOKE else result.verdict for result in results)
    return hashlib.sha256(said.encode()).hexdigest()
