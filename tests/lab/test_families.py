"""Which algorithm a program is, told by its template."""

from __future__ import annotations

import random

from equijudge_lab.corpus import corrupt
from equijudge_lab.families import count_families, family_of
from equijudge_lab.world import ALGORITHMS, LabProblem, World, render


def by_core(world: World) -> list[LabProblem]:
    return list({problem.core: problem for problem in world.train}.values())


def test_every_rendering_of_an_algorithm_is_of_its_family(world: World) -> None:
    for problem in by_core(world):
        for algorithm in ALGORITHMS[problem.core]:
            assert {family_of(problem, render(problem, algorithm, random.Random(seed))) for seed in range(9)} == {
                algorithm
            }


def test_a_constant_or_operator_that_is_wrong_leaves_a_program_in_its_family(world: World) -> None:
    rng = random.Random(0)
    for problem in by_core(world):
        for algorithm in ALGORITHMS[problem.core]:
            assert family_of(problem, corrupt(render(problem, algorithm, rng), rng)) == algorithm


def test_a_program_that_no_template_has_is_of_no_family(world: World) -> None:
    problem = by_core(world)[0]
    assert family_of(problem, "print(1)") is None
    assert family_of(problem, "") is None


def test_families_are_counted_in_the_cores_order(world: World) -> None:
    problem = by_core(world)[0]
    first = ALGORITHMS[problem.core][0]
    found = count_families(problem, [render(problem, first, random.Random(0))] * 2 + ["print(1)"])
    assert found == [2, *[0] * (len(ALGORITHMS[problem.core]) - 1)]
