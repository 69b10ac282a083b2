"""Cells with a wall taken away, for the controls: a channel's writer and reader must find the marker there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from equijudge_sandbox.drivers import local, local_packages
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from tests.mutations import Changes, mutate


@contextmanager
def local_without(wall: Changes, folder: Path) -> Iterator[Sandbox]:
    """One recycled local cell whose runner lacks a wall. Raises ValueError when the wall is not in its text."""
    weakened = folder / "runner.py"
    weakened.write_text(local_packages.RUNNER.read_text())
    mutate(weakened, wall)
    with mock.patch.object(local_packages, "RUNNER", weakened), mock.patch.object(local, "RUNNER", weakened):
        made = LocalSandbox(LocalSettings(cache_dir=folder, lock_dir=folder / "locks", spares=0))
        try:
            yield made
        finally:
            made.close()
