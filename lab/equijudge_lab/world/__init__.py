"""A world of small problems with many algorithms each, in which whole combinations can be held out.

A problem is a core over what a filter leaves and a map makes of the numbers read, printed in a format. `make_world`
splits all problems; `render` writes an algorithm of one down; `vocabulary` has every word of theirs.
"""

from __future__ import annotations

from equijudge_lab.world.problems import ALGORITHMS, LabProblem
from equijudge_lab.world.render import render
from equijudge_lab.world.world import FULL, GPU, SMOKE, World, WorldSize, make_world, vocabulary

__all__ = [
    "ALGORITHMS",
    "FULL",
    "GPU",
    "SMOKE",
    "LabProblem",
    "World",
    "WorldSize",
    "make_world",
    "render",
    "vocabulary",
]
