"""A child process that parses what strangers wrote, and is replaced when that takes it down.

The child runs `equijudge_core.analysis.child` with an empty environment. Once it has loaded its code it gets its
limits, by prlimit from outside: so much memory, so much CPU time for each source, no file to open or write, no core. A
source at which a child dies is tried once more on a fresh one and then answered with an error, one that takes too much
at once; the sources after it lose nothing. Time is CPU time, so that a busy machine gives the same answers as an idle
one.
"""

from __future__ import annotations

import json
import math
import os
import resource
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from equijudge_core.errors import EquijudgeError
from equijudge_core.programs.parsing import MAX_SOURCE_BYTES

_START_S = 30.0
_MAX_ANSWER_BYTES = 16 << 20
_TRIES = 2

Request = Mapping[str, Any]
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use.

    `cpu_time_s` and `wall_time_s` (a backstop) are for one request; a child answers `requests` at most before a fresh
    one takes over.
    """

    memory_limit_bytes: int = 512 << 20
    cpu_time_s: int = 10
    wall_time_s: float = 200.0
    requests: int = 5_000


class AnalysisFailed(EquijudgeError):
    """The child cannot be started at all: our fault, whatever the source."""


class _ChildLost(Exception):
    """A child died or was killed over a request; the message says how."""


class _TooSlow(_ChildLost):
    """A child used up the time for a request; another one would too."""


class Analyst:
    """Answers requests of `equijudge_core.analysis.child`, one child at a time. Not for several threads at once."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.end()
            self._child = None

    @property
    def child_id(self) -> int | None:
        """The process id of the child, if there is one."""
        return None if self._child is None else self._child.process_id

    def signature(self, code: str, max_bytes: int = MAX_SOURCE_BYTES, language: str = "python3") -> Answer:
        """Sign a program: version, coarse, fine, features, fine_features; or error."""
        return self.ask({"do": "signature", "code": code, "language": language, "max_bytes": max_bytes})

    def canonical(self, code: str, max_bytes: int = MAX_SOURCE_BYTES) -> Answer:
        """Rewrite a program to its canonical form, which the rules of signatures see: code; or error."""
        return self.ask({"do": "canonical", "code": code, "max_bytes": max_bytes})

    def explain(self, a: str, b: str) -> Answer:
        """Compare two programs: same, same_fine, common, only_a, only_b; or error."""
        return self.ask({"do": "explain", "a": a, "b": b})

    def ask(self, request: Request) -> Answer:
        """Ask the child; answer `{"error": reason}` when the source takes children down. Raises AnalysisFailed."""
        reason = ""
        for _ in range(_TRIES):
            try:
                return self._ready().ask(request)
            except _TooSlow as slow:
                self.close()
                return {"error": f"cannot be analysed: {slow}"}
            except _ChildLost as lost:
                reason = str(lost)
                self.close()
        return {"error": f"cannot be analysed: {reason}"}

    def _ready(self) -> _Child:
        if self._child is not None and self._child.answered >= self.limits.requests:
            self.close()
        if self._child is None:
            self._child = _Child(self.limits)
        return self._child


class _Child:
    def __init__(self, limits: Limits) -> None:
        self.answered = 0
        self._limits = limits
        command = [sys.executable, "-I", "-m", "equijudge_core.analysis.child"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, env={}
        )
        try:
            self._line(time.monotonic() + _START_S)
            self._limit()
        except (_ChildLost, OSError) as error:
            self.end()
            raise AnalysisFailed(f"{' '.join(command)} does not start: {error}") from error

    @property
    def process_id(self) -> int:
        return self._process.pid

    def ask(self, request: Request) -> Answer:
        deadline = time.monotonic() + self._limits.wall_time_s
        assert self._process.stdin is not None
        try:
            self._allow_cpu_time()
            self._process.stdin.write(json.dumps(dict(request)).encode() + b"\n")
        except OSError as error:
            raise self._lost() from error
        answer = self._line(deadline)
        self.answered += 1
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _limit(self) -> None:
        limits = {
            resource.RLIMIT_AS: self._limits.memory_limit_bytes,
            resource.RLIMIT_NOFILE: 3,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for limit, value in limits.items():
            resource.prlimit(self._process.pid, limit, (value, value))

    def _allow_cpu_time(self) -> None:
        fields = Path(f"/proc/{self.process_id}/stat").read_text().rpartition(")")[2].split()
        used_s = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime of proc(5)
        _, hard = resource.prlimit(self.process_id, resource.RLIMIT_CPU)
        soft = math.ceil(used_s) + self._limits.cpu_time_s
        resource.prlimit(self.process_id, resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))

    def _line(self, deadline: float) -> Answer:
        assert self._process.stdout is not None
        found = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while not found.endswith(b"\n"):
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise _ChildLost(f"no answer within {self._limits.wall_time_s:g} s")
                piece = os.read(self._process.stdout.fileno(), 1 << 16)
                found += piece
                if not piece:
                    raise self._lost()
                if len(found) > _MAX_ANSWER_BYTES:
                    raise _ChildLost(f"an answer of more than {_MAX_ANSWER_BYTES:,} bytes")
        answer: Answer = json.loads(found)
        return answer

    def _lost(self) -> _ChildLost:
        """How the child ended, which has closed its pipes."""
        self._process.kill()
        status = self._process.wait()
        if status == -signal.SIGXCPU:
            return _TooSlow(f"more than {self._limits.cpu_time_s} s of CPU time")
        return _ChildLost(
            f"the child ended by signal {-status}" if status < 0 else f"the child ended with status {status}"
        )
