"""All cores by name. The first of them, of which a small world is made, are of different kinds."""

from __future__ import annotations

from equijudge_lab.world.counting import DISTINCT, FREQUENT, ODD, PAIRS
from equijudge_lab.world.numbers import DIVISOR, STEPS, SUBSETS
from equijudge_lab.world.order import CLOSEST, INVERSIONS, KTH, RECORDS
from equijudge_lab.world.ranges import INCREASING, RUN, SUB_ARRAY
from equijudge_lab.world.shapes import COVERED, MATCHED

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
