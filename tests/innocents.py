"""Honest programs of the handbook beside programs that attack, in the same recycled cells: every honest verdict must
be as on a quiet judge, in the answer and in the cache. `python -m tests.innocents [docker|local] [--honest N]
[--attackers N] [--seed N]`. Exit status 1 when one differs.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from equijudge import Candidate, Client
from equijudge_core.contracts.verify import ResultLine
from equijudge_selftest.attacks import between_runs, uncounted
from equijudge_selftest.attacks.channels import CHANNELS
from tests.handbook import read_rows
from tests.service import KEY, running

SEED = 5
BATCH = 110  # candidates of a job
# What the selftest's attacks do between runs, and every channel's writer.
ATTACKS: tuple[str, ...] = (
    *(attack.source for attack in (*between_runs.ATTACKS, *uncounted.ATTACKS)),
    *(f"MARK = 'mark' + 'k' * 20\n{channel.leave}\n" for channel in CHANNELS),
)


@dataclass(frozen=True)
class SentProgram:
    """A program, the problem it is for, and the text under which it is sent."""

    row: dict[str, Any]
    source: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        """What its verdict depends on."""
        return self.row["name"], self.source


@dataclass
class Report:
    """What came of it."""

    honest: int = 0
    attackers: int = 0
    different: list[str] = field(default_factory=list)
    from_cache: int = 0
    attackers_said: Counter[str] = field(default_factory=Counter)
    quiet_s: float = 0.0
    beside_s: float = 0.0

    def compare(self, one: SentProgram, line: ResultLine, quiet: dict[tuple[str, str], tuple[Any, ...]]) -> None:
        """Note a result that is not as on the quiet judge."""
        if comparable_facts(line) != quiet[one.key]:
            self.different.append(f"{one.row['name']}: {comparable_facts(line)}, quiet {quiet[one.key]}\n{one.text}")

    @property
    def held(self) -> bool:
        """Whether every honest verdict was as on the quiet judge, in the answer and again from the cache."""
        return not self.different and self.from_cache == self.honest and not self.attackers_said["AC"]


def load_handbook() -> list[SentProgram]:
    """Load all its programs, right and wrong."""
    found = []
    for row in read_rows():
        for kind in ("solutions", "incorrect_solutions"):
            found += [SentProgram(row, source, source) for source in row[kind]["solution"]]
    return found


def comparable_facts(line: ResultLine) -> tuple[Any, ...]:
    """What must be the same."""
    return line.verdict.value, line.reason, line.tests_run, line.first_failure and line.first_failure.test


def judge_programs(client: Client, programs: Sequence[SentProgram]) -> Iterator[tuple[SentProgram, ResultLine]]:
    """Each program with its result, in jobs of a size."""
    for start in range(0, len(programs), BATCH):
        some = programs[start : start + BATCH]
        lines = client.verify_batch([(one.row, [Candidate(source=one.text)]) for one in some])
        yield from zip(some, lines, strict=True)


def draw_honest(count: int, seed: int) -> list[SentProgram]:
    """Programs of the handbook, each under a name that no cache knows."""
    programs, chance = load_handbook(), random.Random(seed)
    picked = [chance.choice(programs) for _ in range(count)]
    return [SentProgram(one.row, one.source, f"{one.source}\n# {seed} {number}\n") for number, one in enumerate(picked)]


def draw_attackers(count: int, seed: int) -> list[SentProgram]:
    """Every attack as often as any other, each as a candidate for some problem."""
    programs, chance = load_handbook(), random.Random(seed)
    sources = [ATTACKS[number % len(ATTACKS)] for number in range(count)]
    return [
        SentProgram(chance.choice(programs).row, source, f"{source}\n# {seed} {number}\n")
        for number, source in enumerate(sources)
    ]


def judge_beside_attackers(folder: Path, driver: str, honest: int, attackers: int, seed: int) -> Report:
    """Judge the honest programs alone, then under other names beside the attackers, then once more from the cache."""
    report = Report(honest, attackers)
    good, bad = draw_honest(honest, seed), draw_attackers(attackers, seed)
    mixed = [*((one, True) for one in good), *((one, False) for one in bad)]
    random.Random(seed).shuffle(mixed)
    with (
        running(folder, settings={"EQUIJUDGE_DRIVER": driver}) as service,
        Client(f"http://127.0.0.1:{service.api_port}", KEY) as client,
    ):
        began = time.monotonic()
        alone = list({one.key: SentProgram(one.row, one.source, one.source) for one in good}.values())
        quiet = {one.key: comparable_facts(line) for one, line in judge_programs(client, alone)}
        report.quiet_s = time.monotonic() - began
        began = time.monotonic()
        is_honest = {one.text: honest for one, honest in mixed}
        for one, line in judge_programs(client, [one for one, _ in mixed]):
            if is_honest[one.text]:
                report.compare(one, line, quiet)
            else:
                report.attackers_said[line.verdict.value] += 1
        report.beside_s = time.monotonic() - began
        for one, line in judge_programs(client, good):
            report.from_cache += line.cached
            report.compare(one, line, quiet)
    return report


def show(report: Report, driver: str) -> None:
    """The table, on stdout."""
    table = Table("what", "count", title=f"honest programs beside attackers, {driver} cells")
    table.add_row("honest programs, attackers", f"{report.honest}, {report.attackers}")
    table.add_row("honest verdicts that differ from the quiet judge's", str(len(report.different)))
    table.add_row("honest verdicts that came from the cache again", str(report.from_cache))
    table.add_row(
        "verdicts of the attackers", ", ".join(f"{n} {name}" for name, n in report.attackers_said.most_common())
    )
    table.add_row(
        "seconds, quiet (each program once) and beside attackers", f"{report.quiet_s:.0f}, {report.beside_s:.0f}"
    )
    console = Console(width=130)
    console.print(table)
    for text in report.different:
        console.print(text, markup=False)


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.innocents")
    parser.add_argument("driver", nargs="?", default="docker", choices=("docker", "local"))
    parser.add_argument("--honest", type=int, default=2000)
    parser.add_argument("--attackers", type=int, default=200)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = judge_beside_attackers(Path(folder), options.driver, options.honest, options.attackers, options.seed)
    show(report, options.driver)
    return int(not report.held)


if __name__ == "__main__":
    sys.exit(main())
