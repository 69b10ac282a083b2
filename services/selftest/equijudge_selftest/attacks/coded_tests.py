"""Programs that tests which are code call: none is right that is not, and none chooses a fault of the problem, which
nobody would count as wrong. No honest one loses."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import LIMITS, MIB, Attack, named
from equijudge_selftest.test_code.case import ATTACKS as WRONG
from equijudge_selftest.test_code.case import HONEST, Case
from equijudge_selftest.topics import Topic

TEST_LIMITS = LIMITS.model_copy(
    update={"cpu_time_s": 0.7, "wall_time_s": 1.5, "memory_limit_bytes": 256 * MIB, "output_limit_bytes": 96 * MIB}
)
FAILS = (Verdict.WA, Verdict.RE, Verdict.TLE, Verdict.MLE, Verdict.OLE)


def as_attack(case: Case, promise: str, *accept: Verdict) -> Attack:
    """The case, with what is promised of it."""
    return Attack(
        named("test-code", case.name), f"{promise}: {case.name}", case.source, accept, limits=TEST_LIMITS,
        problem=case.problem(), topic=Topic.TEST_CODE,
    )  # fmt: skip


ATTACKS = (
    *(as_attack(case, "not right", *FAILS) for case in WRONG),
    *(as_attack(case, "right", Verdict.AC) for case in HONEST),
)
