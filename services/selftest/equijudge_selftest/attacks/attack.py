"""One attack: a small program, the verdicts that are right for it, and under which limits it runs.

Rows are those of the list of attacks the sandbox was built against: 1 to 126, numbered over ten sections. Two
attacks that were added to sections 1 and 2 are rows "1+" and "2+", the unnumbered ones of section 8 "8.1" and on.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CheckerSpec

MIB = 1 << 20
LAST_ROWS = (24, 37, 48, 66, 75, 84, 93, 93, 104)  # of sections 1 to 9; those of section 8 have no such number

DEFAULT_CHECKER = CheckerSpec()
LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=128 * MIB, output_limit_bytes=8 * MIB)
QUICK = LIMITS.model_copy(update={"cpu_time_s": 0.5, "wall_time_s": 1.0})  # for those that sleep
BUSY = LIMITS.model_copy(update={"cpu_time_s": 0.5, "wall_time_s": 30.0})  # for those that burn, on a loaded host too
ROOMY = LIMITS.model_copy(update={"cpu_time_s": 10.0, "wall_time_s": 40.0, "memory_limit_bytes": 256 * MIB})


@dataclass(frozen=True, slots=True)
class Attack:
    """`tests` are pairs of input and expected output; `stdin_bytes` more are sent after each input.

    `reason`: what the result's reason must name. `beside_load`: judged while a busy process runs on every core.
    """

    row: str
    name: str
    source: str
    accept: tuple[Verdict, ...]
    tests: tuple[tuple[str, str], ...] = (("", "1\n"),)
    limits: AppliedLimits = LIMITS
    checker: CheckerSpec = DEFAULT_CHECKER
    input_file: str = ""
    output_file: str = ""
    stdin_bytes: int = 0
    reason: str = ""
    beside_load: bool = False

    @property
    def section(self) -> int:
        """The section of the list that the row belongs to."""
        return section_of(self.row)


def attack(row: int | str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """An attack whose program is written indented in its section's file; it expects "1" unless told otherwise."""
    return Attack(str(row), name, dedent(source).lstrip("\n"), accept, **more)  # type: ignore[arg-type]  # by field


def section_of(row: str) -> int:
    """1 to 10."""
    if "+" in row or "." in row:
        return int(row[0])
    return 1 + sum(int(row) > last for last in LAST_ROWS)
