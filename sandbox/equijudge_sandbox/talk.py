"""One run of a program that talks, as the driver sees it; see conversation.py for two of them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping

from equijudge_sandbox import runner
from equijudge_sandbox.cell import GRACE_S, Cell, Said, Still, Took, Unread
from equijudge_sandbox.errors import BadReport, CellLost
from equijudge_sandbox.outcome import KilledFor, Outcome

TOLD_S = 0.5  # for so long it is believed that a program does nothing; a cell says so five times


class Talk:
    """A run under way. What is said to the program waits here until the cell has room for it, so whoever says it never
    waits.

    outcome: None until the run is over. has_closed: no more will come on its stdout. heard: bytes that it has said.
    unread: bytes on its stdin when it was last known to do nothing. had_waited_s: see waited_s, as it ended.
    """

    def __init__(self, cell: Cell, data: bytes, amend: Callable[[Outcome], Outcome] = lambda outcome: outcome) -> None:
        self.cell, self._amend = cell, amend
        self.outcome: Outcome | None = None
        self.has_closed = False
        self._still_s, self._moved_at = 0.0, time.monotonic()
        self._waited_s = self._told_still_at = 0.0
        self.had_waited_s = 0.0
        self._unsaid = bytearray()  # in one piece: of one that talks in single bytes each would take hundreds
        self._no_more = self._told_so = self._stopped = False
        self._untaken = self.heard = self.unread = self._told_unread = 0  # bytes
        cell.talk(data)
        assert cell.limits is not None
        self._limits = cell.limits
        self._deadline = time.monotonic() + runner.PATIENCE * self._limits.wall_time_s + GRACE_S

    @property
    def is_over(self) -> bool:
        """Whether the program has ended, and its outcome is known."""
        return self.outcome is not None

    @property
    def still_s(self) -> float:
        """For how long it is known to have done nothing, and nothing was said to it; when it has ended, for ever."""
        return math.inf if self.is_over else min(self._still_s, time.monotonic() - self._moved_at)

    @property
    def waited_s(self) -> float:
        """For how long at least it has done nothing without a break, by what was told a moment ago, and with nothing on
        its stdin; 0 for one of which that was not told. Who sleeps seems to wait."""
        is_told = self._told_still_at > time.monotonic() - TOLD_S
        return self._waited_s if is_told else 0.0

    def say(self, data: bytes) -> None:
        """Give the program this on stdin, when it has taken what was said before. Of no meaning when it has ended."""
        if self.outcome is None and data:
            self._unsaid += data
            self._moved_at = time.monotonic()
            self._send()

    def end_input(self) -> None:
        """Let its stdin end behind what was said. May be called twice."""
        if not self._no_more and self.outcome is None:
            self._no_more, self._moved_at = True, time.monotonic()
            self._send()

    def stop(self, why: KilledFor) -> None:
        """End the run: its outcome still comes. Of no meaning the second time."""
        if not self._stopped and self.outcome is None:
            self._stopped = True
            self.cell.stop(why)

    def hear(self, events: Mapping[int, int]) -> Iterator[bytes]:
        """What the program said, by these events of wait_for(). Raises CellLost."""
        for event in self.cell.go_on(events):
            match event:
                case Said(data):
                    self._still_s = 0.0
                    self._waited_s = 0.0 if data else self._waited_s  # that it ends is said first
                    self.has_closed = self.has_closed or not data
                    self.heard += len(data)
                    if self.heard > self._limits.output_bytes:
                        raise self.cell.lose(BadReport("more is said than the program may print"))
                    yield data
                case Took(size):
                    self._untaken -= size
                    if self._untaken < 0:
                        raise self.cell.lose(BadReport("more is taken than was said"))
                    self._send()
                case Unread(size):
                    self._told_unread = size
                case Still(seconds):
                    self._still_s, self.unread, self._told_unread = seconds, self._told_unread, 0
                    self._told_still_at = time.monotonic()
                    self._waited_s = 0.0 if self.unread else seconds
                case Outcome():
                    self.had_waited_s = self.waited_s
                    self.outcome, self.has_closed = self._amend(event), True
                    self._unsaid.clear()
        if self.outcome is None and time.monotonic() > self._deadline:
            raise self.cell.lose(CellLost("the cell missed the driver's deadline"))

    def _send(self) -> None:
        while self._unsaid and self._untaken < runner.WINDOW:
            piece = bytes(memoryview(self._unsaid)[: runner.WINDOW - self._untaken])
            self.cell.say(piece)
            self._untaken += len(piece)
            del self._unsaid[: len(piece)]
        if self._no_more and not self._unsaid and not self._told_so:
            self._told_so = True
            self.cell.say(b"")
