"""The embedded judge's directory: what lies where, and who may use it.

    lock           held (flock) as long as any process of an instance lives: the truth about "is one running"
    users          shared by commands that use an instance started by another command
    instance.json  where the instance listens; written when it is ready, meaningless without the lock
    key            the API key, made once
    redis/         the append-only file: problems, accepted jobs and cached verdicts survive a restart
    logs/          one log per part, the previous one as NAME.log.1

Everything in it is readable by its owner only.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from equijudge.errors import EmbeddedError

# sun_path has 108 bytes, the final zero included.
_LONGEST_SOCKET_PATH = 107


@dataclass(frozen=True, slots=True)
class Instance:
    """A running judge."""

    url: str
    api_key: str = field(repr=False)
    pid: int


@dataclass(frozen=True, slots=True)
class DataDir:
    """Paths and locks under one directory. Nothing is created before `create`."""

    path: Path

    def create(self) -> None:
        """Make the directory, readable by its owner only. Raises EmbeddedError."""
        try:
            for folder in (self.path, self.path / "redis", self.path / "logs"):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise EmbeddedError(f"cannot use {self.path}: {error}; set EQUIJUDGE_DATA_DIR") from error

    def log(self, part: str) -> Path:
        """Where a part's output goes."""
        return self.path / "logs" / f"{part}.log"

    def socket(self) -> Path:
        """Redis' socket: beside the data, or under the temporary directory when that path is too long."""
        beside = self.path / "redis.sock"
        if len(os.fsencode(beside)) <= _LONGEST_SOCKET_PATH:
            return beside
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"equijudge-{os.getuid()}-{digest}"
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid != os.getuid():
            raise EmbeddedError(f"{folder} is not ours; set EQUIJUDGE_DATA_DIR to a shorter path")
        return folder / "redis.sock"

    def api_key(self) -> str:
        """Return the key, which is made on first use."""
        path = self.path / "key"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text().strip()
        with open(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(24) + "\n")
        return path.read_text().strip()

    def publish(self, instance: Instance) -> None:
        """Say where the instance listens, all at once."""
        draft = self._state().with_suffix(".new")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(asdict(instance)))
        draft.replace(self._state())

    def unpublish(self) -> None:
        """Say no more where the instance listens: it is going."""
        self._state().unlink(missing_ok=True)

    def running(self) -> Instance | None:
        """Return the instance that is ready in this directory, if there is one."""
        return self._read_state() if self.locked() else None

    def wait_for_instance(self, timeout_s: float) -> Instance | None:
        """Wait while an instance starts or ends; return the ready one, or None when the directory is free."""
        deadline = time.monotonic() + timeout_s
        while self.locked() and self._read_state() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.running()

    def locked(self) -> bool:
        """Whether any process of an instance lives."""
        try:
            descriptor = os.open(self.path / "lock", os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            return not _lock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        finally:
            os.close(descriptor)

    def take(self, timeout_s: float) -> int:
        """Take the lock and return its descriptor; wait for an instance that is ending. Raises EmbeddedError."""
        descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + timeout_s
        while not _lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB):
            self._check_free(time.monotonic() > deadline)
            time.sleep(0.05)
        self.unpublish()
        return descriptor

    @contextmanager
    def register_user(self) -> Iterator[int]:
        """Count as a user of the instance in the block, so that its starter waits; gives the descriptor."""
        descriptor = os.open(self.path / "users", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _lock(descriptor, fcntl.LOCK_SH)
            yield descriptor
        finally:
            os.close(descriptor)

    def _state(self) -> Path:
        return self.path / "instance.json"

    def _read_state(self) -> Instance | None:
        try:
            return Instance(**json.loads(self._state().read_text()))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def _check_free(self, late: bool) -> None:
        instance = self._read_state()
        if instance is not None and _alive(instance.pid):
            raise EmbeddedError(
                f"an embedded judge is already running in {self.path}: {instance.url} (pid {instance.pid}); "
                "use it, stop it, or set EQUIJUDGE_DATA_DIR to another directory"
            )
        if late:
            raise EmbeddedError(f"another process holds {self.path / 'lock'}; is an instance starting there?")


def is_last_user(users: int, wait: bool) -> bool:
    """Whether no other command uses the instance any more; `users` is what DataDir.register_user gave."""
    return _lock(users, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except OSError as error:
        if error.errno != errno.EWOULDBLOCK:
            raise
        return False
    return True


def _alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
