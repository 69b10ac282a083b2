"""Problems: a core over what a filter leaves and a map makes, printed in a format, with tests."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_core.judging.problem import Problem, Test
from equijudge_lab.world.core import Core
from equijudge_lab.world.counting import DISTINCT, FREQUENT, ODD, PAIRS
from equijudge_lab.world.numbers import DIVISOR, STEPS, SUBSETS
from equijudge_lab.world.order import CLOSEST, INVERSIONS, KTH, RECORDS
from equijudge_lab.world.parts import FILTERS, FORMATS, MAPS, READ, SCHEMES, STYLES
from equijudge_lab.world.ranges import INCREASING, RUN, SUB_ARRAY
from equijudge_lab.world.shapes import COVERED, MATCHED

# The first of them, of which a small world is made, are of different kinds.
CORES = {
    core.name: core
    for core in (
        DISTINCT, KTH, RUN, STEPS,
        PAIRS, RECORDS, SUB_ARRAY, DIVISOR,
        FREQUENT, CLOSEST, MATCHED, SUBSETS,
        ODD, INVERSIONS, INCREASING, COVERED,
    )
}  # fmt: skip
ALGORITHMS = {core.name: tuple(core.algorithms) for core in CORES.values()}


GENERATED_TESTS = 8
MOST_KEPT = 9  # and one at the edge; the slowest algorithms take 2^n steps
MOST_CONSTANTS = 60
_MOST_DROPPED = 4
_ATTEMPTS = 1000
_ANSWERS = 3  # different ones among the generated tests


@dataclass(frozen=True, slots=True)
class LabProblem:
    """core, filter, map, format: names of CORES and parts. constants: those of core, filter and map. prompt: all that
    a model is told. row: in the schema of parse_row, with two private and eight generated tests. schemes, styles: from
    how many ways to name and to read its programs are drawn."""

    name: str
    core: str
    filter: str
    map: str
    format: str
    constants: tuple[int, int, int]
    prompt: str
    row: dict[str, Any]
    schemes: int = len(SCHEMES)
    styles: int = len(STYLES)

    @property
    def family(self) -> str:
        """Problems of one family are not independent."""
        return self.core

    @property
    def combination(self) -> tuple[str, str, str]:
        """Core, filter and map: what is held out together."""
        return self.core, self.filter, self.map


def make_problem(
    core_name: str, filter_name: str, map_name: str, format_name: str, seed: int, constants: int = MOST_CONSTANTS
) -> LabProblem:
    """The problem of these parts; the seed draws constants, each from its first `constants` values, and tests.

    Raises ValueError if no constants are found whose tests have different answers.
    """
    core, filter_, map_, format_ = CORES[core_name], FILTERS[filter_name], MAPS[map_name], FORMATS[format_name]
    name = f"{core_name}-{filter_name}-{map_name}-{format_name}"
    rng = random.Random(f"{seed}/{name}")
    for _ in range(_ATTEMPTS):
        k, c, d = (rng.choice(one.constants[:constants]) for one in (core, filter_, map_))
        inputs = _Inputs(rng, core, {x: map_.gives(x, d) for x in range(READ) if filter_.keeps(x, c)})
        generated = [inputs.generate() for _ in range(GENERATED_TESTS)] if inputs.possible else []
        if len({core.reference(inputs.values(read), k) for read in generated}) >= _ANSWERS:
            break
    else:
        raise ValueError(f"{name}: in {_ATTEMPTS} attempts, never {_ANSWERS} different answers")
    prompt = (
        f"keep the values {filter_.words.format(c=c)}, {map_.words.format(c=d)}, "
        f"then {core.words.format(k=k)}, print the answer {format_.words}\n"
    )

    def test(test_name: str, read: list[int]) -> Test:
        values = inputs.values(read)
        printed = format_.prints(core.reference(values, k), len(values))
        return Test(test_name, (" ".join(map(str, read)) + "\n").encode(), (printed + "\n").encode())

    problem = Problem(
        name=name,
        description=prompt,
        public_tests=(),
        private_tests=(test("private/0", inputs.smallest()), test("private/1", inputs.equal())),
        generated_tests=tuple(test(f"generated/{number}", read) for number, read in enumerate(generated)),
        time_limit_s=2.0,
    )
    return LabProblem(name, core_name, filter_name, map_name, format_name, (k, c, d), prompt, problem.to_row())


class _Inputs:
    """Draws inputs of a problem. left: what filter and map make of each number that is kept."""

    def __init__(self, rng: random.Random, core: Core, left: dict[int, int]) -> None:
        self._rng, self._core, self._left = rng, core, left
        self._kept = self._useful_numbers(1)
        self._dropped = [x for x in range(READ) if x not in left]
        self._edges = [x for x in range(1, READ - 1) if len({one in left for one in (x - 1, x, x + 1)}) > 1]

    @property
    def possible(self) -> bool:
        """Whether any number is worth reading."""
        return bool(self._kept)

    def values(self, read: Sequence[int]) -> list[int]:
        return [self._left[x] for x in read if x in self._left]

    def generate(self) -> list[int]:
        """A few different numbers, some of them often, some that are dropped, one where kept and dropped meet."""
        rng = self._rng
        pool = rng.choices(self._useful_numbers(rng.randint(1, 6)) or self._kept, k=rng.randint(3, MOST_KEPT))
        read = rng.choices(pool, k=rng.randint(max(3, self._core.least), MOST_KEPT))
        if self._dropped:
            read += rng.choices(self._dropped, k=rng.randint(0, _MOST_DROPPED))
        if self._edges and self._core.useful_values is None:
            read.append(rng.choice(self._edges))
        rng.shuffle(read)
        return read

    def smallest(self) -> list[int]:
        """As few values as there may be."""
        return self._rng.choices(self._kept, k=self._core.least) + self._dropped[:2]

    def equal(self) -> list[int]:
        return [self._rng.choice(self._kept)] * max(6, self._core.least)

    def _useful_numbers(self, drawn: int) -> list[int]:
        if self._core.useful_values is None:
            return [*self._left]
        good = set(self._core.useful_values([*self._left.values()], drawn))
        return [x for x, value in self._left.items() if value in good]
