"""Attacks in Java: a runtime with a heap, threads and a compiler of its own, and what is its own not the program's."""

from __future__ import annotations

from equijudge_selftest.attacks.java import compiling, exits, harmless, resources, time

MODULES = (resources, time, exits, compiling, harmless)
