"""The handbook and banks as tests and benches read them: built rows and labels, and the chapters they are made of.

Unless a folder is named, what is read is the set of problems with one answer each; CHECKED is that of the others.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from scripts import chapters
from scripts.chapters import Chapter, Item

FOLDER = Path(__file__).parents[1] / "data" / "handbook"
CHECKED = FOLDER / "checked"
FILES = tuple(f"{name}.jsonl.gz" for name in ("problems", "labels", "languages"))
PROBLEMS, LABELS, OTHERS = (FOLDER / name for name in FILES)


def read_rows(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The problems, in the schema of the data set; fresh objects each time."""
    return _read_lines(folder / PROBLEMS.name)


def read_labels(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """One label for each program in Python, in the order of the rows; fresh objects each time."""
    return _read_lines(folder / LABELS.name)


def read_others(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The programs in other languages than Python, one label with its source each; fresh objects each time."""
    return _read_lines(folder / OTHERS.name)


def right_programs() -> list[str]:
    """The sources of all right programs in Python, in the order of the rows."""
    return [source for row in read_rows() for source in row["solutions"]["solution"]]


@cache
def read_chapters(folder: Path = FOLDER) -> dict[str, Chapter]:
    """The chapters by the name of their problem, in order."""
    paths = sorted((folder / "chapters").glob("*.md"))
    return {path.stem: chapters.read(path.read_bytes().decode()) for path in paths}


def read_items(path: Path) -> tuple[Item, ...]:
    """The items of a bank of small programs."""
    return chapters.read_bank(path.read_bytes().decode()).items


def _read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
