"""Reads what the command line is given: problem rows and candidate programs. Raises BadArgument only."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from equijudge.errors import BadArgument
from equijudge_core.contracts import Candidate
from equijudge_core.errors import BadProblem
from equijudge_core.problem import Problem, parse_row

PROBLEM_FILE = "problem.jsonl"
# Suffix -> language of a candidate.
LANGUAGES = {".py": "python3"}

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a JSONL file (or `.jsonl.gz`)."""
    try:
        with _opened(path) as file:
            yield from _rows(path, file)
    except (OSError, EOFError) as error:
        raise BadArgument(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    except UnicodeDecodeError as error:
        raise BadArgument(f"{path}: not UTF-8 (byte {error.start})") from error


def problem(path: Path, name: str | None) -> Problem:
    """The only problem of a file, or the one with this name."""
    return parsed(path, _one_row(path, name))


def parsed(path: Path, row: Row) -> Problem:
    """A row as a problem; the message has every fault that the service would find."""
    try:
        return parse_row(row)
    except BadProblem as error:
        faults = "\n".join(f"  {fault.field}: {fault.problem}" for fault in error.errors)
        raise BadArgument(f"{path}, problem {row.get('name')!r}:\n{faults}") from error


def candidates(paths: Sequence[Path]) -> tuple[Candidate, ...]:
    """One candidate per file, named by its path."""
    return tuple(_candidate(path) for path in paths)


def candidate_files(folder: Path) -> list[Path]:
    """The programs of a directory, by name; its problem file is left out."""
    found = sorted(path for path in folder.iterdir() if path.suffix in LANGUAGES and path.is_file())
    if not found:
        raise BadArgument(f"{folder}: no candidate there; expected files ending in {_suffixes()}")
    return found


def _one_row(path: Path, name: str | None) -> Row:
    found = [row for row in rows(path) if name is None or row.get("name") == name]
    if len(found) == 1:
        return found[0]
    if name is not None:
        raise BadArgument(f"{path}: {len(found)} problems are named {name!r}, expected one")
    remedy = "choose one with --problem NAME" if found else "expected one CodeContests row"
    raise BadArgument(f"{path}: {len(found)} problems; {remedy}")


def _candidate(path: Path) -> Candidate:
    language = LANGUAGES.get(path.suffix)
    if language is None:
        raise BadArgument(f"{path}: the language is told by the ending; expected {_suffixes()}")
    try:
        return Candidate(source=path.read_text("utf-8"), language=language, id=str(path)[-200:])
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadArgument(f"{path}: not UTF-8 (byte {error.start})") from error


def _opened(path: Path) -> IO[str]:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def _rows(path: Path, lines: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(path, number, line)


def _row(path: Path, number: int, line: str) -> Row:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise BadArgument(f"{path}, line {number}: not a JSON row ({error}); one row per line") from error
    if not isinstance(value, dict):
        raise BadArgument(f"{path}, line {number}: expected an object, got {type(value).__name__}")
    return value


def _suffixes() -> str:
    return ", ".join(LANGUAGES)
