"""The files that tasks leave for one another."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from equijudge_trainer.data.rows import Row

ROWS = "rows.jsonl"
"""Verified programs, each with the algorithm it was rendered from as its cluster."""
SIGNATURES = "signatures.json"
"""The cluster that the signature gives each of ROWS, in their order."""
HELD_OUT = "held_out.jsonl"
"""Programs of the held-out problems, drawn from the law."""
DRAWS = "draws.json"
"""What was drawn: a list of {epoch, temperature, split, best, file}."""
SCORES = "scores.json"
SUMMARY = "summary.json"
TRAINED = "trained.json"
PROGRESS = "progress.json"


def write_json(path: Path, value: Any, indent: int | None = 1) -> None:
    """Write JSON all at once: a kill leaves the old file or the new one, on the disk."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=indent, allow_nan=False)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def read_json(path: Path) -> Any:
    """Read what `write_json` wrote."""
    return json.loads(path.read_text("utf-8"))


def write_lines(path: Path, lines: Iterable[Any]) -> None:
    """Write JSON, one value a line, all at once."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    draft.replace(path)


def read_lines(path: Path) -> Iterator[Any]:
    """Read what `write_lines` wrote."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as JSON, one object a line."""
    write_lines(
        path,
        ({"problem": r.problem, "prompt": r.prompt, "completion": r.completion, "cluster": r.cluster} for r in rows),
    )


def read_rows(path: Path) -> Iterator[Row]:
    """Read what `write_rows` wrote."""
    return (Row(**line) for line in read_lines(path))
