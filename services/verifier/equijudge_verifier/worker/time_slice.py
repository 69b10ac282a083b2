"""One claim's time in its slot: how long it may go on while another job waits.

A chunk is planned for a second or so, but what its programs take is theirs to decide. Between two candidates it gives
way to any other job, once it has had SLICE_S and got something done: results that were handed in stay, and it waits
for its next turn. What it took to get going (a set's programs are parsed again in every claim) may be a quarter of a
turn at the most, or turns would be spent with that alone.

In the middle of a candidate it gives way only to a key that holds no slot at all, and once for each candidate: what it
had of it is thrown away, the chunk is long, and in the lane of long chunks the candidate is run to its end. So a key
that comes new waits for a slice, not for somebody's slowest program, and a slow program costs a slice more.
"""

from __future__ import annotations

import time
from collections.abc import Callable

SLICE_S = 1.0
OF_BEGINNING = 3.0


class TimeSlice:
    """The time of one claim, which begins when this is made.

    `wanted`: whether another job waits for the slot; `starving`: whether one of a key that has none; `long`: the next
    candidate has given way before. `was_cut`: in the middle of a candidate it was told to give way.
    """

    def __init__(
        self,
        wanted: Callable[[], bool],
        starving: Callable[[], bool],
        *,
        long: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wanted, self._starving, self._long, self._clock = wanted, starving, long, clock
        self._claimed = clock()
        self._began: float | None = None
        self._candidate_began: float | None = None
        self._done = 0
        self.was_cut = False

    def start_candidate(self) -> bool:
        """Whether another candidate may be begun now; it is taken to be. False: give way instead."""
        now = self._candidate_began = self._clock()
        if self._began is None:
            self._began = now
        slice_s = max(SLICE_S, OF_BEGINNING * (self._began - self._claimed))
        return not (self._done and now - self._began >= slice_s and self._wanted())

    def is_over(self) -> bool:
        """Whether what comes before the first candidate has taken a slice, and is to give way."""
        return self._clock() - self._claimed >= SLICE_S and self._wanted()

    def count_candidate(self) -> None:
        """Count a candidate that has a result, and need not be judged again."""
        self._done += 1
        self._long = False

    def must_cut(self) -> bool:
        """Whether the candidate at hand is to be given up. Asked often while it runs."""
        if self._long or self._candidate_began is None or self._clock() - self._candidate_began < SLICE_S:
            return False
        self.was_cut = self.was_cut or self._starving()
        return self.was_cut
