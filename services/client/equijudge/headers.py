"""Gives checkers and interactors of rows the headers that they include and do not bring: those of folders, by name.

They become the program's own files, so that they travel with the problem, and are part of its id. Raises BadArgument
only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge.errors import BadArgument
from equijudge.rows import Row, read_text
from equijudge.sets.sources import Source
from equijudge_core.judging.includes import find_included
from equijudge_core.judging.own_programs import HEADER_ENDINGS

COLUMNS = ("checker", "interactor")


def read_headers(folders: Sequence[Path] | None) -> dict[str, str]:
    """Read the headers of folders by name, subfolders left out; of several of one name the first."""
    found: dict[str, str] = {}
    for folder in folders or ():
        try:
            paths = sorted(path for path in folder.iterdir() if path.name.endswith(HEADER_ENDINGS) and path.is_file())
        except OSError as error:
            raise BadArgument(f"--include {folder}: {error.strerror}") from error
        if not paths:
            raise BadArgument(f"--include {folder}: no header there; expected files ending in {_endings()}")
        found = {**{path.name: read_text(path) for path in paths}, **found}
    return found


def add_headers(row: Mapping[str, Any], headers: Mapping[str, str]) -> Row:
    """The row, its programs with those of the headers that they include. What is no program is left as it is, for
    whoever parses the row."""
    given = {column: _with_files(row[column], headers) for column in COLUMNS if _is_program(row.get(column))}
    return {**row, **given}


def add_headers_to_each(rows: Iterable[Mapping[str, Any]], headers: Mapping[str, str]) -> Iterator[Row]:
    """Rows as `add_headers` gives them."""
    return (add_headers(row, headers) for row in rows)


@dataclass(frozen=True, slots=True)
class SourceWithHeaders:
    """A source of rows for sets, with headers for their programs."""

    source: Source
    headers: Mapping[str, str]

    @property
    def name(self) -> str:
        """See Source."""
        return self.source.name

    def rows(self) -> Iterator[Mapping[str, Any]]:
        """See Source."""
        return add_headers_to_each(self.source.rows(), self.headers)

    def count(self) -> int | None:
        """See Source."""
        return self.source.count()


def _is_program(value: Any) -> bool:
    files = value.get("files") if isinstance(value, Mapping) else ()
    return isinstance(value, Mapping) and (files is None or isinstance(files, Mapping))


def _with_files(program: Mapping[str, Any], headers: Mapping[str, str]) -> dict[str, Any]:
    own = {name: text for name, text in (program.get("files") or {}).items() if text is not None}
    texts = [text for text in (program.get("source"), *own.values()) if isinstance(text, str)]
    included = find_included(texts, {name: text for name, text in headers.items() if name not in own})
    return {**program, "files": {**own, **{name: headers[name] for name in included}}} if included else dict(program)


def _endings() -> str:
    return ", ".join(HEADER_ENDINGS)
