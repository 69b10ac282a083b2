"""`python -m equijudge_verifier.selftest`: does this installation hold? Sections 1 to 8, no Redis needed.

Exit status: 0 everything held, 1 something is BROKEN, 2 wrong settings or nothing selected, 3 no cell can be had.
With --json one line says what runs (`total`, `driver`, …), then there is one line per attack as it ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from docker.errors import DockerException
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from equijudge_sandbox.errors import SandboxError
from equijudge_verifier import bootstrap
from equijudge_verifier.selftest.catalogue import ELSEWHERE, NOT_HELD, selected
from equijudge_verifier.selftest.row import MIB, Attack
from equijudge_verifier.selftest.trial import Result, Trial
from equijudge_verifier.settings import Settings

HELD, BROKEN, USAGE, UNAVAILABLE = 0, 1, 2, 3
CELL_BYTES = 512 * MIB  # attacks fill whole cells: this much of the machine at most


def main(arguments: Sequence[str] | None = None) -> int:
    """See the module."""
    options = parser().parse_args(arguments)
    attacks = selected(options.section, options.row)
    if not attacks:
        print(f"selftest: nothing is in section {options.section}, row {options.row}", file=sys.stderr)
        return USAGE
    try:
        settings = read_settings(options.driver)
        return run(attacks, settings, as_json=options.json)
    except ValidationError as error:
        for fault in error.errors():
            print(f"selftest: EQUIJUDGE_{fault['loc'][0]}: {fault['msg']}".upper(), file=sys.stderr)
        return USAGE
    except (SandboxError, DockerException) as error:
        print(f"selftest: {error}", file=sys.stderr)
        return UNAVAILABLE


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser("equijudge_verifier.selftest", description="Attack this installation's cells.")
    made.add_argument("--driver", choices=("local", "docker"), help="default: EQUIJUDGE_DRIVER")
    made.add_argument("--section", type=int, choices=range(1, 9), help="only this section of the list")
    made.add_argument("--row", help="only this row of the list")
    made.add_argument("--json", action="store_true", help="one JSON object per line")
    return made


def read_settings(driver: str | None) -> Settings:
    """The operator's own, but for the driver asked for and a cell of bounded size. Raises ValidationError."""
    given: dict[str, Any] = {"redis_url": "redis://not-used", **({"driver": driver} if driver else {})}
    settings = Settings(**given)
    size = min(settings.cell_memory_bytes, CELL_BYTES)
    return bootstrap.on_its_core(settings.model_copy(update={"cell_memory_bytes": size}), 0)


def run(attacks: Sequence[Attack], settings: Settings, *, as_json: bool) -> int:
    """Face every attack; the exit status. Raises SandboxError when no cell can be had."""
    sandbox = bootstrap.make_sandbox(settings)
    try:
        trial = Trial(sandbox)
        if as_json:
            say({"total": len(attacks), **trial.environment.model_dump()})
        results = []
        for attack in attacks:
            results.append(trial.face(attack))
            if as_json:
                say(results[-1].to_row())
    finally:
        sandbox.close()
    if not as_json:
        show(results, f"{trial.environment.driver}, {trial.environment.isolation} cells")
    return HELD if all(result.held for result in results) else BROKEN


def say(row: dict[str, object]) -> None:
    """A line for machines."""
    print(json.dumps(row), flush=True)


def show(results: Sequence[Result], title: str) -> None:
    """A plain table, and what it leaves out."""
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    table = Table("row", "property", "expected", "got", "", title=title)
    for result in results:
        expected = " or ".join(result.attack.accept)
        state = Text("held", "green") if result.held else Text("BROKEN: " + "; ".join(result.broke), "bold red")
        table.add_row(result.attack.row, Text(result.attack.name), expected, Text(result.got), state)
    console.print(table)
    for row, note in (NOT_HELD | ELSEWHERE).items():
        console.print(f"row {row}: {note}", markup=False)
    held = sum(result.held for result in results)
    console.print(f"{held} of {len(results)} properties held")


if __name__ == "__main__":
    sys.exit(main())
