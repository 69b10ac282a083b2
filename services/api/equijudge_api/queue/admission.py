"""What is submitted to the queue, and whether it is let in: bounds, refusals, and whether Redis may be given work."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast
from uuid import uuid4

from redis.exceptions import NoPermissionError, RedisError

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.execute import ExecutionLine
from equijudge_core.contracts.jobs import JobKind
from equijudge_core.contracts.verify import ResultLine
from equijudge_core.errors import BadInput
from equijudge_queue import lua_scripts, schema
from equijudge_queue.compression import pack
from equijudge_queue.redis_trouble import WouldEvict, eviction_risk, trouble_of

StoredText = str | bytes  # JSON, as it was made or packed (see equijudge_queue.compression)


log = logging.getLogger(__name__)
FRESH_S = 1.0  # how long what it said of its policy counts


@dataclass(frozen=True)
class Rates:
    """What one key may do: requests and candidates a second, and how many at once. A rate of 0 is none at all."""

    requests_per_s: float = 0.0
    request_burst: int = 1
    candidates_per_s: float = 0.0
    candidate_burst: int = 1


class RateExceeded(Exception):
    """A key has used up its rate. `wait_s`: after so long there is room for what it asks for."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"room in {wait_s} s")
        self.wait_s = wait_s


class IdempotencyConflict(Exception):
    """The idempotency key already belongs to a job that asks for something else."""


class QueueFull(Exception):
    """The backlog has no room for this request. `backlog`: candidates waiting now."""

    def __init__(self, backlog: int) -> None:
        super().__init__(f"{backlog} candidates are waiting")
        self.backlog = backlog


class QuotaExceeded(Exception):
    """The key may not hold so much. `held`: bytes by kind; `quota`: at most in all; `wait_s`: some of it may have gone
    by then; None: what is asked for is more than the quota by itself."""

    def __init__(self, held: Mapping[str, int], quota: int, wait_s: float | None) -> None:
        super().__init__(f"{sum(held.values())} of {quota} bytes are held")
        self.held, self.quota, self.wait_s = held, quota, wait_s


ScriptAnswer = Sequence[bytes | int]


def was_stored(said: ScriptAnswer, quota: int) -> bool:
    """Read what the scripts submit, put_problems and withdraw answer: whether anything new was stored.

    Raise QueueFull, RateExceeded, IdempotencyConflict, QuotaExceeded, BadInput.
    """
    word, number = cast(bytes, said[0]).decode(), int(said[1])
    if word == lua_scripts.FULL:
        raise QueueFull(number)
    if word == lua_scripts.TOO_MANY:
        raise RateExceeded(number / 1000)
    if word == lua_scripts.REUSED:
        raise IdempotencyConflict
    if word == lua_scripts.QUOTA:
        kinds = {cast(bytes, kind).decode(): int(size) for kind, size in zip(said[2::2], said[3::2], strict=True)}
        raise QuotaExceeded(kinds, quota, None if number < 0 else number / 1000)
    if word == lua_scripts.GONE:
        fault = f"{cast(bytes, said[2]).decode()} is stored no more"
        raise BadInput([FieldError(field="problems[].problem_id", problem=fault)])
    return word in (lua_scripts.ACCEPTED, lua_scripts.STORED)


@dataclass(frozen=True)
class Submission:
    """A job as it is to be stored, made from a request before anything is stored.

    `owner` is the id of the key it came with, `fingerprint` stands for what is asked for, `nonce` for this one
    request. `candidates` are what results come for, `programs` what is to be judged. `sent` are problems that
    came with the request: row and summary (JSON) by id; `used` the ids of stored ones; `chunks` payloads (JSON) by id,
    in the order in which they are to be done; `closing` the id of the one that waits for all others; `kind` what was
    asked for; `cached` results that are there already, of candidates that are in no chunk.
    """

    job_id: str
    owner: str
    fingerprint: str
    nonce: str
    candidates: int
    programs: int
    used: tuple[str, ...]
    sent: Mapping[str, tuple[StoredText, StoredText]]
    chunks: Mapping[str, StoredText]
    closing: str = ""
    kind: JobKind = JobKind.VERIFY
    cached: tuple[ResultLine | ExecutionLine, ...] = ()


@dataclass(frozen=True)
class Origin:
    """Where a request came from: the id of its key, the caller's idempotency key, the id of the request."""

    owner: str = ""
    idempotency_key: str | None = None
    request_id: str = ""

    def new_job(self) -> str:
        """The id of the job that it starts; with an idempotency key always the same."""
        if self.idempotency_key is None:
            return uuid4().hex
        return hashlib.sha256(f"{self.owner} {self.idempotency_key}".encode()).hexdigest()[:32]


NO_ORIGIN = Origin()


def pack_submission(job: Submission) -> Submission:
    """Pack the texts of a job as they are stored."""
    chunks = {name: pack(text) for name, text in job.chunks.items()}
    return replace(job, chunks=chunks, sent=pack_problems(job.sent))


def pack_problems(problems: Mapping[str, tuple[StoredText, StoredText]]) -> dict[str, tuple[bytes, bytes]]:
    """Pack rows and summaries as they are stored. A summary is short and read often: it stays as it is."""
    return {name: (pack(row), encode(summary)) for name, (row, summary) in problems.items()}


def encode(text: StoredText) -> bytes:
    """Encode a text in UTF-8; bytes stay as they are."""
    return text.encode() if isinstance(text, str) else text


async def read_memory_info(redis: Any) -> Mapping[str, Any]:
    """Read what Redis says of its memory; {} where this user may not ask, and somebody else looks after it."""
    try:
        found: Mapping[str, Any] = await redis.info("memory")
    except NoPermissionError:
        return {}
    return found


class RedisHealth:
    """Whether Redis may be given work: it evicts nothing, and takes a write. One for each connection."""

    def __init__(self, redis: Any, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis, self._clock = redis, clock
        self._evicts, self._until = "", 0.0

    async def check(self) -> None:
        """Raise WouldEvict, a RedisError, when accepted work might be thrown away."""
        if self._clock() >= self._until:
            await self._ask()
        if self._evicts:
            raise WouldEvict(self._evicts)

    async def trouble(self) -> str:
        """Find out why no work can be put into it now; '' when it can. Raise RedisError for what is a fault of ours."""
        try:
            await self._ask()
            await self._redis.set(schema.PROBE, 1, ex=schema.PROBE_KEPT_S)
        except RedisError as error:
            if (found := trouble_of(error)) is None:
                raise
            return found.text
        return self._evicts

    async def _ask(self) -> None:
        found = eviction_risk(await read_memory_info(self._redis))
        if found and not self._evicts:
            log.error("Redis %s; no work is accepted", found)
        self._evicts, self._until = found, self._clock() + FRESH_S
