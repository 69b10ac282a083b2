"""Rows to sets: so many problems in flight, each finished one in the journal. Memory does not grow with the source."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from equijudge import json_conversion
from equijudge._async.client import AsyncClient
from equijudge.errors import BadArgument, Invalid, JobCancelled
from equijudge.sets.journal import FinishedRows, Journal
from equijudge.sets.records import Record, columns, digest, in_our_columns, statement_of
from equijudge.sets.sources import Row, Source
from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions
from equijudge_core.contracts.unicode_text import escape_surrogates
from equijudge_core.errors import BadProblem

OnRecord = Callable[[Record | None], None]


@dataclass
class Run:
    """One pass over a source. `on_record` is called for every row: with its record, or None for one that was
    finished before."""

    client: AsyncClient
    source: Source
    options: SetOptions
    journal: Journal
    window: int
    on_record: OnRecord
    finished: FinishedRows = field(init=False)

    async def run(self) -> None:
        """Go on until every row has its record. Raises what the client raises when the service is away for too long,
        and BadArgument when a finished row is not what it was: then the problems in flight are cancelled."""
        self.finished = await asyncio.to_thread(self.journal.load_finished)
        try:
            await self._process_rows()
        except BaseExceptionGroup as errors:  # of the first one that failed; the others were cancelled for it
            raise errors.exceptions[0] from errors

    async def _process_rows(self) -> None:
        room = asyncio.Semaphore(self.window)
        async with asyncio.TaskGroup() as group:
            async for position, row in self._read_rows():
                sent, row_hash, fault = _check_row(row)
                if position in self.finished.rows:
                    self._check_unchanged(position, row_hash)
                    self.on_record(None)
                    continue
                await room.acquire()
                group.create_task(self._process_row(position, sent, row_hash, fault, room))

    async def _read_rows(self) -> AsyncIterator[tuple[int, Row]]:
        """Read rows in a thread: a source may be slow, and answers are not to wait for it."""
        rows: Iterator[Row] = iter(self.source.rows())
        position = 0
        while (row := await asyncio.to_thread(next, rows, None)) is not None:
            yield position, row
            position += 1

    def _check_unchanged(self, position: int, row_hash: str) -> None:
        if self.finished.rows[position] != row_hash:
            raise BadArgument(f"{self.source.name}: row {position} is not what it was; choose another folder")

    async def _process_row(
        self, position: int, row: dict[str, Any], row_hash: str, fault: str, room: asyncio.Semaphore
    ) -> None:
        try:
            record = await self._make_record(position, row, row_hash, fault)
            await asyncio.to_thread(self.journal.append, record)
        finally:
            room.release()
        self.on_record(record)

    async def _make_record(self, position: int, row: dict[str, Any], row_hash: str, fault: str) -> Record:
        name = escape_surrogates(row["name"][:200]) if isinstance(row.get("name"), str) else ""
        if fault:
            return Record(position=position, row=row_hash, name=name, refused=fault)
        try:
            statement = statement_of(row)
            (found,) = await self._request_set(position, row, row_hash)
        except BadProblem as error:
            return Record(position=position, row=row_hash, name=name, refused=str(error))
        except Invalid as error:
            return Record(position=position, row=row_hash, name=name, refused=_summarize(error.details))
        return Record(position=position, row=row_hash, name=name, statement=statement, found=found)

    async def _request_set(self, position: int, row: dict[str, Any], row_hash: str) -> list[EquivalenceSet]:
        """Request the set of a row: a job that an earlier process of this run has begun is found again, unless somebody
        has cancelled it."""
        attempt = self.finished.failed.get(position, 0)
        key = f"{self.journal.run}-{position}-{row_hash}-{attempt}"
        try:
            return await self.client.equivalence_sets([row], self.options, idempotency_key=key)
        except JobCancelled:
            return await self.client.equivalence_sets([row], self.options)


def _check_row(row: Row) -> tuple[dict[str, Any], str, str]:
    """Return what of a row is sent, its hash, and why it cannot be sent; that is empty where it can."""
    try:
        sent = columns(in_our_columns(json_conversion.to_row(row, "")))
    except (BadArgument, BadProblem) as error:
        return {"name": row.get("name")}, "", str(error)
    return sent, digest(sent), ""


def _summarize(details: ProblemDetails) -> str:
    faults = [
        f"{error.field}: {error.problem}" + (f" ({error.limit})" if error.limit else "") for error in details.errors
    ]
    return "; ".join(faults) or details.detail or details.title
