"""One service for the tests that do not hurt it; a Redis and both ends of the queue for those of its rules."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Iterator

import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from equijudge_api.queue.cleanup import Cleanup
from equijudge_api.queue.jobs import JobQueue
from equijudge_verifier.worker.store import Store, connect
from tests.integration.queue_bounds_support import QUOTA
from tests.integration.queue_support import Both, answers
from tests.service import REDIS, Http, Service, free_port, running, wait_for


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_MAX_BODY_BYTES": str(2 << 20), "EQUIJUDGE_RUN_EVENTS_S": "2", "EQUIJUDGE_DROP_INS": "on"}
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


@pytest.fixture
async def small(queue: Both, redis_url: str) -> AsyncIterator[Both]:
    """The same queue with a small quota."""
    api = JobQueue(redis_url, max_backlog=10_000, max_backlog_bytes=1 << 30, key_bytes=QUOTA)
    yield Both(api, queue.store, queue.redis)
    await api.close()


@pytest.fixture
async def cleanup(redis_url: str) -> AsyncIterator[Cleanup]:
    async with AsyncRedis.from_url(redis_url, protocol=2) as redis:
        yield Cleanup(redis)
