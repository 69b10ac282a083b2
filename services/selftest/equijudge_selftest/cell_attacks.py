"""Runs `python -m equijudge_selftest`, which attacks cells, in a process of its own, and reads what it finds.

AttackRunner watches the memory of its own process, so that process does nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

from equijudge.errors import EmbeddedError
from equijudge_selftest.report.finding import Finding
from equijudge_selftest.selection import Selection

HELD, BROKEN, NOTHING_SELECTED = 0, 1, 2


def attack_cells(driver: str, selection: Selection, announce: Callable[[dict[str, Any]], None]) -> Iterator[Finding]:
    """A finding per attack as it ends; `announce` is told first how many there are, and of what cells.

    Raises EmbeddedError when the cells cannot be had; the process says on stderr why.
    """
    command = [sys.executable, "-m", "equijudge_selftest", "--json", "--driver", driver, *selection.arguments()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            first = process.stdout.readline()
            if first:
                announce(json.loads(first))
            for line in process.stdout:
                yield Finding.model_validate_json(line)
        except BaseException:
            process.terminate()
            raise
    if process.returncode not in (HELD, BROKEN, NOTHING_SELECTED):
        raise EmbeddedError(f"the cells could not be attacked (status {process.returncode}); the reason is above")
