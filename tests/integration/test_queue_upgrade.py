"""What lies in Redis when the service is upgraded: what 0.1 queued is done, and what is newer is left to others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_queue import schema
from equijudge_queue.chunk_payload import UnreadableChunk
from equijudge_queue.compression import unpack
from tests.integration.queue_support import Both, answer
from tests.service import items_of


def edit_payload(queue: Both, chunk_id: str, **fields: Any) -> None:
    """Change fields of a chunk as it lies in Redis."""
    stored = queue.redis.hget(schema.chunk_key(chunk_id), "payload")
    assert isinstance(stored, bytes)
    payload = json.dumps({**json.loads(unpack(stored)), **fields})
    queue.redis.hset(schema.chunk_key(chunk_id), "payload", payload)


async def test_a_chunk_that_the_version_before_queued_is_done(queue: Both) -> None:
    job_id = await queue.submit(["a"])
    [chunk_id] = queue.chunks()
    edit_payload(queue, chunk_id, work="")
    claim = queue.claim(chunk_id)
    assert [item.body.source for item in items_of(claim)] == ["a"]
    assert queue.store.report(claim, answer(claim))
    assert (await queue.status(job_id)).state == "done"


async def test_a_chunk_of_a_newer_version_is_claimed_and_left_until_its_lease_ends(queue: Both) -> None:
    job_id = await queue.submit(["a"])
    [chunk_id] = queue.chunks()
    edit_payload(queue, chunk_id, kind="of a newer version")
    with pytest.raises(UnreadableChunk):
        queue.store.claim(chunk_id)
    assert queue.store.claim(chunk_id) is None
    queue.due(chunk_id)
    edit_payload(queue, chunk_id, kind="verify")  # what a newer worker makes of it
    assert queue.claim(chunk_id).token == 2
    assert (await queue.status(job_id)).state == "running"
