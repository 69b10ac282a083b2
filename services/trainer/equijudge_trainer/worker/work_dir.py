"""Where a worker keeps its runs: a directory that one worker at a time uses, and that gives it its name.

name         the worker's name, the same after a restart: its last run comes back to it at once
lock         held by the worker that is at work
runs/ID/     all that a run writes
"""

from __future__ import annotations

import fcntl
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from equijudge.errors import BadArgument


@dataclass(frozen=True, slots=True)
class WorkDir:
    """A worker's directory and name."""

    directory: Path
    name: str

    def run_dir(self, run_id: str) -> Path:
        """A run's directory; it need not be there."""
        return self.directory / "runs" / run_id


@contextmanager
def claim_work_dir(directory: Path) -> Iterator[WorkDir]:
    """Lock the directory, made if need be, for this process alone. Raises BadArgument when it cannot be had."""
    try:
        (directory / "runs").mkdir(parents=True, exist_ok=True)
        lock = (directory / "lock").open("a")
    except OSError as error:
        raise BadArgument(f"--dir {directory}: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BadArgument(f"--dir {directory}: another worker is at work there; give each its own") from error
        file = directory / "name"
        if not file.exists():
            partial = directory / "name.partial"
            partial.write_text(f"{socket.gethostname()[:100]}-{uuid4().hex[:12]}")
            partial.replace(file)
        yield WorkDir(directory, file.read_text())
