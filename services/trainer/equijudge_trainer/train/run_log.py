"""The run's log: one JSON object per line and step, always written, whatever else is reported to."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Line = dict[str, Any]


@dataclass(slots=True)
class StepMetrics:
    """Sums over the micro-batches of a step."""

    loss: float = 0.0
    nll: float = 0.0
    entropy: float = 0.0
    penalty: float = 0.0
    tokens: int = 0
    rows: int = 0
    pushed_down: int = 0
    log_p: list[float] = field(default_factory=list)
    effective_weights: list[float] = field(default_factory=list)

    def add(self, other: StepMetrics) -> None:
        """Add the sums of another micro-batch or rank."""
        for name in ("loss", "nll", "entropy", "penalty", "tokens", "rows", "pushed_down"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.log_p += other.log_p
        self.effective_weights += other.effective_weights

    def log_line(self) -> dict[str, float]:
        """Means for the log: nats per token, and nats for whole programs.

        weight_min, weight_max, weight_change: of what a program weighs beside what NLL gives it, 1; the last is the
        mean distance from 1. Below 0 a program is made less likely. Left out where no penalty compares programs.
        """
        weights = self.effective_weights
        change = sum(abs(weight - 1) for weight in weights) / max(len(weights), 1)
        effective = {"weight_min": min(weights), "weight_max": max(weights), "weight_change": change} if weights else {}
        tokens, rows = max(self.tokens, 1), max(self.rows, 1)
        return {
            "loss": self.loss,
            "nll": self.nll / tokens,
            "penalty": self.penalty,
            "log_p_mean": sum(self.log_p) / rows,
            "log_p_min": min(self.log_p, default=0.0),
            "log_p_max": max(self.log_p, default=0.0),
            "pushed_down": self.pushed_down / rows,
            "entropy": self.entropy / tokens,
            "tokens": self.tokens,
            "rows": self.rows,
            **effective,
        }


class RunLog:
    """Appends to log.jsonl; lines after the step that a run goes on from are dropped first."""

    def __init__(self, path: Path, after: int, on_line: Callable[[Line], None] | None = None) -> None:
        kept = [line for line in read_log(path) if line["step"] <= after] if path.exists() else []
        path.write_text("".join(json.dumps(line) + "\n" for line in kept))
        self._file = path.open("a", buffering=1)
        self._on_line = on_line

    def write(self, line: Line) -> None:
        """Append a line, and hand it to `on_line`."""
        self._file.write(json.dumps(line) + "\n")
        if self._on_line is not None:
            self._on_line(line)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def read_log(path: Path) -> list[Line]:
    """Read all complete lines; a last one that a kill cut off is left out."""
    lines = path.read_text().splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]
