"""Every attack by a program, topic by topic."""

from __future__ import annotations

from itertools import chain

from equijudge_selftest.attacks import (
    between_runs,
    called_functions,
    checked_outputs,
    checker_seekers,
    coded_tests,
    comparing,
    compiling,
    cpp,
    exits,
    files,
    forging,
    harmless,
    hostile_checkers,
    hostile_talk,
    java,
    other_compilers,
    other_harmless,
    other_runtimes,
    resources,
    time,
    uncounted,
)
from equijudge_selftest.attacks.attack import Attack

MODULES = (
    resources, time, exits, forging, files, compiling, comparing, checked_outputs, checker_seekers,
    hostile_checkers, hostile_talk, called_functions, coded_tests, harmless, between_runs,
    uncounted,
    *cpp.MODULES, *java.MODULES, other_compilers, other_harmless, other_runtimes,
)  # fmt: skip
CATALOGUE: tuple[Attack, ...] = tuple(chain.from_iterable(module.ATTACKS for module in MODULES))


def find_attack(slug: str) -> Attack:
    """The attack of that name. Raises KeyError."""
    for attack in CATALOGUE:
        if attack.slug == slug:
            return attack
    raise KeyError(slug)
