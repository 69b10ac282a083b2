"""Headers that checkers include and that no package registry has: sources of ours, to lie beside a program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

SOURCES = Path(__file__).parent / "tools"


@cache
def read_header(name: str) -> bytes:
    """What is in the header of this name. Raise FileNotFoundError where there is none."""
    return (SOURCES / name).read_bytes()
