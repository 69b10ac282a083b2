"""Store problems at the service, however many there are: read, checked and sent in groups, without their solutions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from equijudge._sync.client import Client
from equijudge.errors import BadArgument
from equijudge.rows import Row, parse_problem, read_rows
from equijudge_core.contracts.service import ProblemSummary

# Rows are sent in groups of about this size, so that a file of any size goes through a body limit.
GROUP_BYTES = 4 << 20
MOST_SHOWN = 10


def store_rows(client: Client, rows: Iterable[Row]) -> Iterator[list[ProblemSummary]]:
    """Store rows group by group as they are read, and yield the summaries of each group in the order of its rows."""
    return map(client.put_problems, group_rows(rows))


def group_rows(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Cut rows into groups of about GROUP_BYTES; a row that is larger than that is a group of its own."""
    group: list[Row] = []
    size = 0
    for row in rows:
        weight = len(json.dumps(row))
        if group and size + weight > GROUP_BYTES:
            yield group
            group, size = [], 0
        group.append(row)
        size += weight
    if group:
        yield group


def read_storable_rows(paths: Iterable[Path]) -> Iterator[Row]:
    """Read the problems of JSONL files as they are stored. Raises BadArgument for a row that the service would
    refuse."""
    return (storable_row(path, row) for path in paths for row in read_rows(path))


def storable_row(path: Path, row: Row) -> Row:
    """Take a row without its solutions, which nobody judges by. Raises BadArgument."""
    return parse_problem(path, row).without_solutions().to_row()


def find_named_rows(paths: Iterable[Path], names: Set[str]) -> dict[str, Row]:
    """Find the problems with these names in JSONL files, as they are stored; of several with one name the last. Raises
    BadArgument, also where a name is missing."""
    files = list(paths)
    found = {
        name: (path, row)
        for path in files
        for row in read_rows(path)
        if isinstance(name := row.get("name"), str) and name in names
    }
    if missing := sorted(names - set(found)):
        more = f" and {len(missing) - MOST_SHOWN} more" if len(missing) > MOST_SHOWN else ""
        shown = ", ".join(missing[:MOST_SHOWN]) + more
        raise BadArgument(f"no problem of this name in {', '.join(map(str, files))}: {shown}")
    return {name: storable_row(*found.pop(name)) for name in list(found)}  # one whole row less at a time
