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
from typing import Any

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Outcome, Program
from equijudge_selftest.attacks.channels import CHANNELS, Channel

SECTION = 10
LIMITS = Limits(cpu_time_s=10.0, wall_time_s=30.0, memory_bytes=128 << 20)
LEFT_AFTER_S, THERE_S = 0.3, 0.8  # when another cell looks, and how long the first program stays
SHOWN = 300
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
        time.sleep({there_s})
# {salt}
"""


class Reader(StrEnum):
    """Who looks for the mark."""

    TEST = "the next test"
    CANDIDATE = "the next candidate"
    CELL = "another cell at once"


@dataclass(frozen=True, slots=True)
class Place:
    """One of the matrix; `row`: the channel's, as the selftest names it."""

    row: str
    channel: Channel
    reader: Reader


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a reader saw before and after a mark was left. The same: the channel is closed."""

    place: Place
    before: str
    after: str
    wall_time_s: float

    @property
    def held(self) -> bool:
        """Whether nothing crossed."""
        return self.before == self.after

    def to_row(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "row": self.place.row,
            "section": SECTION,
            "property": f"{self.place.channel.name} is hidden from {self.place.reader}",
            "expected": ["as before"],
            "got": "as before" if self.held else self.after,
            "held": self.held,
            "broke": [] if self.held else [f"saw {self.before} before and {self.after} after"],
            "wall_time_s": round(self.wall_time_s, 3),
        }


def places(section: int | None = None, row: str | None = None) -> tuple[Place, ...]:
    """The matrix, or a row of it. A program of another cell can only reach what the machine has."""
    return tuple(
        Place(f"{SECTION}.{number}", channel, reader)
        for number, channel in enumerate(CHANNELS, 1)
        for reader in Reader
        if (channel.at_once or reader is not Reader.CELL)
        and section in (None, SECTION)
        and row in (None, f"{SECTION}.{number}")
    )


def crossing(sandbox: Sandbox, other: Sandbox, place: Place) -> Crossing:
    """Try one. `other`: where the program of another cell runs. Raises SandboxError."""
    channel, reader, began = place.channel, place.reader, time.monotonic()
    mark = "mark" + "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=20))
    if reader is Reader.TEST:
        before, _, after = ran(sandbox, channel, "look", f"leave {mark}", "look")
    elif reader is Reader.CANDIDATE:
        [before] = ran(sandbox, channel, "look")
        ran(sandbox, channel, f"leave {mark}")
        [after] = ran(sandbox, channel, "look")
    else:
        [before] = ran(other, channel, "look")
        with beside(lambda: ran(sandbox, channel, f"stay {mark}")):
            time.sleep(LEFT_AFTER_S)
            [after] = ran(other, channel, "look")
    return Crossing(place, seen(before), seen(after), time.monotonic() - began)


def ran(sandbox: Sandbox, channel: Channel, *tasks: str) -> list[Outcome]:
    """One candidate, which no cache and no cell knows, with a test for each task."""
    source = PROGRAM.format(look=channel.look, leave=channel.leave, there_s=THERE_S, salt=random.random())
    with sandbox.run(Program(source.encode()), LIMITS) as run:
        return list(run.outcomes(f"{task}\n".encode() for task in tasks))


def seen(outcome: Outcome) -> str:
    """What a look saw, and how it ended."""
    text = (outcome.output or b"").decode(errors="replace")[:SHOWN]
    return f"{text.strip()} ({outcome.exit_code}, {outcome.exception})"


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """Do it in a thread meanwhile. Raises what it raised."""
    failures: list[BaseException] = []

    def attempt() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again by who waits
            failures.append(error)

    thread = threading.Thread(target=attempt, name="beside")
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if failures:
        raise failures[0]
