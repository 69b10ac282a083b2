"""Programs whose function is called: none that attacks the harness is right, and no honest one loses."""

from __future__ import annotations

from equijudge_selftest.attacks.attack import LIMITS, MIB, Attack, named
from equijudge_selftest.calls import bounds, forging, honest
from equijudge_selftest.calls.case import MARKER, Case
from equijudge_selftest.topics import Topic

CALL_LIMITS = LIMITS.model_copy(
    update={"cpu_time_s": 1.0, "wall_time_s": 2.0, "memory_limit_bytes": 256 * MIB, "output_limit_bytes": 16 * MIB}
)


def as_attack(case: Case, promise: str) -> Attack:
    """The case, with what is promised of it."""
    return Attack(
        named("call", case.name), f"{promise}: {case.name}", case.source, case.accept, limits=CALL_LIMITS,
        reason=case.reason, problem=case.problem(), hidden=MARKER, topic=Topic.CALLS,
    )  # fmt: skip


ATTACKS = (
    *(as_attack(case, "not right") for case in (*forging.ATTACKS, *bounds.ATTACKS)),
    *(as_attack(case, "right") for case in honest.HONEST),
)
