"""`python -m bench [PART …]`: figures, printed and written to build/bench.json; the parts are named below.

For the judge the other is `subprocess.run(["/usr/bin/python3", "sol.py"])` per test: no wall, no limit, no measuring.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import (
    arrival,
    bodies,
    calls,
    cell,
    checkers,
    code_judge,
    execute,
    fairness,
    interaction,
    intervals,
    languages,
    learned,
    losses,
    memory,
    metrics,
    rewards,
    score,
    service,
    sets,
    signature,
)
from bench.figures import Figure, show, write

PARTS: dict[str, Callable[[], list[Figure]]] = {
    "cell": cell.figures,
    "languages": languages.figures,
    "calls": calls.figures,
    "checkers": checkers.figures,
    "interaction": interaction.figures,
    "service": service.figures,
    "execute": execute.figures,
    "code-judge": code_judge.figures,
    "bodies": bodies.figures,
    "rewards": rewards.figures,
    "memory": memory.figures,
    "signature": signature.figures,
    "metrics": metrics.figures,
    "intervals": intervals.figures,
    "losses": losses.figures,
    "sets": sets.figures,
}
# only when named
LONG: dict[str, Callable[[], list[Figure]]] = {
    "sets-full": partial(sets.figures, sets.FULL),
    "fairness": fairness.figures,
    "score": score.figures,
    "arrival": arrival.figures,
    "signature-learned": learned.figures,
    "signature-why": partial(signature.figures, why=True),
}


def main(names: list[str]) -> int:
    """1 when a figure that is asked for is missed."""
    found: list[Figure] = []
    for name in names or PARTS:
        print(f"measuring: {name}", file=sys.stderr)
        found += {**PARTS, **LONG}[name]()
    show(found)
    write(found, Path("build/bench.json"))
    return int(not all(figure.held for figure in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
