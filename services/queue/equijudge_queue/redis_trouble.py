"""What is wrong with a Redis that is away, or answers and will not do, in words for whoever runs it. Pure.

Redis names what is wrong in the first word of an error; a script's error may carry it further back, and redis-py turns
some of the words into classes. Both are looked at. An error that is none of these is a fault of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    ClusterDownError,
    ConnectionError,
    MasterDownError,
    NoPermissionError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisError,
    ResponseError,
    TimeoutError,
)
from redis.retry import Retry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Trouble:
    """`text` continues "Redis …". passes: it may be over by itself, so that waiting helps."""

    text: str
    passes: bool = True


_FULL = Trouble("is full: it holds as much as its maxmemory allows")
_READ_ONLY = Trouble("is a read-only replica, which takes no work")
_LOADING = Trouble("is loading its data")
_NO_MASTER = Trouble("is a replica that has lost its master")
_NO_CLUSTER = Trouble("is a cluster of which a part is down")
_REFUSES = Trouble("refuses our user or password", passes=False)
_WORDS = {
    "OOM": _FULL,
    "READONLY": _READ_ONLY,
    "MISCONF": Trouble("cannot save to its disk, and takes no writes until it can"),
    "LOADING": _LOADING,
    "BUSY": Trouble("is busy with a script"),
    "NOREPLICAS": Trouble("has fewer replicas than it wants, and takes no writes"),
    "MASTERDOWN": _NO_MASTER,
    "CLUSTERDOWN": _NO_CLUSTER,
    "NOAUTH": _REFUSES,
    "WRONGPASS": _REFUSES,
    "NOPERM": _REFUSES,
}
# at the start; behind a script's place; behind the command of a pipeline, which may hold anything: the last one counts
_WORD = re.compile(rf"(?:^|-|caused error: (?:\(['\"])?)({'|'.join(_WORDS)}) ")
_CLASSES: tuple[tuple[type[RedisError], Trouble], ...] = (  # before ConnectionError, which some of them are
    (OutOfMemoryError, _FULL),
    (ReadOnlyError, _READ_ONLY),
    (BusyLoadingError, _LOADING),
    (MasterDownError, _NO_MASTER),
    (ClusterDownError, _NO_CLUSTER),
    (AuthenticationError, _REFUSES),
    (NoPermissionError, _REFUSES),
)


class WouldEvict(RedisError):
    """Work was not put into a Redis that might throw it away."""


class Unwilling(ConnectionError):
    """Redis will not do now what it may do later; a ConnectionError, since the same helps: to wait."""


def trouble_of(error: RedisError) -> Trouble | None:
    """What the error says of Redis; None: nothing, the fault is ours."""
    if isinstance(error, WouldEvict):
        return Trouble(str(error), passes=False)
    for kind, trouble in _CLASSES:
        if isinstance(error, kind):
            return trouble
    if isinstance(error, ConnectionError | TimeoutError):
        return Trouble(f"is away: {error}")
    said = _WORD.findall(str(error))
    return _WORDS[said[-1]] if said else None


def eviction_risk(memory: Mapping[str, Any]) -> str:
    """What is wrong with the policy that `INFO memory` shows; '' when nothing is."""
    policy, most = str(memory.get("maxmemory_policy", "noeviction")), int(memory.get("maxmemory", 0))
    if not most or policy == "noeviction":
        return ""
    return (
        f"would evict accepted work: its maxmemory-policy is {policy}, with a maxmemory of {most} bytes; "
        "set maxmemory-policy noeviction"
    )


class PatientRetry(Retry):
    """A Retry that also waits for a Redis that is there and will not do now. Raise Unwilling when that is no use."""

    def call_with_retry(self, do: Callable[[], T], *more: Any, **named: Any) -> T:
        """See Retry."""

        def willing() -> T:
            try:
                return do()
            except ResponseError as error:
                trouble = trouble_of(error)
                if trouble is None or not trouble.passes:
                    raise
                raise Unwilling(f"Redis {trouble.text}") from error

        return super().call_with_retry(willing, *more, **named)
