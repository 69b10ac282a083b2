"""One service for the tests that do not hurt it; a Redis and both ends of the queue for those of its rules."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Iterator

import pytest
from redis import Redis

from equijudge_api.queue import JobQueue
from equijudge_verifier.store import Store, connect
from tests.integration.queue_support import Both, answers
from tests.service import REDIS, Http, Service, free_port, running, wait_for


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_MAX_BODY_BYTES": str(2 << 20), "EQUIJUDGE_RUN_EVENTS_S": "2"}
    with running(tmp_path_factory.mktemp("service"), settings=settings) as made:
        yield made


@pytest.fixture
def http(service: Service) -> Http:
    return service.http()


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    command = [str(REDIS), "--port", str(port), "--dir", str(folder), "--save", "", "--logfile", "redis.log"]
    with subprocess.Popen(command) as process, Redis(port=port) as redis:
        wait_for(lambda: answers(redis), what="Redis")
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()


@pytest.fixture
async def queue(redis_url: str) -> AsyncIterator[Both]:
    redis = connect(redis_url)
    redis.flushall()
    api = JobQueue(redis_url, max_backlog=100, max_backlog_bytes=20_000)
    yield Both(api, Store(redis, lease_s=60, cache_ttl_s=60), redis)
    await api.close()
    redis.close()
