"""What is finished, so that a run that was killed goes on: JSON lines, each on disk before the next is begun.

Invariants:
1. The first line is the Header; a run with another source or other options does not touch the file.
2. A line counts with its line feed alone. A last line without one was being written when the run was killed: it is
   cut off before anything is appended.
3. The last line about a position is the one that counts.
4. One process writes at a time: the file is locked.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import ValidationError

from equijudge.errors import BadArgument
from equijudge.sets.records import Header, Record


@dataclass(frozen=True, slots=True)
class Done:
    """`rows`: the hash of each finished row by position; `failed`: how often a position failed through our fault."""

    rows: Mapping[int, str]
    failed: Mapping[int, int]


class Journal:
    """The journal of one output folder. Raises BadArgument when it belongs to another run or cannot be used."""

    def __init__(self, path: Path, header: Header) -> None:
        self.path, self._header = path, header
        self._file: IO[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._file = self._opened()
        try:
            self._begin(self._file)
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def append(self, record: Record) -> None:
        """On disk when this returns. Any thread may call it."""
        self._write(record.model_dump_json(exclude_none=True).encode())

    @property
    def run(self) -> str:
        """The run's name, the same when it is gone on with."""
        return self._header.run

    def done(self) -> Done:
        """What needs not be done again."""
        rows: dict[int, str] = {}
        failed: Counter[int] = Counter()
        for _, record in self._records():
            if record.final:
                rows[record.position] = record.row
            else:
                rows.pop(record.position, None)
                failed[record.position] += 1
        return Done(rows, failed)

    def records(self) -> Iterator[Record]:
        """The record of every position, in order. Holds an offset for each, and one record at a time."""
        places: dict[int, int] = {}
        for place, record in self._records():
            places[record.position] = place
        with self.path.open("rb") as file:
            for position in sorted(places):
                file.seek(places[position])
                yield self._parsed(file.readline())

    def _records(self) -> Iterator[tuple[int, Record]]:
        with self.path.open("rb") as file:
            place = len(file.readline())
            for line in file:
                yield place, self._parsed(line)
                place += len(line)

    def _parsed(self, line: bytes) -> Record:
        try:
            return Record.model_validate_json(line)
        except ValidationError as error:
            raise BadArgument(f"{self.path}: a line that is no record ({error.error_count()} faults)") from error

    def _opened(self) -> IO[bytes]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = self.path.open("a+b")
        except OSError as error:
            raise BadArgument(f"{self.path}: {error.strerror}") from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise BadArgument(f"{self.path}: another run is writing there") from error
        return file

    def _begin(self, file: IO[bytes]) -> None:
        file.truncate(_whole(file))
        file.seek(0)
        first = file.readline()
        if not first:
            self._write(self._header.model_dump_json().encode())
            _sync_folder(self.path.parent)
            return
        try:
            header = Header.model_validate_json(first)
        except ValidationError as error:
            raise BadArgument(f"{self.path}: not a journal of this version; choose another folder") from error
        if (header.source, header.options) != (self._header.source, self._header.options):
            raise BadArgument(f"{self.path}: {_difference(header, self._header)}; choose another folder")
        self._header = header

    def _write(self, line: bytes) -> None:
        assert self._file is not None
        with self._lock:
            self._file.write(line + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())


def _whole(file: IO[bytes], piece: int = 1 << 16) -> int:
    """Where the last whole line ends."""
    end = file.seek(0, os.SEEK_END)
    while end:
        start = max(0, end - piece)
        file.seek(start)
        at = file.read(end - start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def _difference(there: Header, here: Header) -> str:
    if there.source != here.source:
        return f"begun for {there.source}, not {here.source}"
    before, now = there.options.model_dump(), here.options.model_dump()
    names = [name for name in now if before[name] != now[name]]
    return "begun with other options: " + ", ".join(f"{name} {before[name]}, not {now[name]}" for name in names)


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
