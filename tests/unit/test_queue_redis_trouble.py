"""What an error of Redis says of it, whichever version put it into words."""

from __future__ import annotations

import pytest
from redis.backoff import NoBackoff
from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    ConnectionError,
    NoPermissionError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisError,
    ResponseError,
    TimeoutError,
)

from equijudge_queue.redis_trouble import PatientRetry, Unwilling, WouldEvict, eviction_risk, trouble_of

# as redis-py 8 gave them, of redis-server 6.2 and 7.4
OOM_6 = "Error running script (call to f_1): @user_script:21: @user_script: 21: -OOM command not allowed"
OOM_7 = "command not allowed when used memory > 'maxmemory'. script: 1f, on @user_script:21."
MISCONF = "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk."
MISCONF_6 = f"Error running script (call to f_1): @user_script:21: @user_script: 21: -{MISCONF}"


@pytest.mark.parametrize(
    ("error", "word", "passes"),
    [
        (ResponseError(OOM_6), "full", True),
        (OutOfMemoryError(OOM_7), "full", True),
        (ResponseError(MISCONF), "save", True),
        (ResponseError(MISCONF_6), "save", True),
        (ResponseError(f"Command # 1 (SET a -OOM b) of pipeline caused error: {MISCONF}"), "save", True),
        (ResponseError(f"Command # 1 (SET a) of pipeline caused error: ('{MISCONF}',)"), "save", True),
        (ReadOnlyError("You can't write against a read only replica."), "read-only", True),
        (ResponseError("NOREPLICAS Not enough good replicas to write."), "replicas", True),
        (BusyLoadingError("Redis is loading the dataset in memory"), "loading", True),
        (ResponseError("BUSY Redis is busy running a script."), "busy", True),
        (ConnectionError("Error 111 connecting"), "away: Error 111", True),
        (TimeoutError("Timeout reading"), "away", True),
        (AuthenticationError("Authentication required."), "password", False),
        (NoPermissionError("this user has no permissions"), "password", False),
        (WouldEvict("would evict"), "would evict", False),
    ],
)
def test_trouble_is_named(error: RedisError, word: str, passes: bool) -> None:
    trouble = trouble_of(error)
    assert trouble is not None
    assert word in trouble.text
    assert trouble.passes is passes


@pytest.mark.parametrize("said", ["WRONGTYPE Operation against a key", "unknown command", "BUSYGROUP Name exists"])
def test_what_says_nothing_of_redis_is_a_fault_of_ours(said: str) -> None:
    assert trouble_of(ResponseError(said)) is None


@pytest.mark.parametrize(
    ("memory", "named"),
    [
        ({"maxmemory": 8 << 20, "maxmemory_policy": "allkeys-lru"}, "allkeys-lru"),
        ({"maxmemory": 8 << 20, "maxmemory_policy": "volatile-ttl"}, "volatile-ttl"),
        ({"maxmemory": 8 << 20, "maxmemory_policy": "noeviction"}, ""),
        ({"maxmemory": 0, "maxmemory_policy": "allkeys-lru"}, ""),
        ({}, ""),
    ],
)
def test_a_policy_that_evicts_is_named(memory: dict[str, object], named: str) -> None:
    found = eviction_risk(memory)
    assert bool(found) == bool(named)
    assert named in found


class Refusing:
    """Fails so often, then answers."""

    def __init__(self, error: RedisError, times: int) -> None:
        self.error, self.left = error, times

    def __call__(self) -> str:
        self.left -= 1
        if self.left >= 0:
            raise self.error
        return "answer"


def retried(call: Refusing) -> str:
    return PatientRetry(NoBackoff(), 3).call_with_retry(call, lambda error: None)


def test_a_worker_waits_for_what_passes() -> None:
    assert retried(Refusing(ResponseError(MISCONF), 3)) == "answer"


def test_what_does_not_pass_in_time_is_unwilling() -> None:
    with pytest.raises(Unwilling, match="Redis is full"):
        retried(Refusing(OutOfMemoryError(OOM_7), 9))


def test_a_fault_of_ours_is_not_tried_again() -> None:
    call = Refusing(ResponseError("WRONGTYPE"), 9)
    with pytest.raises(ResponseError, match="WRONGTYPE"):
        retried(call)
    assert call.left == 8
