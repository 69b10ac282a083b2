"""Programs whose end could go otherwise in a cell than under `python3 main.py`; each prints what decides."""

from __future__ import annotations

from tests.endings import depth, exit_functions, left_over, objects, status, streams, suspended

MODULES = (objects, streams, exit_functions, suspended, left_over, status, depth)
PROGRAMS = {name: source for module in MODULES for name, source in module.PROGRAMS.items()}
