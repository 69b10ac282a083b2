"""The functions that the queue calls by name. RQ calls them in the worker process, which prepares them."""

from __future__ import annotations

from equijudge_verifier.chunks.verify import Verifier

_verifier: list[Verifier] = []


def prepare(verifier: Verifier) -> None:
    """Called once, by the worker process before it takes jobs."""
    _verifier[:] = [verifier]


def verify_chunk(chunk_id: str) -> None:
    """Do one chunk. Raises IndexError in a process that was not prepared (an RQ worker that is not ours)."""
    _verifier[0].verify(chunk_id)
