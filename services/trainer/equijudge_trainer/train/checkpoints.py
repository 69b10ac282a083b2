"""Checkpoints that are whole: one counts from the moment its mark is written, which is last.

A kill while a checkpoint is written or removed leaves one without a mark; it is removed when the run goes on.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

_MARK = "whole.json"


def mark_complete(checkpoint: Path, step: int) -> None:
    """Write the mark that makes a checkpoint count. All at once: a kill leaves a mark or none."""
    temporary = checkpoint / (_MARK + ".tmp")
    temporary.write_text(json.dumps({"step": step}))
    os.replace(temporary, checkpoint / _MARK)


def list_complete(directory: Path) -> list[tuple[int, Path]]:
    """List steps and folders of the complete checkpoints, in order."""
    found = [(_step(path), path) for path in directory.glob("checkpoint-*") if (path / _MARK).is_file()]
    return sorted(found)


def remove_incomplete(directory: Path) -> None:
    """Remove the checkpoints without a mark, which a kill left."""
    for path in directory.glob("checkpoint-*"):
        if not (path / _MARK).is_file():
            shutil.rmtree(path)


def rotate(directory: Path, keep: int) -> None:
    """Remove all complete checkpoints but the last `keep`; 0 keeps all. The mark goes first."""
    for _, path in list_complete(directory)[:-keep] if keep else []:
        (path / _MARK).unlink()
        shutil.rmtree(path)


def _step(path: Path) -> int:
    return int(path.name.removeprefix("checkpoint-"))
