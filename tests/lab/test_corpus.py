"""What the lab trains on."""

from __future__ import annotations

import ast
import random
from collections import Counter
from itertools import groupby

import pytest

from equijudge_lab.codec import LabCodec
from equijudge_lab.corpus import base_corpus, corrupt, law, make_sets, ranking
from equijudge_lab.world import ALGORITHMS, World


def test_the_base_corpus_is_partly_wrong_and_never_about_problems_held_out(world: World) -> None:
    rows = list(base_corpus(world, 3000, wrong_share=0.15, seed=0))
    assert len(rows) == 3000
    assert 0.12 < sum(not row.cluster for row in rows) / 3000 < 0.18
    assert {row.problem for row in rows} <= {one.name for one in world.train}
    for row in rows:
        ast.parse(row.completion)


def test_the_base_corpus_is_within_the_vocabulary(world: World, codec: LabCodec) -> None:
    for row in base_corpus(world, 2000, wrong_share=1.0, seed=1):
        assert codec.decode(codec.encode(row.completion)) == row.completion


def test_a_corrupted_program_differs_in_one_word(world: World, codec: LabCodec) -> None:
    for row in base_corpus(world, 200, wrong_share=0.0, seed=2):
        wrong = codec.encode(corrupt(row.completion, random.Random(2)))
        pairs = zip(codec.encode(row.completion), wrong, strict=True)
        assert sum(one != other for one, other in pairs) == 1


def test_sets_have_different_programs_of_known_algorithms_and_come_together(world: World) -> None:
    rows = make_sets(world.train[:50], solutions=12, zipf=1.0, seed=0)
    sets = {name: list(some) for name, some in groupby(rows, key=lambda row: row.problem)}
    assert [*sets] == [one.name for one in world.train[:50]]
    for problem in world.train[:50]:
        assert len({row.completion for row in sets[problem.name]}) == len(sets[problem.name]) == 12
        assert {row.cluster for row in sets[problem.name]} <= set(ALGORITHMS[problem.core])


def test_zipf_makes_the_same_algorithms_frequent_in_all_problems_of_a_core(world: World) -> None:
    core = world.train[0].core
    names = {one.name for one in world.train if one.core == core}
    rows = make_sets(world.train, solutions=12, zipf=1.0, seed=4)
    counts = Counter(row.cluster for row in rows if row.problem in names)
    first, *_, last = ranking(core, seed=4)
    assert counts[first] > 3 * counts[last] > 0


def test_without_zipf_all_algorithms_are_about_as_frequent(world: World) -> None:
    core = world.train[0].core
    names = {one.name for one in world.train if one.core == core}
    rows = make_sets(world.train, solutions=12, zipf=None, seed=4)
    counts = Counter(row.cluster for row in rows if row.problem in names)
    assert max(counts.values()) < 1.5 * min(counts[name] for name in ALGORITHMS[core])


def test_the_law_is_what_sets_are_drawn_by(world: World) -> None:
    core = world.train[0].core
    rows = [row for row in make_sets(world.train, 12, 1.0, seed=4) if row.problem.startswith(f"{core}-")]
    found, counts = law(core, 1.0, seed=4), Counter(row.cluster for row in rows)
    assert sum(found) == pytest.approx(1)
    drawn = [counts[algorithm] / len(rows) for algorithm in ALGORITHMS[core]]
    assert drawn == pytest.approx(found, abs=0.05)
    assert set(law(core, None, seed=4)) == {1 / len(found)}


def test_the_same_seed_gives_the_same_rows(world: World) -> None:
    assert make_sets(world.train[:5], 12, 1.0, seed=0) == make_sets(world.train[:5], 12, 1.0, seed=0)
    assert list(base_corpus(world, 20, 0.5, seed=0)) != list(base_corpus(world, 20, 0.5, seed=1))


def test_too_many_solutions_are_refused(world: World) -> None:
    with pytest.raises(ValueError, match=r"solutions: 400, but .* has only"):
        make_sets(world.train[:1], 400, 1.0, seed=0)
