"""The compositional world: what is held out, that its programs are right, and that its algorithms are different."""

from __future__ import annotations

import io
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest

from equijudge_core.judging.problem import parse_row
from equijudge_core.signature import signature
from equijudge_lab.world import ALGORITHMS, FULL, SMOKE, LabProblem, World, make_world, render
from equijudge_lab.world.core import VALUES
from equijudge_lab.world.parts import MAPS, READ, SCHEMES


def everything(world: World) -> tuple[LabProblem, ...]:
    return world.train + world.held_out + world.unseen_cells + world.out_of_distribution


def sample(world: World, core: str, count: int) -> list[LabProblem]:
    return random.Random(core).sample([one for one in everything(world) if one.core == core], count)


def cases(problem: LabProblem) -> Iterator[tuple[str, str]]:
    for columns in (problem.row["private_tests"], problem.row["generated_tests"]):
        yield from zip(columns["input"], columns["output"], strict=True)


def printed(program: str, read: str, monkeypatch: pytest.MonkeyPatch) -> str:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(read))
    monkeypatch.setattr(sys, "stdout", out)
    exec(compile(program, "main.py", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def test_the_full_world_has_over_a_thousand_problems_of_at_least_twelve_cores(world: World) -> None:
    assert len({one.name for one in everything(world)}) == len(everything(world)) > 1000
    assert len({one.family for one in everything(world)}) == 16
    assert [len(part) for part in (world.held_out, world.unseen_cells, world.out_of_distribution)] == [100, 30, 20]


def test_each_core_has_six_to_ten_algorithms() -> None:
    assert {6 <= len(names) <= 10 for names in ALGORITHMS.values()} == {True}


@pytest.mark.parametrize("core", ALGORITHMS)
def test_every_algorithm_is_right_on_every_test(core: str, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(core)
    for algorithm in ALGORITHMS[core]:
        for problem in sample(world, core, 8):
            program = render(problem, algorithm, rng)
            for read, answer in cases(problem):
                assert printed(program, read, monkeypatch) == answer, (problem.name, read, program)


@pytest.mark.parametrize("core", ALGORITHMS)
def test_algorithms_are_clusters_whatever_filter_map_format_and_names(core: str, world: World) -> None:
    rng = random.Random(core)
    clusters: dict[str, set[str]] = defaultdict(set)
    for algorithm in ALGORITHMS[core]:
        for problem in sample(world, core, 5):
            clusters[signature(render(problem, algorithm, rng)).coarse].add(algorithm)
    assert sorted(map(sorted, clusters.values())) == sorted([name] for name in ALGORITHMS[core])


def test_a_held_out_combination_is_never_trained_on(world: World) -> None:
    held_out = {one.combination for one in world.held_out}
    assert len(held_out) == 100
    assert not held_out & {one.combination for one in world.train}


def test_two_cells_are_never_trained_on_with_any_core(world: World) -> None:
    unseen = {(one.filter, one.map) for one in world.unseen_cells}
    assert len(unseen) == 2
    assert not unseen & {(one.filter, one.map) for one in world.train + world.held_out}


def test_a_core_is_held_out_whole(world: World) -> None:
    (strange,) = {one.core for one in world.out_of_distribution}
    assert strange not in {one.core for one in world.train + world.held_out + world.unseen_cells}


def test_every_filter_and_map_of_a_held_out_problem_is_trained_on(world: World) -> None:
    assert {one.filter for one in world.held_out} <= {one.filter for one in world.train}
    assert {one.map for one in world.held_out} <= {one.map for one in world.train}


def test_the_smoke_world_has_sixty_problems() -> None:
    assert len(everything(make_world(SMOKE, seed=3))) == 144 + 20 + 8


def test_the_same_seed_gives_the_same_world_and_another_seed_another() -> None:
    assert make_world(SMOKE, seed=1) == make_world(SMOKE, seed=1) != make_world(SMOKE, seed=2)


def test_a_size_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="cores: 17, must be 1 to 16"):
        make_world(replace(FULL, cores=17), seed=0)


def test_a_size_that_leaves_nothing_to_train_on_is_refused() -> None:
    with pytest.raises(ValueError, match="held_out: 68 of 68 combinations"):
        make_world(replace(SMOKE, held_out=68), seed=0)


def test_no_map_makes_a_value_that_programs_have_no_place_for() -> None:
    made = [one.gives(x, constant) for one in MAPS.values() for constant in one.constants for x in range(READ)]
    assert 0 <= min(made) < max(made) < VALUES


def test_a_row_is_a_problem_with_two_edge_cases_and_eight_tests_whose_answers_vary(world: World) -> None:
    for one in world.held_out:
        problem = parse_row(one.row)
        assert (len(problem.private_tests), len(problem.generated_tests)) == (2, 8)
        assert len({test.output for test in problem.generated_tests}) >= 3
        assert problem.description == one.prompt


def test_the_prompt_tells_apart_all_problems(world: World) -> None:
    assert len({one.prompt for one in everything(world)}) == len(everything(world))


def test_no_scheme_calls_two_things_the_same() -> None:
    assert all(len(set(scheme.values())) == len(scheme) for scheme in SCHEMES)


def test_nuisance_is_drawn_from_the_generator_alone(world: World) -> None:
    problem = world.train[0]
    algorithm = ALGORITHMS[problem.core][0]
    texts = [render(problem, algorithm, random.Random(seed)) for seed in (0, 0, 1, 2, 3, 4, 5)]
    assert texts[0] == texts[1]
    assert len(set(texts)) > 3
