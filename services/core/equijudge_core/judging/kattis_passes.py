"""What a Kattis validator means that may ask for further passes (format 2025-09, "multi-pass").

A program runs on the test's input. When the validator then ends with 42 and leaves nextpass.in in its folder, the
program runs again, as if never before, with that file as its input. What else lies in the folder stays there from pass
to pass, messages among it. The first pass that is wrong, late or crashes decides the test, else the last one; its times
and memory are those of the pass that took most.
"""

from __future__ import annotations

from collections.abc import Mapping

from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.checker_runs import CheckerFacts, CheckerVerdict, Ruling, fault

KATTIS = PROTOCOLS["kattis"]
MOST_NEXT_BYTES = 16 << 20  # of the input of another pass


def read_pass(facts: CheckerFacts, kept: Mapping[str, bytes], *, scoring: bool = False) -> CheckerVerdict:
    """Say what a validator's run after one pass means.

    `facts`: of a run whose output file was nextpass.in; one that is ACCEPTED and has an output asks for another pass.
    kept: what else lies in the folder, by names as CheckerRules.left has them.
    """
    if facts.output_truncated:
        return fault(f"the validator leaves a nextpass.in of more than {MOST_NEXT_BYTES >> 20} MiB", "")
    said = KATTIS.read(facts, scoring=scoring, left=kept)
    if facts.output is not None and said.ruling is Ruling.REJECTED:
        return fault("the validator rejects, and leaves nextpass.in", said.message)
    return said


def too_many_passes(most: int, message: str) -> CheckerVerdict:
    """What a validator means that asks for another pass after the last one."""
    return fault(f"the validator asks for more than {most} passes", message)
