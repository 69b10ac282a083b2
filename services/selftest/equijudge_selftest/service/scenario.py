"""One attack on the service: what must be seen, and the function that attacks and looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from equijudge_selftest.old_numbers import row_of
from equijudge_selftest.service.own_service import Service
from equijudge_selftest.topics import Topic


@dataclass(frozen=True, slots=True)
class Scenario:
    """`run` returns what was seen, and raises Broken when that is not what `name` promises."""

    topic: Topic
    slug: str
    name: str
    expected: str
    run: Callable[[Service], str]

    @property
    def row(self) -> str:
        """The old number."""
        return row_of(self.slug)
