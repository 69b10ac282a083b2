"""What is said of one feature."""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_core.signature.view import Rule


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that can be seen in a program. `rules`: those that find it. `example`: a program that has it."""

    name: str
    definition: str
    rules: tuple[Rule, ...]
    example: str
