"""Read files that the command line is given, of rows and of candidate programs, and write what it is asked for. Raises
BadArgument only. What problems rows hold is problem_files.py's to say."""

from __future__ import annotations

import codecs
import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from equijudge.errors import BadArgument
from equijudge_core.contracts.verify import Candidate
from equijudge_core.judging.languages import LANGUAGES

# Ending of a file -> language of the program in it.
BY_ENDING = {ending: name for name, language in LANGUAGES.items() for ending in language.extensions}

Row = dict[str, Any]

_GZIP = b"\x1f\x8b"
_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def read_rows(path: Path) -> Iterator[Row]:
    """Read the rows of a JSONL file, compressed with gzip or not, whatever it is called."""
    return (row for _, row in read_numbered_rows(path))


def read_numbered_rows(path: Path) -> Iterator[tuple[str, Row]]:
    """Read rows, each with its place in words: `FILE, line 3`."""
    return parse_rows(read_lines(path), str(path))


def read_lines(path: Path) -> Iterator[bytes]:
    """Read the lines of a file, decompressed where it is gzip. Raises BadArgument."""
    try:
        with path.open("rb") as file:
            yield from gzip.GzipFile(fileobj=file) if file.peek(2)[:2] == _GZIP else file
    except (OSError, EOFError, zlib.error) as error:
        raise BadArgument(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def parse_rows(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Row]]:
    """Parse JSON objects, one a line, each with its place; empty lines and a byte order mark count for nothing."""
    for place, value in parse_values(lines, name):
        if not isinstance(value, dict):
            raise BadArgument(f"{place}: expected an object, got {type(value).__name__}")
        yield place, value


def parse_values(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Any]]:
    """Parse JSON values of any kind, as parse_rows does."""
    for number, line in enumerate(lines, start=1):
        place = f"{name}, line {number}"
        content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if number == 1 and content.startswith(_OTHER_MARKS):
            raise BadArgument(f"{place}: UTF-16 or UTF-32, expected UTF-8")
        if content.strip():
            yield place, parse_value(place, decode(place, content))


def read_text(path: Path) -> str:
    """Read a program's text. Raises BadArgument."""
    try:
        return decode(str(path), path.read_bytes())
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error


def write_text(path: Path, text: str) -> None:
    """Write a file whole. Raises BadArgument."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error


def show_path(path: Path) -> str:
    r"""A path that can be printed and sent: bytes in it that are no UTF-8 as `\xXX`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_candidates(paths: Sequence[Path], language: str | None = None) -> tuple[Candidate, ...]:
    """Read one candidate per file, named by its path; in this language, else in the one that its ending tells."""
    return tuple(_candidate(path, language) for path in paths)


def find_candidate_files(folder: Path) -> list[Path]:
    """Find the programs of a directory, ordered by name; its problem file is left out."""
    found = sorted(path for path in folder.iterdir() if path.suffix in BY_ENDING and path.is_file())
    if not found:
        raise BadArgument(f"{folder}: no candidate there; expected files ending in {_suffixes()}")
    return found


def _candidate(path: Path, language: str | None) -> Candidate:
    language = language or BY_ENDING.get(path.suffix)
    if language is None:
        raise BadArgument(f"{path}: no language has this ending; name it by --language (endings: {_suffixes()})")
    return Candidate(source=read_text(path), language=language, id=show_path(path)[-200:])


def decode(place: str, data: bytes) -> str:
    """Decode UTF-8. Raises BadArgument."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise BadArgument(f"{place}: not UTF-8 (byte {error.start})") from error


def parse_value(place: str, text: str) -> Any:
    """Parse one JSON value. Raises BadArgument."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise BadArgument(f"{place}: not a JSON row ({error}); one row per line") from error
    except RecursionError as error:
        raise BadArgument(f"{place}: nested too deeply") from error


def _suffixes() -> str:
    return ", ".join(BY_ENDING)
