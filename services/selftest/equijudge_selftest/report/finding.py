"""What is said of one property, wherever it was looked at."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Finding(BaseModel):
    """`held`: what the row promises was seen to be so; else `broke` says what was seen instead."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    row: str
    section: int
    property: str
    expected: tuple[str, ...]
    got: str
    held: bool
    broke: tuple[str, ...] = ()
    wall_time_s: float = 0.0

    def to_row(self) -> dict[str, Any]:
        """As JSON has it."""
        return self.model_dump(mode="json")
