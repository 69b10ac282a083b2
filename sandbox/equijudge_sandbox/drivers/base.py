"""The two protocols every driver implements. See docker.py and local.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from equijudge_sandbox.outcome import CellCounts, CompileOutcome, LanguagesFound, Limits, Outcome, Program, SandboxInfo
from equijudge_sandbox.stream import Interrupted, never
from equijudge_sandbox.talk import Talk


class Run(Protocol):
    """One candidate inside one cell."""

    @property
    def compile_outcome(self) -> CompileOutcome:
        """What the compile step did; known before any test runs."""
        ...

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        """One outcome per input, in order, as they come; close the iterator to stop early.

        Inputs are drawn a small window ahead of the outcomes. Raises CellLost when the cell dies, GivenUp when
        `interrupted` says so, which is asked a few times a second while a program runs.
        """
        ...

    def talk(self, data: bytes) -> Talk:
        """Start a run whose stdin and stdout are pipes, for conversation.converse(). `data`: a test's input as
        pack_input makes it, with nothing for stdin; of a program that brings no files, nothing."""
        ...


class Sandbox(Protocol):
    """A source of cells. One candidate per cell at a time; not for sharing between threads."""

    def info(self) -> SandboxInfo:
        """What runs the programs; raises SandboxUnavailable when no cell can be had."""
        ...

    def prepare(self) -> None:
        """Make what compilers need beside themselves, once for a machine, which may take a minute; whoever compiles
        does it too. Any thread may call it at any time. Raises SandboxUnavailable when it cannot be made."""
        ...

    def version(self, language: str) -> str:
        """The version of a language, Python 3 apart. The first time it compiles and runs the language's canary. Raises
        LanguageMissing for one that is not there, SandboxUnavailable when no cell can be had."""
        ...

    def languages(self) -> LanguagesFound:
        """What there is beside Python 3. The first time it compiles and runs a canary of each language, which may take
        seconds. Raises SandboxUnavailable when no cell can be had."""
        ...

    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> AbstractContextManager[Run]:
        """Take a cell, compile the program in it; on exit the cell is proved clean and kept, or retired.

        A language other than Python 3 is compiled in a cell of its own, or not at all where what was compiled is kept.

        `first_time`: only a cell that never ran this program will do, so that a run can have nothing from earlier
        ones of it; that may cost the start of a cell.
        Raises SandboxUnavailable when no cell can be had, LanguageMissing for a language that is not there, CellLost
        when the cell dies on the way.
        """
        ...

    def cells(self) -> CellCounts:
        """How many there are and were; may be asked by any thread at any time."""
        ...

    def close(self) -> None:
        """End every cell."""
        ...
