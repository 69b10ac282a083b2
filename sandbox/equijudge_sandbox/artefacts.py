"""Compiled programs on disk, so that each is compiled once: over tests, runs, workers and repeats.

They are bytes that a hostile program's compiler left. Nobody outside a cell runs or reads them; here they are only
kept, under the hash of all that bears on them, and go back into cells.
"""

from __future__ import annotations

import contextlib
import logging
import os
import struct
import tempfile
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

HEAD = struct.Struct("!4sI")  # MAGIC, the check sum of what follows
MAGIC = b"EJA1"
MOST_FILES = 20_000
LARGEST_SHARE = 1 / 32
ROOM_MADE = 0.9  # of its bounds, when they are passed: not to look at every file again for the next one

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ArtefactSettings:
    """folder None: nothing is kept. Of several processes that share a folder the smallest bounds hold."""

    folder: Path | None = None
    most_bytes: int = 1 << 30
    most_age_s: float = 30 * 24 * 3600.0


class ArtefactStore:
    """A folder that processes may share. A fault of the disk costs a compilation, never a verdict."""

    def __init__(self, settings: ArtefactSettings) -> None:
        self._settings = settings
        self._folder = settings.folder
        self._complained = False

    def get(self, key: str) -> bytes | None:
        """What was put under this key, unless it is too old or damaged; then it is removed."""
        if self._folder is None:
            return None
        path = self._folder / key
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._complain(error)
            return None
        try:
            facts = os.fstat(descriptor)
            head, data = os.read(descriptor, HEAD.size), _read(descriptor, facts.st_size - HEAD.size)
            if time.time() - facts.st_mtime <= self._settings.most_age_s and _is_whole(head, data):
                os.utime(descriptor)  # the age counts from the last use
                return data
        except OSError as error:
            self._complain(error)
            return None
        finally:
            os.close(descriptor)
        with contextlib.suppress(OSError):  # what cannot be removed is passed over again the next time
            path.unlink()
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep it, and make room for it: what was used longest ago goes first.

        One of more than LARGEST_SHARE of the room is not kept: a few programs with huge tables would drive out all."""
        if self._folder is None or len(data) + HEAD.size > LARGEST_SHARE * self._settings.most_bytes:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room(len(data) + HEAD.size)
            self._write(self._folder / key, HEAD.pack(MAGIC, zlib.crc32(data)) + data)
        except OSError as error:
            self._complain(error)

    def _write(self, target: Path, data: bytes) -> None:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".")
        try:
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(data)
            os.replace(name, target)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
            raise

    def _make_room(self, needed: int) -> None:
        assert self._folder is not None
        kept = []
        for entry in os.scandir(self._folder):
            with contextlib.suppress(FileNotFoundError):  # another process makes room too
                if entry.is_file(follow_symlinks=False):  # the root of a volume has a folder, lost+found
                    facts = entry.stat(follow_symlinks=False)
                    kept.append((facts.st_mtime, facts.st_size, entry.path))
        kept.sort()
        oldest, size, count = time.time() - self._settings.most_age_s, sum(each[1] for each in kept), len(kept)
        most_bytes, most_files = self._settings.most_bytes, MOST_FILES
        if size + needed > most_bytes or count >= most_files:
            most_bytes, most_files = int(ROOM_MADE * most_bytes), int(ROOM_MADE * most_files)
        for used, bytes_kept, path in kept:
            if used >= oldest and size + needed <= most_bytes and count < most_files:
                break
            with contextlib.suppress(FileNotFoundError):
                os.unlink(path)
            size, count = size - bytes_kept, count - 1

    def _complain(self, error: OSError) -> None:
        if not self._complained:
            log.warning("compiled programs cannot be kept in %s: %s; each is compiled anew", self._folder, error)
        self._complained = True


def _read(descriptor: int, size: int) -> bytes:
    parts = []
    while size > 0 and (part := os.read(descriptor, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)  # of one part, as it is


def _is_whole(head: bytes, data: bytes) -> bool:
    if len(head) < HEAD.size:
        return False
    magic, check = HEAD.unpack(head)
    return bool(magic == MAGIC) and check == zlib.crc32(data)
