"""Ranges of uids, disjoint per cell over the whole host.

RLIMIT_NPROC counts processes per uid over the host, and a uid is what keeps one candidate's files and
processes from the next one's: two cells must never share one. Docker cells claim a slot by the container's
name, which the engine keeps unique; local cells by a locked file.
"""

from __future__ import annotations

import fcntl
import os
import random
from pathlib import Path

from equijudge_sandbox.errors import SandboxUnavailable

PER_CELL = 1024
SLOTS = 4096
DOCKER_BASE = 1_900_000_000  # no distribution hands out uids between 1,879,048,192 and 2,147,352,575
LOCAL_BASE = DOCKER_BASE + PER_CELL * SLOTS


def random_slots() -> list[int]:
    """Some slots in random order, so that neighbours seldom try for the same one."""
    return random.sample(range(SLOTS), 64)


class LocalSlot:
    """A slot held by a lock that the kernel drops with its holder, however that dies."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = directory.lstat()
        if facts.st_uid != os.geteuid() or facts.st_mode & 0o022:
            raise SandboxUnavailable(f"{directory} must belong to uid {os.geteuid()} and to nobody else")
        for slot in random_slots():
            descriptor = os.open(directory / str(slot), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                continue
            self._descriptor: int | None = descriptor
            self.first_uid = LOCAL_BASE + slot * PER_CELL
            return
        raise SandboxUnavailable(f"no free uid range among those tried in {directory}")

    def release(self) -> None:
        """Give the slot back; may be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
