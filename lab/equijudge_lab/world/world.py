"""All problems, and which of them are trained on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from equijudge_lab.codec import split
from equijudge_lab.world.parts import FILTERS, FORMATS, MAPS, SCHEMES, STYLES
from equijudge_lab.world.problems import CORES, MOST_CONSTANTS, LabProblem, make_problem

_CONSTANTS = range(61)  # and those that templates name


@dataclass(frozen=True, slots=True)
class WorldSize:
    """How many cores, filters and maps there are (the first so many), and how many problems of each kind at most.

    train: problems to train on. held_out: problems of a core, filter and map that are never trained on together.
    unseen_cells: problems of two pairs of filter and map that are never trained on with any core.
    out_of_distribution: problems of a core that is never trained on; none, and the core is trained on.
    constants: how many values a constant of a problem has at most. schemes, styles: in how many ways programs are named
    and read. Fewer of them make a world that a smaller model learns.
    """

    cores: int
    filters: int
    maps: int
    train: int
    held_out: int
    unseen_cells: int
    out_of_distribution: int
    constants: int = MOST_CONSTANTS
    schemes: int = len(SCHEMES)
    styles: int = len(STYLES)


SMOKE = WorldSize(
    cores=2,
    filters=6,
    maps=6,
    train=144,
    held_out=20,
    unseen_cells=8,
    out_of_distribution=0,
    constants=2,
    schemes=2,
    styles=1,
)
FULL = WorldSize(cores=16, filters=6, maps=6, train=1500, held_out=100, unseen_cells=30, out_of_distribution=20)
GPU = WorldSize(cores=16, filters=6, maps=6, train=1500, held_out=100, unseen_cells=90, out_of_distribution=60)


@dataclass(frozen=True, slots=True)
class World:
    """Problems by what is asked of a model; each tuple is in an order drawn from the seed."""

    train: tuple[LabProblem, ...]
    held_out: tuple[LabProblem, ...]
    unseen_cells: tuple[LabProblem, ...]
    out_of_distribution: tuple[LabProblem, ...]


_Combination = tuple[str, str, str]


def make_world(size: WorldSize, seed: int) -> World:
    """The same size and seed give the same world. A problem's constants and tests depend on seed and name alone.

    Raises ValueError for a size that is not there, or that leaves nothing to train on.
    """
    for name, wanted, there in (
        ("cores", size.cores, CORES),
        ("filters", size.filters, FILTERS),
        ("maps", size.maps, MAPS),
    ):
        if not 1 <= wanted <= len(there):
            raise ValueError(f"{name}: {wanted}, must be 1 to {len(there)}")
    rng = random.Random(f"world {seed}")
    cores = [*CORES][: size.cores]
    cells = list(product([*FILTERS][: size.filters], [*MAPS][: size.maps]))
    strange = [rng.choice(cores)] if size.out_of_distribution else []
    known = [core for core in cores if core not in strange]
    rng.shuffle(cells)
    unseen, seen = cells[:2] if size.unseen_cells else [], cells[2:] if size.unseen_cells else cells
    combinations = _product(known, seen)
    rng.shuffle(combinations)
    # A format each: 100 held-out problems are 100 combinations.
    held_out, trained = combinations[: size.held_out], combinations[size.held_out :]
    if not trained or size.train < 1:
        raise ValueError(f"held_out: {size.held_out} of {len(combinations)} combinations, train: {size.train} problems")

    def make_problems(some: list[_Combination], most: int, formats: int) -> tuple[LabProblem, ...]:
        chosen = [(*one, form) for one in some for form in rng.sample([*FORMATS], formats)]
        rng.shuffle(chosen)
        plain = (make_problem(*one, seed, size.constants) for one in chosen[:most])
        return tuple(replace(one, schemes=size.schemes, styles=size.styles) for one in plain)

    every = len(FORMATS)
    return World(
        train=make_problems(trained, size.train, every),
        held_out=make_problems(held_out, size.held_out, 1),
        unseen_cells=make_problems(_product(known, unseen), size.unseen_cells, every),
        out_of_distribution=make_problems(_product(strange, cells), size.out_of_distribution, every),
    )


def _product(cores: list[str], cells: list[tuple[str, str]]) -> list[_Combination]:
    return [(core, *cell) for core, cell in product(cores, cells)]


def vocabulary() -> Iterator[str]:
    """The words of all prompts and programs of the largest world, each at least once, in a fixed order."""
    yield from map(str, _CONSTANTS)
    for text in _texts():
        yield from (word for line in text.split("\n") for word in split(line) if word not in ("K", "KM", "KP"))


def _texts() -> Iterator[str]:
    yield "keep the values, then, print the answer"
    constant = {"c": 0, "k": 0, "filter": "x", "map": "x"}
    for parts in (FILTERS, MAPS, FORMATS):
        for part in parts.values():
            yield from (part.code.format(**constant), part.words.format(**constant))
    for style in STYLES.values():
        yield style.format(**constant)
    for core in CORES.values():
        yield from (core.words.format(**constant), *core.algorithms.values())
    for scheme in SCHEMES:
        yield " ".join(scheme.values())
