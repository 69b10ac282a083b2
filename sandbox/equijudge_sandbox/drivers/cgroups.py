"""A memory cgroup for every local cell, where root can make one: the kernel counts what no process shows.

Both versions. A group is a child of this process's own one (version 1) or stands beside it (version 2, where a group
with processes has no children that count memory), so that what bounds the verifier bounds its cells too. Its folder is
locked by the driver as long as it lives: a group that nobody locks was left by a driver that was killed.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PREFIX = "equijudge-cell-"
TRIES = 5  # to make a group
END_TIMEOUT_S = 5.0  # a killed cell's processes have left its group by then
# Run by /bin/sh: enter the group whose list of processes is $0, so that all that follows is counted.
ENTER = 'echo 0 > "$0"'


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Where groups are made. `version` is 1 or 2, `parent` the folder that new ones are made in."""

    version: int
    parent: Path

    @property
    def path_in_cell(self) -> str:
        """Where the runner looks for its own group's files."""
        return "/sys/fs/cgroup/memory" if self.version == 1 else "/sys/fs/cgroup"

    def create(self, memory_bytes: int) -> CellCgroup:
        """A new, empty group that may hold so many bytes, swap included. Raises OSError."""
        for _ in range(TRIES):
            folder = self.parent / f"{PREFIX}{secrets.token_hex(8)}"
            folder.mkdir()
            lock = lock_folder(folder)
            if lock is not None:
                break  # else another verifier, which clears away what is nobody's, came before it was locked
        else:
            raise OSError(f"{folder} was removed as it was made")
        group = CellCgroup(folder, self.version, lock)
        try:
            for name, value in self.limits(memory_bytes):
                if (folder / name).exists():
                    (folder / name).write_text(str(value))
        except OSError:
            group.remove()
            raise
        return group

    def limits(self, memory_bytes: int) -> tuple[tuple[str, int], ...]:
        """The files that bound a group, in the order in which the kernel takes them."""
        if self.version == 1:
            return ("memory.limit_in_bytes", memory_bytes), ("memory.memsw.limit_in_bytes", memory_bytes)
        return ("memory.max", memory_bytes), ("memory.swap.max", 0)

    def clear_stale(self) -> int:
        """Remove the groups of drivers that are gone; how many there were."""
        cleared = 0
        for folder in self.parent.glob(f"{PREFIX}*"):
            lock = lock_folder(folder)
            if lock is not None:
                cleared += CellCgroup(folder, self.version, lock).remove(patience_s=0.0)
        return cleared


class CellCgroup:
    """One cell's group; see Hierarchy.create."""

    def __init__(self, folder: Path, version: int, lock: int) -> None:
        self.folder, self._version = folder, version
        self._lock: int | None = lock

    @property
    def processes(self) -> Path:
        """Who writes 0 here enters the group."""
        return self.folder / "cgroup.procs"

    def oom_killed(self) -> bool:
        """Whether the kernel has killed in it for want of memory; False when it is gone."""
        with suppress(OSError):
            text = (self.folder / ("memory.oom_control" if self._version == 1 else "memory.events")).read_text()
            return any(line.startswith("oom_kill ") and line != "oom_kill 0" for line in text.splitlines())
        return False

    def remove(self, patience_s: float = END_TIMEOUT_S) -> bool:
        """Remove it as soon as its last process is gone; False when that takes too long. May be called twice."""
        deadline = time.monotonic() + patience_s
        removed = self._lock is None
        while not removed:
            try:
                self.folder.rmdir()
            except FileNotFoundError:
                removed = True
            except OSError:  # busy: what was killed has not quite gone
                if time.monotonic() >= deadline:
                    break
                time.sleep(0.001)
            else:
                removed = True
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        return removed


def lock_folder(folder: Path) -> int | None:
    """Lock the folder until the descriptor is closed; None where another has the lock, or the folder is gone."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if folder.exists():
            return descriptor
    except BlockingIOError:
        pass
    os.close(descriptor)
    return None


def find_hierarchy(proc: Path = Path("/proc/self")) -> Hierarchy:
    """Where this process can make groups that count memory, tried out. Raises OSError that says why it cannot."""
    reasons = []
    for version, mounted, group in own_groups((proc / "mountinfo").read_text(), (proc / "cgroup").read_text()):
        for parent in (group,) if version == 1 else (group, group.parent):
            if parent != mounted and mounted not in parent.parents:
                continue
            found = Hierarchy(version, parent)
            try:
                if version == 2:
                    count_memory_in_children(parent)
                try_out(found)
            except (OSError, subprocess.SubprocessError) as error:
                reasons.append(f"{parent}: {error}")
            else:
                return found
    raise OSError("; ".join(reasons) or "no memory cgroup is mounted")


def own_groups(mountinfo: str, cgroup: str) -> list[tuple[int, Path, Path]]:
    """(version, where it is mounted, this process's own group) of every hierarchy that may count memory."""
    own = {controllers: path for _, controllers, path in (line.split(":", 2) for line in cgroup.splitlines())}
    version_1 = next((path for controllers, path in own.items() if "memory" in controllers.split(",")), None)
    found = []
    for line in mountinfo.splitlines():
        front, _, back = line.partition(" - ")
        root, mounted = front.split()[3:5]
        kind, _, options = back.split()[:3]
        if kind == "cgroup" and "memory" in options.split(",") and version_1 is not None:
            found.append((1, Path(mounted), below(Path(mounted), root, version_1)))
        elif kind == "cgroup2" and version_1 is None:
            found.append((2, Path(mounted), below(Path(mounted), root, own.get("", "/"))))
    return found


def below(mounted: Path, root: str, path: str) -> Path:
    """The folder of group `path` where the hierarchy is mounted from group `root` on."""
    if not Path(path).is_relative_to(root) or ".." in Path(path).parts:
        return mounted
    return mounted / Path(path).relative_to(root)


def count_memory_in_children(parent: Path) -> None:
    """Version 2 counts memory only where the parent says so; it cannot while processes are in it (EBUSY)."""
    control = parent / "cgroup.subtree_control"
    if "memory" not in control.read_text().split():
        control.write_text("+memory")


def try_out(hierarchy: Hierarchy) -> None:
    """Make a group, let a process enter it, see that it counts, and remove it. Raises OSError, SubprocessError."""
    group = hierarchy.create(64 << 20)
    try:
        usage = group.folder / ("memory.usage_in_bytes" if hierarchy.version == 1 else "memory.current")
        int(usage.read_text())
        subprocess.run(["/bin/sh", "-c", ENTER, str(group.processes)], env={}, check=True, capture_output=True)
    finally:
        group.remove()
