"""The scripts by name: `jobs/submit` is jobs/submit.lua with the parts that it includes put in their place.

A line `-- include parts/NAME.lua` stands for that file. Parts include nothing, and every script says in its head what
KEYS and ARGV are, what it returns, and which rules of the schema it keeps.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

ACCEPTED, REPLAYED = "accepted", "replayed"  # what the two submit scripts say; with the others nothing was stored
STORED = "stored"  # likewise put_problems and withdraw
FULL, REUSED, TOO_MANY, QUOTA, GONE = "full", "reused", "too_many", "quota", "gone"

_INCLUDE = re.compile(r"^-- include (parts/[a-z_]+\.lua)\n", re.MULTILINE)


@cache
def load_script(name: str) -> str:
    """Read a script, with what it includes. Raise FileNotFoundError for a name that is none."""
    return _INCLUDE.sub(lambda line: _read(line[1]), _read(f"{name}.lua"))


def _read(path: str) -> str:
    return files(__package__).joinpath(path).read_text(encoding="utf-8")
