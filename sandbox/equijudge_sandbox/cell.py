"""One cell as its driver sees it: candidates go through it one at a time, then it is retired.

The driver's own deadline stands behind every wait: a runner that misses it has lost its cell. A cell that
misbehaves in any way is `broken`, and a broken cell is never used again.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from equijudge_sandbox import protocol, runner
from equijudge_sandbox.errors import BadReport, CellLost, GivenUp
from equijudge_sandbox.outcome import CompileOutcome, KilledFor, Limits, Outcome, Program
from equijudge_sandbox.stream import Interrupted, Stream, never

GRACE_S = 10.0  # beyond the runner's own limits, for a loaded host
START_S = 60.0
AHEAD = runner.AHEAD  # tests under way or waiting inside the cell: one runs, one hides the way there and back
AHEAD_BYTES = 1 << 20  # a larger input is sent only when it is its turn


@dataclass(frozen=True, slots=True)
class Said:
    """What came on a program's stdout; nothing: no more will."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Took:
    """So many bytes more of what was said to a program have left the driver's hands."""

    size: int


@dataclass(frozen=True, slots=True)
class Unread:
    """So many bytes are on the program's stdin while it does nothing, as the Still says that follows: it does not wait
    for more of them."""

    size: int


@dataclass(frozen=True, slots=True)
class Still:
    """For so long no process of the program has run, and nothing went either way."""

    seconds: float


class Host(Protocol):
    """What holds the cell: a container or a process."""

    def kill(self) -> None:
        """End it and everything in it; may be called twice."""
        ...

    def oom_killed(self) -> bool:
        """Whether the kernel is known to have killed inside it for memory."""
        ...


