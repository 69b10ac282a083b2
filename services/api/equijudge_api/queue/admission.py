"""Whether the queue lets something in: the bounds that it is told, and how it refuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadInput
from equijudge_queue import lua_scripts


@dataclass(frozen=True)
class Rates:
    """What one key may do: requests and candidates a second, and how many at once. A rate of 0 is none at all."""

    requests_per_s: float = 0.0
    request_burst: int = 1
    candidates_per_s: float = 0.0
    candidate_burst: int = 1


class TooMany(Exception):
    """A key has used up its rate. `wait_s`: after so long there is room for what it asks for."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"room in {wait_s} s")
        self.wait_s = wait_s


class KeyReused(Exception):
    """The idempotency key already belongs to a job that asks for something else."""


class Full(Exception):
    """The backlog has no room for this request. `backlog`: candidates waiting now."""

    def __init__(self, backlog: int) -> None:
        super().__init__(f"{backlog} candidates are waiting")
        self.backlog = backlog


class OverQuota(Exception):
    """The key may not hold so much. `held`: bytes by kind, `quota`: at most in all; `wait_s`: some of it may have gone
    by then, None: what is asked for is more than the quota by itself."""

    def __init__(self, held: Mapping[str, int], quota: int, wait_s: float | None) -> None:
        super().__init__(f"{sum(held.values())} of {quota} bytes are held")
        self.held, self.quota, self.wait_s = held, quota, wait_s


Said = Sequence[bytes | int]


def is_new(said: Said, quota: int) -> bool:
    """What the scripts submit, put_problems and withdraw say: whether anything new was stored. Raises Full, TooMany,
    KeyReused, OverQuota, BadInput."""
    word, number = cast(bytes, said[0]).decode(), int(said[1])
    if word == lua_scripts.FULL:
        raise Full(number)
    if word == lua_scripts.TOO_MANY:
        raise TooMany(number / 1000)
    if word == lua_scripts.REUSED:
        raise KeyReused
    if word == lua_scripts.QUOTA:
        kinds = {cast(bytes, kind).decode(): int(size) for kind, size in zip(said[2::2], said[3::2], strict=True)}
        raise OverQuota(kinds, quota, None if number < 0 else number / 1000)
    if word == lua_scripts.GONE:
        fault = f"{cast(bytes, said[2]).decode()} is stored no more"
        raise BadInput([FieldError(field="problems[].problem_id", problem=fault)])
    return word in (lua_scripts.ACCEPTED, lua_scripts.STORED)
