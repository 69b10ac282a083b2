"""A service without a verifier, for tests of training runs: a Redis and an API."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from equijudge import Client, Retry
from tests.service import KEY, Service, wait_for

CONFIG: dict[str, Any] = {"model": "a/model", "data": {"path": "sets.jsonl"}}


@contextmanager
def api_alone(folder: Path, **settings: str) -> Iterator[Service]:
    """Redis and the API."""
    service = Service(folder, settings=settings)
    try:
        service.start("redis")
        service.start("api")
        wait_for(lambda: answers(service), 60, "the API")
        yield service
    finally:
        service.end_all()


def answers(service: Service) -> bool:
    """Whether the API is there and has found its Redis."""
    try:
        return service.http().get("/training-runs").status_code == 200
    except httpx.TransportError:
        return False


def client_of(service: Service, total_s: float = 20.0, key: str = KEY) -> Client:
    """A client, with a full key unless another is given."""
    return Client(service.http().base, key, retry=Retry(total_s=total_s))


def forget(service: Service) -> None:
    """Nothing is left of earlier runs."""
    service.redis().flushall()