class Cell:
    """Speaks the frames with one runner by way of `stream`. `served` counts candidates, `programs` are the digests of
    their sources; `broken` means never again."""

    def __init__(self, host: Host, stream: Stream, *, capacity: int) -> None:
        self.host, self.stream, self._capacity = host, stream, capacity
        self.served = 0
        self.programs: set[bytes] = set()
        self.broken = False
        self._unread = 0  # outcomes of tests that were sent and not yet waited for
        self._inside = False  # a candidate
        self._owes_done = False
        self._compiled = False
        self.limits: Limits | None = None  # of the candidate
        self._left = 0  # files that are part of an outcome
        deadline = time.monotonic() + START_S
        self.runner_version, self.language_version = protocol.unpack_ready(
            self._receive(runner.READY, protocol.SMALL_FRAME, deadline)
        )

    @property
    def is_spent(self) -> bool:
        """Whether no further candidate may enter."""
        return self.broken or self.served >= self._capacity

    def begin(self, program: Program, limits: Limits) -> CompileOutcome:
        """Send the next candidate's program, and wait until it is compiled. Raises CellLost."""
        self.settle()
        self._inside = True
        self.served += 1
        self.programs.add(program.digest())
        self.limits, self._left = limits, len(program.left)
        self._send(protocol.pack_program(program, limits))
        self._send(program.source)
        deadline = time.monotonic() + 2 * limits.compile_time_s + GRACE_S
        compiled = protocol.unpack_compiled(self._receive(runner.COMPILED, protocol.SMALL_FRAME, deadline))
        self._compiled = compiled.ok
        return compiled

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        """One outcome per input, in order; at most AHEAD inputs are inside the cell at a time.

        Raises ValueError for a program that did not compile. `interrupted`: see base.Run.
        """
        if not self._compiled:
            raise ValueError("a program that does not compile cannot be run")
        source = iter(inputs)
        following = next(source, None)
        while following is not None or self._unread:
            while following is not None and self._has_room_for(following):
                self._send(protocol.pack(runner.TEST, following))
                self._unread += 1
                following = next(source, None)
            with self.stream.interruptible(interrupted):
                outcome = self._next_outcome()
            yield outcome

    def talk(self, data: bytes) -> None:
        """Start a run whose stdin and stdout are pipes. `data`: see Run.talk."""
        if not self._compiled or self._unread:
            raise ValueError("a program talks when it is compiled, and while nothing else of it runs")
        self._send(protocol.pack(runner.TALK, data))
        self._unread = 1

    def say(self, data: bytes) -> None:
        """Send what comes next on stdin; nothing: its end. At most runner.WINDOW bytes beyond those taken."""
        self._send(protocol.pack(runner.SAY, data))

    def stop(self, why: KilledFor) -> None:
        """End the run that talks; its outcome still comes."""
        self._send(protocol.pack_stop(why))

    def go_on(self, events: Mapping[int, int]) -> Iterator[Said | Took | Unread | Still | Outcome]:
        """What the run that talks has sent, by these events of wait_for(); its outcome is the last. Raises CellLost."""
        try:
            self.stream.handle(events)
            while self._unread and (frame := self.stream.frame(protocol.HEADER_BYTES, self._sizes)) is not None:
                yield self._event(*frame)
        except CellLost as lost:
            raise self.lose(lost) from lost

    def _event(self, kind: bytes, payload: bytes) -> Said | Took | Unread | Still | Outcome:
        assert self.limits is not None
        if kind == runner.SAID:
            return Said(payload)
        if kind == runner.TOOK:
            return Took(protocol.unpack_number(kind, payload))
        if kind == runner.UNREAD:
            return Unread(protocol.unpack_number(kind, payload))
        if kind == runner.STILL:
            return Still(protocol.unpack_number(kind, payload) / 1e9)
        if kind == runner.FAULT:
            said = payload[: protocol.SMALL_FRAME].decode("utf-8", "replace")
            raise CellLost(f"the runner gave up: {said}")
        if kind != runner.OUTCOME:
            raise BadReport(f"frame {kind!r} from a run that talks")
        self._unread = 0
        return protocol.unpack_outcome(payload, self.limits, self._left)

    def end(self) -> None:
        """Tell the runner that the candidate is over; it proves the cell clean meanwhile, see settle(). May be called
        twice."""
        if self._inside and not self.broken:
            self._send(protocol.pack(runner.END))
            self._inside, self._owes_done = False, True

    def has_settled(self) -> bool:
        """Whether settle() will not wait: the runner has said that the cell is clean, or that it is not."""
        if not self._owes_done or self.limits is None:
            return True
        try:
            return self.stream.holds(protocol.HEADER_BYTES, self._sizes, runner.DONE, runner.FAULT)
        except CellLost:
            return True

    def _sizes(self, header: bytes) -> tuple[bytes, int]:
        assert self.limits is not None
        return protocol.unpack_header(header, protocol.outcome_room(self.limits, self._left))

    def settle(self) -> None:
        """Wait until the runner has proved the cell clean after its last candidate. Raises CellLost."""
        if not self._owes_done or self.limits is None:
            return
        deadline = time.monotonic() + GRACE_S
        while True:
            kind, size = self._header(deadline, protocol.outcome_room(self.limits, self._left))
            self._payload(size, deadline)
            if kind == runner.DONE:
                break
        self._owes_done, self._unread = False, 0

    def kill(self) -> None:
        """Retire the cell at once."""
        self.broken = True
        self.host.kill()

    def _has_room_for(self, data: bytes) -> bool:
        return self._unread == 0 or (self._unread < AHEAD and len(data) <= AHEAD_BYTES)

    def _next_outcome(self) -> Outcome:
        assert self.limits is not None
        deadline = time.monotonic() + runner.PATIENCE * self.limits.wall_time_s + GRACE_S
        payload = self._receive(runner.OUTCOME, protocol.outcome_room(self.limits, self._left), deadline)
        self._unread -= 1
        try:
            return protocol.unpack_outcome(payload, self.limits, self._left)
        except CellLost:
            self.kill()
            raise

    def _send(self, data: bytes) -> None:
        try:
            self.stream.send(data)
        except CellLost as lost:
            raise self.lose(lost) from lost

    def _receive(self, expected: bytes, room: int, deadline: float) -> bytes:
        kind, size = self._header(deadline, room)
        if kind != expected:
            raise self.lose(CellLost(f"frame {kind!r} where {expected!r} belongs"))
        return self._payload(size, deadline)

    def _header(self, deadline: float, room: int) -> tuple[bytes, int]:
        try:
            header = self.stream.receive(protocol.HEADER_BYTES, deadline)
            kind, size = protocol.unpack_header(header, room)
            if kind == runner.FAULT:
                said = self.stream.receive(min(size, protocol.SMALL_FRAME), deadline)
                raise CellLost("the runner gave up: " + said.decode("utf-8", "replace"))
            return kind, size
        except CellLost as lost:
            raise self.lose(lost) from lost

    def _payload(self, size: int, deadline: float) -> bytes:
        try:
            return self.stream.receive(size, deadline)
        except CellLost as lost:
            raise self.lose(lost) from lost

    def lose(self, why: CellLost) -> CellLost:
        """Retire the cell and say what is known; the host is asked before it is gone."""
        oom_killed = not isinstance(why, GivenUp) and self.host.oom_killed()
        self.kill()
        return type(why)(str(why), oom_killed=oom_killed)
