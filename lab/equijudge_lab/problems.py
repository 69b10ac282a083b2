"""Which problems of a world are trained on, held out, drawn: from the facts of a task, the same wherever it is made."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from equijudge_lab.plan import HELD_OUT, POOL, RL, TRAINED, VALIDATION
from equijudge_lab.world import FULL, GPU, SMOKE, LabProblem, World, make_world

WORLDS = {"smoke": SMOKE, "full": FULL, "gpu": GPU}


@cache
def _world(size: str, seed: int) -> World:
    return make_world(WORLDS[size], seed)


def world_of(facts: Mapping[str, Any]) -> World:
    """The world that a task's facts name."""
    return _world(facts["size"], facts["world_seed"])


def set_problems(world: World, facts: Mapping[str, Any]) -> list[LabProblem]:
    """The problems of a unit's sets: as the seed chooses, the pool left out. Raises ValueError for too many."""
    pool = facts["pool"]
    known = world.train[: len(world.train) - pool]
    if facts["problems"] > len(known):
        raise ValueError(f"problems: {facts['problems']}, the world trains on {len(known)} beside the pool")
    return random.Random(f"problems {facts['sets_seed']}").sample(known, len(known))[: facts["problems"]]


def held_out_problems(world: World, facts: Mapping[str, Any]) -> tuple[list[LabProblem], list[LabProblem]]:
    """The held-out problems for scores and those for strengths, none of which is both."""
    picked = pick_evenly(world.held_out, facts["held_out"] + facts["validation"])
    return picked[: facts["held_out"]], picked[facts["held_out"] :]


def problems_of(world: World, facts: Mapping[str, Any], split: str) -> list[LabProblem]:
    """The problems of a split that a unit draws."""
    held_out, validation = held_out_problems(world, facts)
    if split == HELD_OUT:
        return held_out
    if split == VALIDATION:
        return validation
    if split == TRAINED:
        known = set_problems(world, facts["sets"])
        return pick_evenly(known, min(facts["trained"], len(known)))
    pool = list(world.train[len(world.train) - facts["pool"] :])
    if split == POOL:
        return pool
    assert split == RL, split
    return [problem for problem in pool if problem.name in facts["prompts"]]


def pick_evenly(problems: Sequence[LabProblem], count: int) -> list[LabProblem]:
    """Pick `count` problems, from the cores in turn as long as each has any."""
    queues: dict[str, list[LabProblem]] = {}
    for problem in problems:
        queues.setdefault(problem.family, []).append(problem)
    if count > len(problems):
        raise ValueError(f"held_out: {count} problems wanted, the world holds out {len(problems)}")
    in_turn = (queue[place] for place in range(len(problems)) for queue in queues.values() if place < len(queue))
    return list(islice(in_turn, count))
