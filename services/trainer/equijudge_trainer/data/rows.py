"""What is trained on, as text and as tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Codec(Protocol):
    """Text to token ids and back, nothing added on the way."""

    @property
    def eos_id(self) -> int: ...
    @property
    def pad_id(self) -> int: ...
    def encode(self, text: str) -> list[int]: ...
    def decode(self, ids: Sequence[int]) -> str: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One program of a set. problem: the set's name. cluster: its algorithm's id, unique within the problem."""

    problem: str
    prompt: str
    completion: str
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A row in tokens. completion ends with EOS. row: its position among the rows that were given. set, cluster:
    numbers from 0 in order of first appearance; two problems never share a cluster."""

    row: int
    set: int
    cluster: int
    prompt: tuple[int, ...]
    completion: tuple[int, ...]

    @property
    def tokens(self) -> int:
        """How many tokens prompt and completion have."""
        return len(self.prompt) + len(self.completion)
