"""`python -m bench [cell|service|memory|signature|sets|sets-full …]`: speed and memory, also in build/bench.json.

The other is `subprocess.run(["/usr/bin/python3", "sol.py"])` per test: no wall, no limit, no measuring.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import cell, memory, service, sets, signature
from bench.figures import Figure, show, write

PARTS: dict[str, Callable[[], list[Figure]]] = {
    "cell": cell.figures,
    "service": service.figures,
    "memory": memory.figures,
    "signature": signature.figures,
    "sets": sets.figures,
}
LONG: dict[str, Callable[[], list[Figure]]] = {"sets-full": partial(sets.figures, sets.FULL)}  # only when named


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
