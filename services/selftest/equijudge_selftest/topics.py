"""What an attack is about: the file it is in, and what `--topic` selects."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Topic(StrEnum):
    """The order is that of the tables."""

    RESOURCES = "resources"
    TIME = "time"
    EXITS = "exits"
    FORGING = "forging"
    FILES = "files"
    COMPILING = "compiling"
    COMPARING = "comparing"
    CHECKERS = "checkers"
    CONVERSATIONS = "conversations"
    CALLS = "calls"
    TEST_CODE = "test-code"
    HARMLESS = "harmless"
    BETWEEN_RUNS = "between-runs"
    UNCOUNTED = "uncounted"
    CHANNELS = "channels"
    SERVICE = "service"
    TENANTS = "tenants"


ABOUT: dict[Topic, str] = {
    Topic.RESOURCES: "memory, processes, files, output",
    Topic.TIME: "CPU time and wall time",
    Topic.EXITS: "exit codes and signals",
    Topic.FORGING: "forged verdicts and leaks",
    Topic.FILES: "output files, paths, what only an administrator may do",
    Topic.COMPILING: "the compile step",
    Topic.COMPARING: "how outputs are compared",
    Topic.CHECKERS: "problems' own checkers: outputs against them, programs that look for them, hostile ones",
    Topic.CONVERSATIONS: "programs that talk to an interactor, and interactors that are hostile",
    Topic.CALLS: "programs whose function is called, and how they are told their answers",
    Topic.TEST_CODE: "programs that tests which are code call",
    Topic.HARMLESS: "programs that must not fail",
    Topic.BETWEEN_RUNS: "what a program leaves for the next run",
    Topic.UNCOUNTED: "memory and tables that nobody counts",
    Topic.CHANNELS: "every way from one run to another",
    Topic.SERVICE: "faults of the service under a batch",
    Topic.TENANTS: "what one caller can do to another",
}


class Selectable(Protocol):
    """What every attack has, whether a program, a channel with its reader, or a scenario against the service."""

    @property
    def slug(self) -> str:
        """Unique among all of them, in kebab-case: what `--attack` selects."""
        ...

    @property
    def topic(self) -> Topic:
        """What it is about."""
        ...

    @property
    def row(self) -> str:
        """Its number before 0.2 (old_numbers.py); empty when it had none."""
        ...

    @property
    def name(self) -> str:
        """The property that must hold, as a sentence."""
        ...
