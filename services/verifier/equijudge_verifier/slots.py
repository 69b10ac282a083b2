"""Which slots are this verifier's: all that the settings name, or its share of those of the host.

Verifiers of one host that share a folder agree on their shares by the kernel's locks on files in it, so that each slot,
and the core that it is settled on, is one verifier's at a time, and a verifier that dies leaves its slots at once:

* `verifier-N` is held by a living verifier. Those that are held, in order, divide the slots: the first get one more
  where they do not come out even. With more verifiers than slots the last ones stand by.
* `slot-N` is held by the verifier whose worker is in that slot. Who has more than its share drains the surplus and lets
  go of it; who has less takes what is free.
* `quiet` is what a slot locks that wants the machine to itself (judge/slot_lock.py): all of the host's hold still.
"""

from __future__ import annotations

import fcntl
import itertools
import os
from pathlib import Path
from typing import Protocol

from equijudge_verifier.settings import Settings


class Slots(Protocol):
    """What a supervisor may start workers in."""

    @property
    def quiet(self) -> int:
        """The descriptor of the file that all slots of the machine have in common."""
        ...

    def wanted(self) -> int:
        """How many slots are this verifier's by now."""
        ...

    def take(self) -> int | None:
        """Take a slot that is free; None: there is none yet."""
        ...

    def give_back(self, slot: int) -> None:
        """Let go of a slot whose worker has ended."""
        ...


def make_slots(settings: Settings) -> Slots:
    """The slots that the settings name."""
    if settings.slots_dir is None:
        return OwnSlots(settings.slots)
    return SharedSlots(settings.slots_dir, settings.slots)


class OwnSlots:
    """All slots are this verifier's."""

    def __init__(self, total: int) -> None:
        self._total, self._free = total, list(range(total))
        self.quiet = os.memfd_create("quiet")

    def wanted(self) -> int:
        """See Slots."""
        return self._total

    def take(self) -> int | None:
        """See Slots."""
        return self._free.pop(0) if self._free else None

    def give_back(self, slot: int) -> None:
        """See Slots."""
        self._free.append(slot)


class SharedSlots:
    """A share of the host's slots, with all who hold a file in `folder`."""

    def __init__(self, folder: Path, total: int) -> None:
        self._folder, self._total = folder, total
        self._held: dict[int, int] = {}
        is_alone = not self._members()
        self._number = next(number for number in itertools.count() if self._join(number))
        self.quiet = os.open(folder / "quiet", os.O_RDWR | os.O_CREAT, 0o600)
        if is_alone:
            os.ftruncate(self.quiet, 0)  # its times may be those of a system that was started anew since

    def wanted(self) -> int:
        """See Slots."""
        members = self._members()
        return share(self._total, len(members), members.index(self._number))

    def take(self) -> int | None:
        """See Slots."""
        for slot in range(self._total):
            if slot not in self._held and (descriptor := lock(self._folder / f"slot-{slot}")) is not None:
                self._held[slot] = descriptor
                return slot
        return None

    def give_back(self, slot: int) -> None:
        """See Slots."""
        os.close(self._held.pop(slot))

    def _join(self, number: int) -> bool:
        self._membership = lock(self._folder / f"verifier-{number}")
        return self._membership is not None

    def _members(self) -> list[int]:
        paths = {int(path.name.removeprefix("verifier-")): path for path in self._folder.glob("verifier-*")}
        return sorted(number for number, path in paths.items() if is_locked(path))


def share(total: int, members: int, place: int) -> int:
    """How many of `total` slots the member at this place gets."""
    return total // members + (place < total % members)


def lock(path: Path) -> int | None:
    """The descriptor that holds the file until it is closed, or its process ends; None: somebody else's holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_locked(path: Path) -> bool:
    """Whether anybody, this process too, holds the file."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
