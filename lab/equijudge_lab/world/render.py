"""Programs: an algorithm of a problem's core, written down."""

from __future__ import annotations

import random
import re
from functools import cache

from equijudge_lab.world.parts import FILTERS, FORMATS, MAPS, SCHEMES, STYLES
from equijudge_lab.world.problems import CORES, LabProblem

_NAME = re.compile(r'"[^"]*"|[A-Za-z]\w*')


def render(problem: LabProblem, algorithm: str, rng: random.Random) -> str:
    """A right program in canonical layout (see LabCodec). rng draws the style of reading and the identifiers.

    Raises KeyError if the problem's core has no such algorithm.
    """
    k, c, d = problem.constants
    names = {**rng.choice(SCHEMES[: problem.schemes]), "K": str(k), "KM": str(k - 1), "KP": str(k + 1)}
    head, body = _parts(problem.core, algorithm)
    reading = rng.choice([*STYLES.values()][: problem.styles])
    reading = reading.format(filter=FILTERS[problem.filter].code.format(c=c), map=MAPS[problem.map].code.format(c=d))
    text = "\n".join([*head, reading, *body, FORMATS[problem.format].code])
    return _NAME.sub(lambda found: names.get(found[0], found[0]), text)


@cache
def _parts(core: str, algorithm: str) -> tuple[list[str], list[str]]:
    """Imports, and the rest."""
    lines = CORES[core].algorithms[algorithm].split("\n")
    imports = [line for line in lines if line.startswith(("from ", "import "))]
    return imports, [line for line in lines if line not in imports]
