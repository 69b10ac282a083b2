"""Remember what is finished, so that a run that was killed goes on: one SQLite file, a row for every problem.

Invariants:
1. A journal belongs to one source and one set of options; another run does not touch the file.
2. What `append` was given is on disk when it returns. An append during which the process was killed has not happened:
   SQLite rolls it back when the file is opened next.
3. The last record of a position is the one that counts.
4. One process at a time: the file stays locked while a journal is open.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from equijudge.errors import BadArgument
from equijudge.sets.records import Header, Record

# EXTRA, since otherwise the last append is lost when the machine loses power at the wrong moment. The lock that comes
# with the exclusive mode is taken by the first transaction and kept until the file is closed.
OPEN = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA synchronous = EXTRA;
BEGIN EXCLUSIVE;
"""
TABLES = (
    "CREATE TABLE header (id INTEGER PRIMARY KEY CHECK (id = 0), header TEXT NOT NULL)",
    """CREATE TABLE record (
        position INTEGER PRIMARY KEY, row TEXT NOT NULL, final INTEGER NOT NULL, failed INTEGER NOT NULL,
        record TEXT NOT NULL
    )""",
)
APPEND = """
INSERT INTO record VALUES (?, ?, ?, ?, ?) ON CONFLICT (position) DO UPDATE SET
    row = excluded.row, final = excluded.final, failed = failed + excluded.failed, record = excluded.record
"""
BEFORE_0_2 = "journal.jsonl"


@dataclass(frozen=True, slots=True)
class FinishedRows:
    """The rows of earlier runs. `rows`: the hash of each finished one by position; `failed`: how often a position
    failed through our fault."""

    rows: Mapping[int, str]
    failed: Mapping[int, int]


class Journal:
    """The journal of one output folder. Raises BadArgument when it belongs to another run or cannot be used."""

    def __init__(self, path: Path, header: Header) -> None:
        self.path, self._header = path, header
        self._lock = threading.Lock()  # of the connection's transaction

    def __enter__(self) -> Self:
        self._connection = self._open()
        try:
            self._begin()
        except BaseException as error:
            self._connection.close()
            if isinstance(error, sqlite3.Error):
                raise BadArgument(f"{self.path}: {_reason(error)}") from error
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def append(self, record: Record) -> None:
        """Write a record; it is on disk when this returns. Any thread may call it. Raises BadArgument."""
        text = record.model_dump_json(exclude_none=True)
        values = (record.position, record.row, record.final, not record.final, text)
        try:
            with self._lock, self._connection:
                self._connection.execute(APPEND, values)
        except sqlite3.Error as error:
            raise BadArgument(f"{self.path}: {_reason(error)}") from error

    @property
    def run(self) -> str:
        """The run's name, which stays the same when the run is resumed."""
        return self._header.run

    def load_finished(self) -> FinishedRows:
        """Load what needs not be done again."""
        select = self._connection.execute
        return FinishedRows(
            rows=dict(select("SELECT position, row FROM record WHERE final")),
            failed=dict(select("SELECT position, failed FROM record WHERE failed")),
        )

    def records(self) -> Iterator[Record]:
        """Yield the record of every position in order, holding one at a time. Raises BadArgument."""
        for position, text in self._connection.execute("SELECT position, record FROM record ORDER BY position"):
            try:
                yield Record.model_validate_json(text)
            except ValidationError as error:
                faults = f"{error.error_count()} faults"
                raise BadArgument(f"{self.path}: position {position} is no record ({faults})") from error

    def _open(self) -> sqlite3.Connection:
        if (old := self.path.with_name(BEFORE_0_2)).exists():
            raise BadArgument(f"{old}: the journal of a version before 0.2; choose another folder")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return sqlite3.connect(self.path, timeout=0, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise BadArgument(f"{self.path}: {getattr(error, 'strerror', None) or error}") from error

    def _begin(self) -> None:
        self._connection.executescript(OPEN)
        if not self._connection.execute("SELECT name FROM sqlite_master").fetchall():
            for table in TABLES:
                self._connection.execute(table)
            self._connection.execute("INSERT INTO header VALUES (0, ?)", (self._header.model_dump_json(),))
        else:
            self._header = self._resume()
        self._connection.commit()

    def _resume(self) -> Header:
        """Return the header that is there. Raises BadArgument when it is another run's."""
        (text,) = self._connection.execute("SELECT header FROM header").fetchone()
        try:
            header = Header.model_validate_json(text)
        except ValidationError as error:
            raise BadArgument(f"{self.path}: not a journal of this version; choose another folder") from error
        if (header.source, header.options) != (self._header.source, self._header.options):
            raise BadArgument(f"{self.path}: {_difference(header, self._header)}; choose another folder")
        return header


def _reason(error: sqlite3.Error) -> str:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return "another run is writing there"
    if "not a database" in str(error) or "no such table" in str(error):
        return "not a journal of this version; choose another folder"
    return str(error)


def _difference(there: Header, here: Header) -> str:
    if there.source != here.source:
        return f"begun for {there.source}, not {here.source}"
    before, now = there.options.model_dump(), here.options.model_dump()
    names = [name for name in now if before[name] != now[name]]
    return "begun with other options: " + ", ".join(f"{name} {before[name]}, not {now[name]}" for name in names)
