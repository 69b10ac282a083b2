"""Who of two that talk is at fault when the time of one is over, by what their cells tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from equijudge_sandbox import conversation
from equijudge_sandbox.cell import Cell, Said, Still
from equijudge_sandbox.conversation import Exchange
from equijudge_sandbox.outcome import KilledFor, Limits
from equijudge_sandbox.talk import Talk
from tests.fakes import RAN

LATE = replace(RAN, exit_code=None, signal=9, killed_for=KilledFor.WALL)


class ScriptedCell:
    """Tells a part of its script each time that it is asked."""

    limits = Limits(cpu_time_s=1.0, wall_time_s=60.0, memory_bytes=1 << 20)
    stream = None

    def __init__(self, *script: list[Any]) -> None:
        self.script = list(script)

    def talk(self, data: bytes) -> None:
        pass

    def say(self, data: bytes) -> None:
        pass

    def go_on(self, events: object) -> Iterator[Any]:
        yield from self.script.pop(0) if self.script else ()


@pytest.mark.parametrize(("told", "was_kept_waiting"), [([Still(8.0)], False), ([], True)])
def test_one_that_rests_keeps_nobody_waiting_whose_end_comes_in_two_pieces(
    monkeypatch: pytest.MonkeyPatch, told: list[Any], was_kept_waiting: bool
) -> None:
    """A cell tells that its program says no more, of which the interactor is told, and a moment later how it ended: a
    program in Java that forgets to flush is not idle, and chose an IE so."""
    monkeypatch.setattr(conversation, "wait_for", lambda streams, seconds: ())
    monkeypatch.setattr(conversation, "KEPT_BACK_S", 0.0)
    candidate, interactor = ScriptedCell([Still(0.8)], [Said(b"")], [LATE]), ScriptedCell(told, [], [], [RAN])
    talks = [Talk(cast("Cell", cell), b"") for cell in (candidate, interactor)]
    found = Exchange(talks[0], talks[1], 60.0, lambda outcome: False).until_over(lambda: False)
    assert found.was_kept_waiting == was_kept_waiting
