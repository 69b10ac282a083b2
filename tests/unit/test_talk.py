"""What waits in the driver for a program that talks."""

from __future__ import annotations

import tracemalloc
from typing import cast

from equijudge_sandbox import runner
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.outcome import Limits
from equijudge_sandbox.talk import Talk


class DeafCell:
    """Takes nothing of what is said; `said` is what has left the driver."""

    limits = Limits(cpu_time_s=1.0, wall_time_s=5.0, memory_bytes=1 << 20)

    def __init__(self) -> None:
        self.said = b""

    def talk(self, data: bytes) -> None:
        pass

    def say(self, data: bytes) -> None:
        self.said += data


def test_what_is_said_in_single_bytes_takes_little_more_than_they() -> None:
    talk, letters = Talk(cast("Cell", DeafCell()), b""), [b"a", b"b"]
    tracemalloc.start()
    for number in range(1 << 18):
        talk.say(letters[number % 2])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20  # it took 44 MiB; other tests have threads that take some


def test_no_more_leaves_the_driver_than_there_is_room_for() -> None:
    cell = DeafCell()
    talk = Talk(cast("Cell", cell), b"")
    for _ in range(3):
        talk.say(bytes(range(256)) * (runner.WINDOW // 512))
    assert cell.said == bytes(range(256)) * (runner.WINDOW // 256)
