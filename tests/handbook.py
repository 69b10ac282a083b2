"""The handbook and banks as tests and benches read them: built rows and labels, and the chapters they are made of."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from scripts import chapters
from scripts.chapters import Chapter, Item

FOLDER = Path(__file__).parents[1] / "data" / "handbook"
PROBLEMS, LABELS, OTHERS = (FOLDER / f"{name}.jsonl.gz" for name in ("problems", "labels", "languages"))


def read_rows() -> list[dict[str, Any]]:
    """The problems, in the schema of the data set; fresh objects each time."""
    return _read_lines(PROBLEMS)


def read_labels() -> list[dict[str, Any]]:
    """One label for each program in Python, in the order of the rows; fresh objects each time."""
    return _read_lines(LABELS)


def read_others() -> list[dict[str, Any]]:
    """The programs in other languages than Python, one label with its source each; fresh objects each time."""
    return _read_lines(OTHERS)


def right_programs() -> list[str]:
    """The sources of all right programs in Python, in the order of the rows."""
    return [source for row in read_rows() for source in row["solutions"]["solution"]]


@cache
def read_chapters() -> dict[str, Chapter]:
    """The chapters by the name of their problem, in order."""
    paths = sorted((FOLDER / "chapters").glob("*.md"))
    return {path.stem: chapters.read(path.read_bytes().decode()) for path in paths}


def read_items(path: Path) -> tuple[Item, ...]:
    """The items of a bank of small programs."""
    return chapters.read_bank(path.read_bytes().decode()).items


def _read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
