"""Attacks in C++ and C: what Python's do, and what only a program does that the kernel itself starts."""

from __future__ import annotations

from equijudge_selftest.attacks.cpp import compiling, exits, forging, harmless, resources, time

MODULES = (resources, time, exits, forging, compiling, harmless)
