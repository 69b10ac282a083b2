"""Every channel with everybody who could read it: the next test, the next candidate, another cell at the same time.

The program looks, then it (or another one) leaves a mark, then it looks again: what it sees must be the same.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import Limits, Outcome, Program
from equijudge_selftest.attacks.channels import CHANNELS, NUMBERED, Channel
from equijudge_selftest.attacks.native_channels import NATIVE
from equijudge_selftest.attacks.native_program import native_program
from equijudge_selftest.report.finding import Finding
from equijudge_selftest.topics import Topic

LIMITS = Limits(cpu_time_s=10.0, wall_time_s=30.0, memory_bytes=128 << 20)
LOOK_AFTER_S, STAY_S = 0.3, 0.8  # when another cell looks, and how long the first program stays
SHOWN_CHARACTERS = 300
PROGRAM = """
task, _, MARK = input().partition(' ')
if task == 'look':
    exec({look!r})
else:
    import sys
    print(MARK * 9)
    print(MARK * 9, file=sys.stderr)
    try:
        exec({leave!r})
    except Exception:
        pass
    if task == 'stay':
        import time
        time.sleep({stay_s})
# {salt}
"""


class Reader(StrEnum):
    """Who looks for the mark."""

    TEST = "the next test"
    CANDIDATE = "the next candidate"
    CELL = "another cell at once"

    @property
    def slug(self) -> str:
        """As it stands in a probe's slug."""
        return {Reader.TEST: "next-test", Reader.CANDIDATE: "next-candidate", Reader.CELL: "other-cell"}[self]


class Who(StrEnum):
    """Candidates that are not the same."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Probe:
    """One channel with one reader. `row`: the channel's old number."""

    channel: Channel
    reader: Reader
    row: str
    topic: Topic = Topic.CHANNELS

    @property
    def slug(self) -> str:
        """Such as `umask-to-next-test`."""
        return f"{self.channel.slug}-to-{self.reader.slug}"

    @property
    def name(self) -> str:
        """The property that must hold."""
        return f"{self.channel.name} is hidden from {self.reader}"


# The matrix. A program of another cell can only reach what the machine has. Newer channels have no numbers.
PROBES: tuple[Probe, ...] = tuple(
    Probe(channel, reader, f"10.{number}" if number else "")
    for number, channel in (
        *enumerate(NUMBERED, 1),
        *((0, channel) for channel in (*CHANNELS[len(NUMBERED) :], *NATIVE)),
    )
    for reader in Reader
    if channel.at_once or reader is not Reader.CELL
)


def run_probe(sandbox: Sandbox, other: Sandbox, probe: Probe) -> Finding:
    """Look before and after a mark was left: the channel is closed where both see the same.

    `other`: where the program of another cell runs. Raises SandboxError.
    """
    channel, reader, began = probe.channel, probe.reader, time.monotonic()
    mark = "mark" + "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=20))
    if reader is Reader.TEST:
        before, _, after = run_tasks(sandbox, channel, Who.FIRST, "look", f"leave {mark}", "look")
    elif reader is Reader.CANDIDATE:
        [before] = run_tasks(sandbox, channel, Who.FIRST, "look")
        run_tasks(sandbox, channel, Who.SECOND, f"leave {mark}")
        [after] = run_tasks(sandbox, channel, Who.THIRD, "look")
    else:
        [before] = run_tasks(other, channel, Who.FIRST, "look")
        with in_background(lambda: run_tasks(sandbox, channel, Who.SECOND, f"stay {mark}")):
            time.sleep(LOOK_AFTER_S)
            [after] = run_tasks(other, channel, Who.THIRD, "look")
    seen_before, seen_after = describe(before), describe(after)
    is_closed = seen_before == seen_after
    return Finding.about(
        probe,
        expected=["as before"],
        got="as before" if is_closed else seen_after,
        broke=[] if is_closed else [f"saw {seen_before} before and {seen_after} after"],
        wall_time_s=time.monotonic() - began,
    )


def run_tasks(sandbox: Sandbox, channel: Channel, who: Who, *tasks: str) -> list[Outcome]:
    """Run one candidate, with a test for each task. In Python no cache and no cell knows it; a native one is one of
    three, so that it need not be compiled again for every channel."""
    if channel.language == "python3":
        source = PROGRAM.format(look=channel.look, leave=channel.leave, stay_s=STAY_S, salt=random.random())
        inputs = [f"{task}\n".encode() for task in tasks]
    else:
        source, number = native_program(STAY_S, who), NATIVE.index(channel)
        inputs = [f"{kind} {number} {mark}\n".encode() for kind, _, mark in (task.partition(" ") for task in tasks)]
    with sandbox.run(Program(source.encode(), channel.language), LIMITS) as run:
        if not run.compile_outcome.ok:
            raise CellLost(f"the program that looks does not compile: {run.compile_outcome.message}")
        return list(run.outcomes(inputs))


def describe(outcome: Outcome) -> str:
    """What a look saw, and how it ended."""
    text = (outcome.output or b"").decode(errors="replace")[:SHOWN_CHARACTERS]
    return f"{text.strip()} ({outcome.exit_code}, {outcome.exception})"


@contextmanager
def in_background(work: Callable[[], object]) -> Iterator[None]:
    """Do the work in a thread meanwhile; raise on exit what it raised."""
    failures: list[BaseException] = []

    def attempt() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again by who waits
            failures.append(error)

    thread = threading.Thread(target=attempt, name="in_background")
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if failures:
        raise failures[0]
