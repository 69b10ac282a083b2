"""What is said of one attack, wherever it was made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from equijudge_selftest.old_numbers import SECTIONS
from equijudge_selftest.topics import Selectable, Topic


class Finding(BaseModel):
    """`held`: what the attack's property promises was seen to be so; else `broke` says what was seen instead.

    `row` and `section` are deprecated: see old_numbers.py.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    slug: str
    topic: Topic
    row: str
    section: int
    property: str
    expected: tuple[str, ...]
    got: str
    held: bool
    broke: tuple[str, ...] = ()
    wall_time_s: float = 0.0

    @classmethod
    def about(
        cls, attack: Selectable, *, expected: Sequence[str], got: str, broke: Sequence[str], wall_time_s: float
    ) -> Self:
        """What was seen of an attack; it held when nothing `broke`."""
        return cls(
            slug=attack.slug,
            topic=attack.topic,
            row=attack.row,
            section=SECTIONS[attack.topic],
            property=attack.name,
            expected=tuple(expected),
            got=got,
            held=not broke,
            broke=tuple(broke),
            wall_time_s=round(wall_time_s, 3),
        )

    def to_row(self) -> dict[str, Any]:
        """As JSON has it."""
        return self.model_dump(mode="json")
