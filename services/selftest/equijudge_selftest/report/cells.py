"""Sections 1 to 8 and, of 10, what is between runs: the verifier attacks its own cells, in a process of its own; a
line for each attack."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

from equijudge.errors import EmbeddedError
from equijudge_selftest.report.finding import Finding

HELD, BROKEN, NOTHING_SELECTED = 0, 1, 2


def attacks(
    driver: str, section: int | None, row: str | None, announced: Callable[[dict[str, object]], None]
) -> Iterator[Finding]:
    """A finding per attack as it ends; `announced` is told first how many there are, and of what cells.

    Raises EmbeddedError when the cells cannot be had; the verifier says on stderr why.
    """
    command = [sys.executable, "-m", "equijudge_selftest", "--json", "--driver", driver]
    command += ["--section", str(section)] if section is not None else []
    command += ["--row", row] if row is not None else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            first = process.stdout.readline()
            if first:
                announced(json.loads(first))
            for line in process.stdout:
                yield Finding.model_validate_json(line)
        except BaseException:
            process.terminate()
            raise
    if process.returncode not in (HELD, BROKEN, NOTHING_SELECTED):
        raise EmbeddedError(f"the cells could not be attacked (status {process.returncode}); the reason is above")
