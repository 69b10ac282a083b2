"""What goes into a cell and what comes out of it: programs, limits, outcomes. Facts only, no verdicts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class KilledFor(StrEnum):
    """The limit for whose sake the runner itself ended a run; a program that died otherwise has none."""

    CPU = "cpu"
    WALL = "wall"
    MEMORY = "memory"
    OUTPUT = "output"
    FILES = "files"
    STOPPED = "stopped"  # for nobody's sake: how the run would go on has no meaning any more


class Retired(StrEnum):
    """Why a cell is not used any more."""

    SERVED = "served"  # as many candidates as it was for
    LOST = "lost"  # it died or misbehaved under a candidate
    UNCLEAN = "unclean"  # it could not be proved clean after one
    ABANDONED = "abandoned"  # its candidate was given up in the middle
    SURPLUS = "surplus"  # there were enough others
    CLOSED = "closed"  # with its sandbox


@dataclass(frozen=True, slots=True)
class CellCounts:
    """Cells at the moment by state, and since the sandbox was made: made, and retired by reason."""

    starting: int
    idle: int
    busy: int
    made: int
    retired: Mapping[Retired, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one test run. Times in seconds, sizes in bytes; the compile step has its own."""

    cpu_time_s: float
    wall_time_s: float
    memory_bytes: int
    output_bytes: int = 64 << 20
    stderr_bytes: int = 64 << 10
    compile_time_s: float = 10.0
    compile_memory_bytes: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Command:
    """What is executed in place of the runner's interpreter, on one file.

    words: the command; words[0] is looked up on the PATH of the environment, NAME=value each. file: the name under
    which the program's source lies in the box; empty: the source itself is executed, with words[0] as its name.
    """

    words: tuple[str, ...]
    environment: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """One candidate: its source as bytes, its language, and the files it reads and writes instead of
    stdin and stdout (empty: the standard streams).

    arguments: further words of its command. files: what lies beside it when it is compiled and run, by name. brought:
    names of files that every test brings; an input is then made by `pack_input`. left: names of files that a test may
    leave, those that it was given among them, and that are part of its outcome; "a/" is all that a folder then holds.
    All these names may be in folders, "a/b", and in `files` be one, "a/", without content. command: None for a program
    as a caller has it; else a step of it, `source` the file that the step works on. origin: the source that a step
    belongs to.
    """

    source: bytes
    language: str = "python3"
    input_file: str = ""
    output_file: str = ""
    arguments: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    brought: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    command: Command | None = None
    origin: bytes | None = None

    def digest(self) -> bytes:
        """32 bytes by which a cell remembers that it ran this source."""
        return hashlib.sha256(self.source if self.origin is None else self.origin).digest()


@dataclass(frozen=True, slots=True)
class CompileOutcome:
    """The compile step. `ok` False: `message` is the compiler's text (shortened), no test was run. killed_for: the
    limit that the compiler passed, of a language that has one."""

    ok: bool
    message: str
    cpu_time_s: float
    killed_for: KilledFor | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run on one input did.

    cpu_time_s counts every descendant; memory_peak_bytes is resident memory above the warm interpreter.
    output is stdout, or the content of the program's output file (None: it wrote no readable regular file,
    output_error says why). stderr is the tail. exit_code is None when a signal ended the program. exception names
    the class of the exception that ended it, '' for none: an identifier of at most 64 characters, which is what the
    program claims. left: contents of the program's `left` files, of each at most its first 64 KiB, None for one that is
    not there or no regular file; of a folder all files but the output file, see protocol.unpack_files, None for more
    than 64 KiB.
    """

    exit_code: int | None
    signal: int | None
    killed_for: KilledFor | None
    oom_killed: bool
    cpu_time_s: float
    wall_time_s: float
    memory_peak_bytes: int
    exception: str
    output: bytes | None
    output_truncated: bool
    output_error: str
    stderr: bytes
    stderr_truncated: bool
    left: tuple[bytes | None, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguagesFound:
    """Languages other than the cells' own Python 3: name -> version of what is there, name -> why another is not."""

    there: Mapping[str, str]
    missing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SandboxInfo:
    """What is needed to reproduce a verdict: it is part of every result and of the cache's key."""

    driver: str
    isolation: str
    image_digest: str
    runner_version: str
    language_version: str
