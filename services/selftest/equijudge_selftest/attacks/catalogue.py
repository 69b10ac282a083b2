"""Every attack, in the order of the list."""

from __future__ import annotations

from itertools import chain

from equijudge_selftest.attacks import (
    between_runs,
    comparing,
    compiling,
    exits,
    files,
    forging,
    harmless,
    resources,
    time,
    uncounted,
)
from equijudge_selftest.attacks.attack import Attack

SECTIONS = (
    resources, time, exits, forging, files, compiling, comparing, harmless, between_runs, uncounted
)  # fmt: skip
CATALOGUE: tuple[Attack, ...] = tuple(chain.from_iterable(module.SECTION for module in SECTIONS))

NOT_HELD = {
    "65": "an answer written into the program for a test that it recognises cannot be seen by the judge alone: "
    "keep tests hidden; what is checked is that a hidden test still decides",
    "111": "a program can tell by numbers of processes and files how many runs its cell had before; how many bits such "
    "counters carry is measured in sandbox/README.md",
}
ELSEWHERE = {
    "66": "a key that is shown outcomes only is the service's: see `equijudge selftest`",
    "116": "what a key that is shown outcomes can read is the service's: see `equijudge selftest`",
    "70": "names of files with a path in them are refused by the service: see `equijudge selftest`",
}


def selected(section: int | None = None, row: str | None = None) -> tuple[Attack, ...]:
    """The attacks of one section, of one row, or all."""
    return tuple(
        attack
        for attack in CATALOGUE
        if (section is None or attack.section == section) and (row is None or attack.row == row)
    )
