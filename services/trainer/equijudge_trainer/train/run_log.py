"""The run's log: one JSON object per line and step, always written, whatever else is reported to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Line = dict[str, Any]


class RunLog:
    """Appends to log.jsonl; lines after the step that a run goes on from are dropped first."""

    def __init__(self, path: Path, after: int, on_line: Callable[[Line], None] | None = None) -> None:
        kept = [line for line in read(path) if line["step"] <= after] if path.exists() else []
        path.write_text("".join(json.dumps(line) + "\n" for line in kept))
        self._file = path.open("a", buffering=1)
        self._on_line = on_line

    def write(self, line: Line) -> None:
        """Append a line, and tell who listens."""
        self._file.write(json.dumps(line) + "\n")
        if self._on_line is not None:
            self._on_line(line)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def read(path: Path) -> list[Line]:
    """All whole lines."""
    lines = path.read_text().splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]
