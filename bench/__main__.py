"""`python -m bench [cell|service|memory|signature …]`: speed and memory, printed and written to build/bench.json.

The other is `subprocess.run(["/usr/bin/python3", "sol.py"])` per test: no wall, no limit, no measuring.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench import cell, memory, service, signature
from bench.figures import Figure, show, write

PARTS = {"cell": cell.figures, "service": service.figures, "memory": memory.figures, "signature": signature.figures}


def main(names: list[str]) -> int:
    """1 when a figure that is asked for is missed."""
    found: list[Figure] = []
    for name in names or PARTS:
        print(f"measuring: {name}", file=sys.stderr)
        found += PARTS[name]()
    show(found)
    write(found, Path("build/bench.json"))
    return int(not all(figure.held for figure in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
