"""Which of the world's algorithms a program is, told without the signature: a second source of clusters.

A program's skeleton is its words with every number as one, operators of one kind (see corpus.ALIKE) as one, and
the names of the schemes numbered in order of use. It stays what it is when identifiers change, and when
`corrupt` exchanges a constant or an operator, so that wrong programs have a family too. A program whose skeleton no
template of its problem has is of no family.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from functools import cache

from equijudge_lab.codec import split
from equijudge_lab.corpus import ALIKE
from equijudge_lab.world import ALGORITHMS, LabProblem, render
from equijudge_lab.world.parts import SCHEMES

_KIND = {word: group[0] for group in ALIKE for word in group}
_NAMES = frozenset(name for scheme in SCHEMES for name in scheme.values())
_RENDERS = 60  # more than there are ways to name and to read

Skeleton = tuple[str, ...]


def skeleton(program: str) -> Skeleton:
    """A program's words without what varies from one rendering to another."""
    names: dict[str, str] = {}
    found = []
    for line in program.split("\n"):
        words = split(line)
        if not words:
            continue
        margin = len(line) - len(line.lstrip(" "))
        found.append(f"<{margin}>")
        for word in words:
            if word in _NAMES:
                found.append(names.setdefault(word, f"name {len(names)}"))
            else:
                found.append("0" if word.isdigit() else _KIND.get(word, word))
    return tuple(found)


@cache
def skeletons(problem_key: ProblemKey) -> dict[Skeleton, str]:
    """Every skeleton of a problem's templates with its algorithm.

    Raises ValueError where two algorithms share one: they could not be told apart.
    """
    problem = problem_key.problem
    found: dict[Skeleton, str] = {}
    for algorithm in ALGORITHMS[problem.core]:
        rng = random.Random(f"skeletons {algorithm}")
        for _ in range(_RENDERS):
            mine = skeleton(render(problem, algorithm, rng))
            if found.setdefault(mine, algorithm) != algorithm:
                raise ValueError(f"{problem.name}: {algorithm} and {found[mine]} have one skeleton")
    return found


class ProblemKey:
    """A problem by its name and constants, to be remembered by: its row is no key."""

    def __init__(self, problem: LabProblem) -> None:
        self.problem = problem
        self._key = (problem.name, problem.constants, problem.schemes, problem.styles)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ProblemKey) and self._key == other._key


def family_of(problem: LabProblem, program: str) -> str | None:
    """The algorithm of the problem's core that the program is, None where it is none of them."""
    return skeletons(ProblemKey(problem)).get(skeleton(program))


def count_families(problem: LabProblem, programs: Sequence[str]) -> list[int]:
    """How many programs each algorithm of the problem's core has, in the core's order; those of none are left out."""
    counts = Counter(family_of(problem, program) for program in programs)
    return [counts[algorithm] for algorithm in ALGORITHMS[problem.core]]
