"""Store problems at the service, however many there are: read, checked and sent in groups, without their solutions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from equijudge._sync.client import Client
from equijudge.errors import BadArgument
from equijudge.problem_files import Refused, name_of, parse_problem, read_problems, read_values
from equijudge.rows import Row
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.formats.reading import Reading

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


@dataclass(slots=True)
class Survey:
    """What was found in files: how many problems in which format, what of them cannot be done here, and what there is
    to say of the others, with how many it concerns."""

    formats: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)


def survey_problems(paths: Iterable[Path]) -> Survey:
    """Read all problems of files once through. Raises BadArgument for one with a fault."""
    survey = Survey()
    for _ in read_surveyed(paths, survey):
        pass
    return survey


def read_surveyed(paths: Iterable[Path], survey: Survey) -> Iterator[Reading]:
    """Read the problems of files, and note in the survey what is found and what is left out. Raises BadArgument for
    one with a fault."""
    for found in (each for path in paths for each in read_problems(path)):
        if isinstance(found, Refused):
            survey.refused.append(found)
            continue
        survey.formats[found.format] += 1
        survey.notes.update(found.notes)
        yield found


def read_storable_rows(paths: Iterable[Path]) -> Iterator[Row]:
    """Read the problems of files as they are stored, in whatever format they are; those that ask for what cannot be
    done here are left out. Raises BadArgument for one with a fault."""
    found = (each for path in paths for each in read_problems(path))
    return (storable_row(each) for each in found if not isinstance(each, Refused))


def storable_row(found: Reading) -> Row:
    """Take a problem without its solutions, which nobody judges by."""
    return found.problem.without_solutions().to_row()


def find_named_rows(paths: Iterable[Path], names: Set[str], dispensable: Set[str] = frozenset()) -> dict[str, Row]:
    """Find the problems with these names in files, as they are stored; of several with one name the last. Raises
    BadArgument, also where a name is missing that is not dispensable, or all are."""
    files = list(paths)
    found = {
        name: (path, place, value)
        for path in files
        for place, value in read_values(path)
        if (name := name_of(path, place, value)) is not None and name in names
    }
    if missing := sorted(names - set(found) - (dispensable if found else frozenset())):
        more = f" and {len(missing) - MOST_SHOWN} more" if len(missing) > MOST_SHOWN else ""
        shown = ", ".join(missing[:MOST_SHOWN]) + more
        raise BadArgument(f"no problem of this name in {', '.join(map(str, files))}: {shown}")
    return {name: storable_row(parse_problem(*found.pop(name))) for name in list(found)}  # one whole row less at a time
