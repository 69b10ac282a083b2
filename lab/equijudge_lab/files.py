"""The files that tasks leave for one another."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from equijudge_trainer.data.rows import Row

ROWS = "rows.jsonl"
HELD_OUT = "held_out.jsonl"
"""Verified programs of the held-out problems."""
PROBLEMS = "problems.json"
"""The held-out problems: name, family, prompt, CodeContests row, reference clusters."""
GENERATIONS = "generations.jsonl"
SCORES = "scores.json"
SUMMARY = "summary.json"
TRAINED = "trained.json"
PROGRESS = "progress.json"


def write_json(path: Path, value: Any) -> None:
    """Write JSON all at once: a kill leaves the old file or the new one, on the disk."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1, allow_nan=False)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def read_json(path: Path) -> Any:
    """Read what `write_json` wrote."""
    return json.loads(path.read_text("utf-8"))


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as JSON, one object a line."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            line = {"problem": row.problem, "prompt": row.prompt, "completion": row.completion, "cluster": row.cluster}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_rows(path: Path) -> Iterator[Row]:
    """Read what `write_rows` wrote."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Row(**json.loads(line))
