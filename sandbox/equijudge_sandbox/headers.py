"""Headers that checkers and interactors include, to lie beside those that bring none: ours, and an operator's.

Ours are of those that no package registry has (testlib.h). A folder of the operator's goes before them by name, so that
it may give the real ones. What is in them bears on verdicts: `digest` stands for all of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SOURCES = Path(__file__).parent / "tools"
OURS = ("testlib.h",)
ENDINGS = (".h", ".hh", ".hpp", ".hxx", ".inc")
NAME = re.compile(r"[A-Za-z0-9_+-][A-Za-z0-9_.+-]{0,99}")
MOST_HEADERS, MOST_BYTES = 64, 4 << 20


@dataclass(frozen=True)
class Headers:
    """Contents by name."""

    contents: Mapping[str, bytes]

    @cached_property
    def digest(self) -> str:
        """16 hex digits that change with any name or content."""
        parts = (f"{name}\0{len(data)}\0".encode() + data for name, data in sorted(self.contents.items()))
        return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def load_headers(folder: Path | None = None) -> Headers:
    """Read ours, and those of a folder, in which nothing but headers is looked at. Raise ValueError naming what of it
    cannot be read or is too much."""
    ours = {name: (SOURCES / name).read_bytes() for name in OURS}
    return Headers({**ours, **({} if folder is None else read_folder(folder))})


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read the headers of a folder, subfolders left out. Raise ValueError."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(ENDINGS) and path.is_file())
        if not paths:
            raise ValueError(f"{folder}: no header there; expected files ending in {', '.join(ENDINGS)}")
        found = {path.name: path.read_bytes() for path in paths[: MOST_HEADERS + 1]}
    except OSError as error:
        raise ValueError(f"{error.filename or folder}: {error.strerror}") from error
    if odd := next((name for name in found if not NAME.fullmatch(name)), None):
        raise ValueError(f"{folder}: {odd!r} is no name that a file beside a checker may have")
    size = sum(map(len, found.values()))
    if len(found) > MOST_HEADERS or size > MOST_BYTES:
        raise ValueError(f"{folder}: at most {MOST_HEADERS} headers of {MOST_BYTES >> 20} MiB together")
    return found
