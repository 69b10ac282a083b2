"""What keeps a candidate from choosing an IE, and a slot from being kept by what is checked. Pure.

Whatever a problem's checker does is the problem's fault and IE; but IE is better than WA for who is wrong, and would
tell an outcome-only key of the inputs that a program sees. So no output may bring it about by being long:

* A limit that a checker passes on a flood is the flood's doing, where the same checker comes to a ruling on the answer.
  So is one that an interactor passes; since nothing can be asked of it once more, what is a flood to it is much longer.
* All outputs of a candidate together have a checker for TOTAL_FACTOR times what the candidate's tests may take.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

from equijudge_core.contracts.verify import AppliedLimits
from equijudge_sandbox.outcome import Outcome

FLOOD_BYTES, FLOOD_FACTOR = 64 << 10, 4
SPOKEN_FLOOD_BYTES = 1 << 20
TOTAL_FACTOR = 3.0


@dataclass
class CheckingTime:
    """What is left of the time in which the outputs of one candidate are checked; seconds."""

    cpu_time_s: float = math.inf
    wall_time_s: float = math.inf

    @classmethod
    def of_candidate(cls, limits: AppliedLimits) -> Self:
        """What a candidate with these limits has to begin with."""
        totals = (limits.total_cpu_time_s, limits.total_wall_time_s)
        return cls(*(math.inf if total is None else TOTAL_FACTOR * total for total in totals))

    @property
    def is_over(self) -> bool:
        """Whether more has been spent than there was."""
        return min(self.cpu_time_s, self.wall_time_s) < 0

    def spend(self, cpu_time_s: float, wall_time_s: float) -> None:
        """Take so much of it away."""
        self.cpu_time_s -= cpu_time_s
        self.wall_time_s -= wall_time_s


def was_stopped(outcome: Outcome) -> bool:
    """Whether a limit ended it, of time, memory or what it writes."""
    return outcome.killed_for is not None or outcome.oom_killed or outcome.output_truncated


def is_flood(got: bytes, given: bytes, answer: bytes) -> bool:
    """Whether an output is so much longer than what the problem has of the test that a checker need not cope."""
    return len(got) > FLOOD_BYTES + FLOOD_FACTOR * (len(given) + len(answer))


def is_spoken_flood(said_bytes: int, given: bytes, answer: bytes) -> bool:
    """Whether a candidate says so much more than what the problem has of the test that an interactor need not cope."""
    return said_bytes > SPOKEN_FLOOD_BYTES + FLOOD_FACTOR * (len(given) + len(answer))
