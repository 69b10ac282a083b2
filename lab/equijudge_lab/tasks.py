"""Tasks that can be interrupted anywhere: each has a key, a folder, and a mark that says it is done.

    OUT/tasks/NAME/       what a done task left; task.json in it holds its key
    OUT/partial/NAME…/    of one that has begun; it becomes tasks/NAME by one rename

1. A key is a hash of all that decides the result: the task's facts, the versions, the keys of what it needs.
2. task.json is the last thing written before the rename: a folder under tasks/ is whole or not there.
3. A done task whose key is not the wanted one is done again, and its folder replaced.
4. What is in a partial folder belongs to the task's key alone; whoever makes the task decides whether to go on with it.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from equijudge.errors import BadArgument
from equijudge_lab.files import read_json, write_json

Kind = Literal["corpus", "sets", "base", "train", "grpo", "generate", "score"]
Lane = Literal["judge", "train"]
_LANES: Mapping[Kind, Lane] = {
    "corpus": "judge",
    "sets": "judge",
    "score": "judge",
    "base": "train",
    "train": "train",
    "grpo": "train",
    "generate": "train",
}
MARK = "task.json"
_KEY_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work. facts: all that decides its result, as JSON, beside what it needs (other tasks' names)."""

    name: str
    kind: Kind
    facts: Mapping[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    @property
    def lane(self) -> Lane:
        """Whether the judge does it, or a process with torch."""
        return _LANES[self.kind]


def task_keys(tasks: Iterable[Task], versions: Mapping[Kind, Mapping[str, str]]) -> dict[str, str]:
    """Make the key of every task, by name; what a task needs must come before it."""
    found: dict[str, str] = {}
    for task in tasks:
        content = {
            "task": [task.name, task.kind],
            "facts": task.facts,
            "versions": versions[task.kind],
            "needs": {name: found[name] for name in task.needs},
        }
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
        found[task.name] = hashlib.sha256(text.encode()).hexdigest()[:_KEY_DIGITS]
    return found


@dataclass(frozen=True, slots=True)
class TaskStore:
    """The folders under OUT."""

    root: Path

    def folder(self, name: str) -> Path:
        """Where a done task's files are."""
        return self.root / "tasks" / name

    def partial(self, name: str, key: str) -> Path:
        """Where a task's files are while it is made."""
        return self.root / "partial" / f"{name.replace('/', '_')}-{key[:12]}"

    def log(self, name: str) -> Path:
        """Where a task's process writes what it says."""
        return self.root / "logs" / f"{name.replace('/', '_')}.log"

    def read_mark(self, name: str) -> dict[str, Any] | None:
        """Read what a done task's mark says: key, seconds, and who made it."""
        try:
            found: dict[str, Any] = json.loads((self.folder(name) / MARK).read_text("utf-8"))
        except FileNotFoundError:
            return None
        return found

    def is_done(self, name: str, key: str) -> bool:
        """Whether the task is there as its key wants it."""
        mark = self.read_mark(name)
        return mark is not None and mark["key"] == key

    def begin(self, name: str, key: str) -> Path:
        """Make the task's partial folder, or take over what an interrupted attempt left; attempts of other keys go."""
        folder = self.partial(name, key)
        for other in folder.parent.glob(f"{folder.name.rpartition('-')[0]}-*"):
            if other != folder and len(other.name) == len(folder.name):
                shutil.rmtree(other)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def finish(self, name: str, key: str, facts: Mapping[str, Any]) -> Path:
        """Mark the partial folder as whole and put it in its place."""
        partial, folder = self.partial(name, key), self.folder(name)
        write_json(partial / MARK, {"key": key, **facts})
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists():
            stale = self.root / "partial" / f"{folder.name}.stale"
            shutil.rmtree(stale, ignore_errors=True)
            folder.rename(stale)
            shutil.rmtree(stale)
        partial.rename(folder)
        return folder

    def adopt(self, name: str, key: str) -> bool:
        """Put a whole partial folder in its place, where a kill came between mark and rename."""
        mark = self.partial(name, key) / MARK
        if not mark.is_file():
            return False
        self.finish(name, key, {field: value for field, value in read_json(mark).items() if field != "key"})
        return True

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Lock the folder: one command at a time may write here. Raises BadArgument when another one does, or OUT
        cannot be used."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise BadArgument(f"--out {self.root}: {error.strerror}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as error:
            raise BadArgument(f"--out {self.root}: another `equijudge lab` works there") from error
        finally:
            os.close(descriptor)
