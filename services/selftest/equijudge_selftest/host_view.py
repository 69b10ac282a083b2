"""A cell as the host sees it: its processes, and whether it is gone. And what this process itself holds."""

from __future__ import annotations

import ctypes
import os
import time
from contextlib import suppress
from pathlib import Path

import docker.errors

from equijudge_sandbox.cell import Host
from equijudge_sandbox.drivers.docker import ContainerHost
from equijudge_sandbox.drivers.local import BwrapHost
from equijudge_sandbox.errors import CellLost

KB = 1024
LIBC = ctypes.CDLL(None)
TRIES, PAUSE_S = 20, 0.05


def list_processes(host: Host) -> list[tuple[int, str]]:
    """Uid and name of every process in the cell. Raises CellLost when it has ended."""
    if isinstance(host, ContainerHost):
        return [(int(uid), name) for _, uid, name in _list_by_engine(host)]
    assert isinstance(host, BwrapHost)
    return _descendants(host.pid)


def _list_by_engine(host: ContainerHost) -> list[list[str]]:
    """Ask the engine, again if need be: it has been seen to list none (null) of a container that goes on running."""
    for _ in range(TRIES):
        try:
            rows: list[list[str]] | None = host.api.top(host.container, "-eo pid,uid,comm")["Processes"]
        except docker.errors.APIError as error:
            raise CellLost(f"the engine knows of no process in it: {error.explanation}") from error
        if rows:
            return rows
        time.sleep(PAUSE_S)
    raise CellLost("the engine lists no process in it")


def is_gone(host: Host) -> bool:
    """Whether nothing of the cell is left on the host."""
    if isinstance(host, ContainerHost):
        with suppress(docker.errors.NotFound):
            host.api.inspect_container(host.container)
            return False
        return True
    assert isinstance(host, BwrapHost)
    return not Path(f"/proc/{host.pid}").exists()


def resident_bytes() -> int:
    """Memory of this process, without what it has freed and its C library keeps for later, where that can be asked."""
    if hasattr(LIBC, "malloc_trim"):
        LIBC.malloc_trim(0)
    return _status("VmRSS")


def peak_bytes() -> int:
    """Most memory of this process since reset_peak()."""
    return _status("VmHWM")


def reset_peak() -> None:
    """Begin to measure a new peak."""
    Path("/proc/self/clear_refs").write_text("5")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return KB * next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def _descendants(parent: int) -> list[tuple[int, str]]:
    """Uid and name of every descendant of a process."""
    found = []
    for child in _children().get(parent, []):
        with suppress(FileNotFoundError, ProcessLookupError):
            name = Path(f"/proc/{child}/comm").read_text().strip()
            found.append((os.stat(f"/proc/{child}").st_uid, name))
        found += _descendants(child)
    return found


def _children() -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with suppress(FileNotFoundError, ProcessLookupError):
                text = Path(f"/proc/{name}/stat").read_text(errors="replace")
                children.setdefault(int(text.rpartition(")")[2].split()[1]), []).append(int(name))
    return children
