"""The interpreters that tests can run programs with."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def interpreters() -> dict[str, str]:
    """Every Python 3.11 to 3.13 that is installed here, by version."""
    found = {}
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in (11, 12, 13):
        places = [*sorted(map(str, pyenv.glob(f"3.{minor}.*/bin/python3"))), shutil.which(f"python3.{minor}")]
        name = f"3.{minor}"
        if sys.version_info[:2] == (3, minor):
            found[name] = sys.executable
        elif usable := [place for place in places if place]:
            found[name] = usable[0]
    return found
