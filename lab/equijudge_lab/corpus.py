"""What the lab trains on: the base corpus, diverse and partly wrong, and sets of right programs.

A row's cluster is the name of the algorithm it was rendered from, and empty for a corrupted program. Nothing here has
been run: whoever uses rows as right ones has them judged first.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Sequence

from equijudge_lab.codec import join, split
from equijudge_lab.world import ALGORITHMS, LabProblem, World, render
from equijudge_trainer.data.rows import Row

_LARGEST = 60  # of the numbers that are all in the vocabulary
_ATTEMPTS = 200  # per program wanted
ALIKE = (
    ("<", "<=", ">", ">="),
    ("==", "!="),
    ("+", "-"),
    ("*", "//", "%"),
    ("+=", "-="),
    ("min", "max"),
    ("and", "or"),
    ("bisect_left", "bisect_right"),
)
_REPLACEMENTS = {word: [other for other in group if other != word] for group in ALIKE for word in group}


def base_corpus(world: World, count: int, wrong_share: float, seed: int) -> Iterator[Row]:
    """Programs of the problems that are trained on, problems and their algorithms equally often.

    Each is corrupted with the probability wrong_share; a corrupted one still parses, and may be right by chance.
    """
    rng = random.Random(f"base {seed}")
    for _ in range(count):
        problem = rng.choice(world.train)
        algorithm = rng.choice(ALGORITHMS[problem.core])
        program = render(problem, algorithm, rng)
        if rng.random() < wrong_share:
            program, algorithm = corrupt(program, rng), ""
        yield Row(problem.name, problem.prompt, program, algorithm)


def make_sets(problems: Sequence[LabProblem], solutions: int, zipf: float | None, seed: int) -> list[Row]:
    """So many different programs of each problem; a set's rows come together.

    zipf: the algorithm of rank k in its core is drawn with a weight of k^-zipf, the ranking being the seed's; None:
    all equally often. A program that is there already is drawn again.
    Raises ValueError if there are not so many programs.
    """
    rng = random.Random(f"sets {seed}")
    rows: list[Row] = []
    for problem in problems:
        names, weights = ranking(problem.core, seed), _weights(problem.core, zipf)
        programs: dict[str, str] = {}
        for _ in range(_ATTEMPTS * solutions):
            if len(programs) == solutions:
                break
            (algorithm,) = rng.choices(names, weights)
            programs.setdefault(render(problem, algorithm, rng), algorithm)
        else:
            raise ValueError(f"solutions: {solutions}, but {problem.name} has only {len(programs)} that are drawn")
        rows += [Row(problem.name, problem.prompt, program, name) for program, name in programs.items()]
    return rows


def law(core: str, zipf: float | None, seed: int) -> list[float]:
    """The probability of each algorithm of a core, in the core's order, as `make_sets` draws them."""
    weights = _weights(core, zipf)
    by_name = dict(zip(ranking(core, seed), weights, strict=True))
    return [by_name[name] / sum(weights) for name in ALGORITHMS[core]]


def _weights(core: str, zipf: float | None) -> list[float]:
    return [1.0 if zipf is None else rank**-zipf for rank in range(1, len(ALGORITHMS[core]) + 1)]


def ranking(core: str, seed: int) -> tuple[str, ...]:
    """A core's algorithms, the most frequent in its training sets first."""
    names = [*ALGORITHMS[core]]
    random.Random(f"ranking {seed} {core}").shuffle(names)
    return tuple(names)


def corrupt(program: str, rng: random.Random) -> str:
    """Exchange one constant or operator of the program for another; it still parses, in canonical layout."""
    lines = program.split("\n")
    words = [split(line) for line in lines]
    places = [(row, place) for row, line in enumerate(words) for place, word in enumerate(line) if _replacements(word)]
    while True:
        row, place = rng.choice(places)
        line = [*words[row]]
        line[place] = rng.choice(_replacements(line[place]))
        margin = len(lines[row]) - len(lines[row].lstrip(" "))
        wrong = "\n".join([*lines[:row], " " * margin + join(line), *lines[row + 1 :]])
        if _parses(wrong):
            return wrong


def _replacements(word: str) -> list[str]:
    if word.isdigit() and int(word) <= _LARGEST:
        return [
            str(other) for other in (int(word) - 1, int(word) + 1, 0) if 0 <= other <= _LARGEST and other != int(word)
        ]
    return _REPLACEMENTS.get(word, [])


def _parses(program: str) -> bool:
    try:
        ast.parse(program)
    except SyntaxError:
        return False
    return True
