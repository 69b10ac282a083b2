"""What decides a unit's result beside its facts: the versions of what makes it, and of our own code.

Our code is hashed as syntax trees without docstrings, so that comments and layout change nothing.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from equijudge_core import normalize
from equijudge_core.scores.scoring import METRICS_VERSION
from equijudge_core.signature import VERSION as SIGNATURE_VERSION
from equijudge_trainer.lab.units import Kind

_PACKAGE = Path(__file__).parent.parent
_WORLD = ("lab/world", "lab/corpus.py")
_TRAINING = ("lab/codec.py", "lab/model.py", "lab/making.py", "data", "losses", "run", "recipe.py")
_CODE: Mapping[Kind, Sequence[str]] = {
    "corpus": (*_WORLD, "lab/judging.py"),
    "sets": (*_WORLD, "lab/judging.py"),
    "base": _TRAINING,
    "train": _TRAINING,
    "generate": ("lab/codec.py", "lab/making.py", "generate/sampling.py"),
    "score": ("lab/judging.py",),
}


def here() -> dict[Kind, dict[str, str]]:
    """By kind of unit, the versions on this machine. torch's without the build, which is another on a GPU host."""
    torch = {name: version(name).partition("+")[0] for name in ("torch", "transformers")}
    own = {"signature": SIGNATURE_VERSION, "normalize": normalize.VERSION, "metrics": str(METRICS_VERSION)}
    libraries: Mapping[Kind, dict[str, str]] = {
        "corpus": {},
        "sets": own,
        "base": torch,
        "train": torch,
        "generate": torch,
        "score": own,
    }
    return {kind: {**libraries[kind], "code": digest(tuple(paths))} for kind, paths in _CODE.items()}


def machine() -> dict[str, str]:
    """Where and with what this runs, for the report."""
    packages = ("equijudge", "torch", "transformers", "accelerate", "numpy")
    return {
        "machine": f"{platform.system()} {platform.machine()}, {_cores()} cores, {_processor()}",
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
        "signature": SIGNATURE_VERSION,
    }


@cache
def digest(paths: tuple[str, ...]) -> str:
    """Of the modules at these paths of the package, files or folders."""
    files = sorted(file for path in paths for file in _modules(_PACKAGE / path))
    found = hashlib.sha256()
    for file in files:
        key = normalize.normalize(file.read_text("utf-8"), normalize.Level.AST).key
        found.update(f"{file.relative_to(_PACKAGE)} {key}\n".encode())
    return found.hexdigest()[:16]


def _modules(path: Path) -> list[Path]:
    if path.is_dir():
        return list(path.rglob("*.py"))
    if not path.is_file():
        raise FileNotFoundError(f"no module {path}, of which a unit's result depends")
    return [path]


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"
