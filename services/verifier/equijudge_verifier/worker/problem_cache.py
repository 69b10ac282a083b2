"""The problems a worker has at hand: the last ones used, bounded in number and in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from equijudge_core.judging.problem import Problem

PROBLEMS_KEPT = 32
BYTES_KEPT = 128 << 20


class ProblemCache:
    """Loads a problem once, and keeps it while it is used. At least the last one stays, whatever its size."""

    def __init__(
        self, load: Callable[[str], Problem | None], *, most: int = PROBLEMS_KEPT, most_bytes: int = BYTES_KEPT
    ) -> None:
        self._load, self._most, self._most_bytes = load, most, most_bytes
        self._kept: OrderedDict[str, tuple[Problem, int]] = OrderedDict()
        self._bytes = 0

    def get(self, problem_id: str) -> Problem | None:
        """The problem, or None when there is none."""
        if problem_id in self._kept:
            self._kept.move_to_end(problem_id)
            return self._kept[problem_id][0]
        problem = self._load(problem_id)
        if problem is not None:
            self._keep(problem_id, problem)
        return problem

    def _keep(self, problem_id: str, problem: Problem) -> None:
        size = sum(len(test.input) + len(test.output) for test in problem.tests())
        self._kept[problem_id] = problem, size
        self._bytes += size
        while len(self._kept) > 1 and (len(self._kept) > self._most or self._bytes > self._most_bytes):
            self._bytes -= self._kept.popitem(last=False)[1][1]
