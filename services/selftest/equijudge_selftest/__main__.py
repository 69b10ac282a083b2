"""`python -m equijudge_selftest`: does this installation hold? Sections 1 to 8 and, of
section 10, what is between runs; no Redis needed.

Exit status: 0 everything held, 1 something is BROKEN, 2 wrong settings or nothing selected, 3 no cell can be had.
With --json one line says what runs (`total`, `driver`, …), then there is one line per attack as it ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from docker.errors import DockerException
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from equijudge_sandbox.errors import SandboxError
from equijudge_selftest import channel_matrix
from equijudge_selftest.attack_runner import Trial
from equijudge_selftest.attacks.attack import MIB, Attack
from equijudge_selftest.attacks.catalogue import ELSEWHERE, NOT_HELD, selected
from equijudge_selftest.channel_matrix import Place
from equijudge_verifier import bootstrap
from equijudge_verifier.settings import Settings

HELD, BROKEN, USAGE, UNAVAILABLE = 0, 1, 2, 3
CELL_BYTES = 512 * MIB  # attacks fill whole cells: this much of the machine at most


def main(arguments: Sequence[str] | None = None) -> int:
    """See the module."""
    options = parser().parse_args(arguments)
    attacks, crossings = selected(options.section, options.row), channel_matrix.places(options.section, options.row)
    if not attacks and not crossings:
        print(f"selftest: nothing is in section {options.section}, row {options.row}", file=sys.stderr)
        return USAGE
    try:
        settings = read_settings(options.driver)
        return run(attacks, crossings, settings, as_json=options.json)
    except ValidationError as error:
        for fault in error.errors():
            print(f"selftest: EQUIJUDGE_{fault['loc'][0]}: {fault['msg']}".upper(), file=sys.stderr)
        return USAGE
    except (SandboxError, DockerException) as error:
        print(f"selftest: {error}", file=sys.stderr)
        return UNAVAILABLE


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser("equijudge_selftest", description="Attack this installation's cells.")
    made.add_argument("--driver", choices=("local", "docker"), help="default: EQUIJUDGE_DRIVER")
    made.add_argument("--section", type=int, choices=(*range(1, 9), channel_matrix.SECTION), help="only this section")
    made.add_argument("--row", help="only this row of the list")
    made.add_argument("--json", action="store_true", help="one JSON object per line")
    return made


def read_settings(driver: str | None) -> Settings:
    """The operator's own, but for the driver asked for and a cell of bounded size. Raises ValidationError."""
    given: dict[str, Any] = {"redis_url": "redis://not-used", **({"driver": driver} if driver else {})}
    settings = Settings(**given)
    size = min(settings.cell_memory_bytes, CELL_BYTES)
    return bootstrap.on_its_core(settings.model_copy(update={"cell_memory_bytes": size}), 0)


def run(attacks: Sequence[Attack], crossings: Sequence[Place], settings: Settings, *, as_json: bool) -> int:
    """Face every attack, then try every channel; the exit status. Raises SandboxError when no cell can be had."""
    rows: list[dict[str, Any]] = []
    with closing(bootstrap.make_sandbox(settings)) as sandbox:
        trial = Trial(sandbox)
        if as_json:
            say({"total": len(attacks) + len(crossings), **trial.environment.model_dump()})
        for attack in attacks:
            rows.append(trial.face(attack).to_row())
            if as_json:
                say(rows[-1])
        with closing(bootstrap.make_sandbox(settings)) as other:
            for place in crossings:
                rows.append(channel_matrix.crossing(sandbox, other, place).to_row())
                if as_json:
                    say(rows[-1])
    if not as_json:
        show(rows, f"{trial.environment.driver}, {trial.environment.isolation} cells")
    return HELD if all(row["held"] for row in rows) else BROKEN


def say(row: dict[str, object]) -> None:
    """A line for machines."""
    print(json.dumps(row), flush=True)


def show(rows: Sequence[dict[str, Any]], title: str) -> None:
    """A plain table, and what it leaves out."""
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    table = Table("row", "property", "expected", "got", "", title=title)
    for row in rows:
        state = Text("held", "green") if row["held"] else Text("BROKEN: " + "; ".join(row["broke"]), "bold red")
        table.add_row(row["row"], Text(row["property"]), " or ".join(row["expected"]), Text(row["got"]), state)
    console.print(table)
    for number, note in (NOT_HELD | ELSEWHERE).items():
        console.print(f"row {number}: {note}", markup=False)
    held = sum(row["held"] for row in rows)
    console.print(f"{held} of {len(rows)} properties held")


if __name__ == "__main__":
    sys.exit(main())
