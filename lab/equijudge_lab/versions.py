"""What decides a task's result beside its facts: the versions of what makes it, and of our own code.

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

import equijudge_trainer
from equijudge_core.contracts.scores import METRICS_VERSION
from equijudge_core.programs import normalize
from equijudge_core.signature import VERSION as SIGNATURE_VERSION
from equijudge_lab.tasks import Kind

_FOLDERS = {"lab": Path(__file__).parent, "trainer": Path(equijudge_trainer.__file__).parent}
_WORLD = ("lab/world", "lab/corpus.py", "lab/problems.py")
_MODEL = ("lab/codec.py", "lab/model.py", "lab/training_tasks.py")
_TRAINING = (*_MODEL, "trainer/data", "trainer/losses", "trainer/train")
_CODE: Mapping[Kind, Sequence[str]] = {
    "corpus": (*_WORLD, "lab/judge_tasks.py"),
    "sets": (*_WORLD, "lab/judge_tasks.py"),
    "base": _TRAINING,
    "train": _TRAINING,
    "grpo": (*_MODEL, "lab/rl.py", "trainer/rl"),
    "generate": ("lab/codec.py", "lab/training_tasks.py", "trainer/sample/sampling.py"),
    "score": ("lab/judge_tasks.py", "lab/families.py"),
}


def here() -> dict[Kind, dict[str, str]]:
    """The versions on this machine, by kind of task. torch's without the build, which is another on a GPU host."""
    torch = {name: version(name).partition("+")[0] for name in ("torch", "transformers")}
    own = {"signature": SIGNATURE_VERSION, "normalize": normalize.VERSION, "metrics": str(METRICS_VERSION)}
    libraries: Mapping[Kind, dict[str, str]] = {
        "corpus": {},
        "sets": own,
        "base": torch,
        "train": torch,
        "grpo": torch,
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
    """The digest of the modules at these paths, files or folders, each below its package (see _FOLDERS)."""
    files = sorted((name, file) for path in paths for name, file in _modules(path))
    found = hashlib.sha256()
    for name, file in files:
        key = normalize.normalize(file.read_text("utf-8"), normalize.Level.AST).key
        found.update(f"{name} {key}\n".encode())
    return found.hexdigest()[:16]


def _modules(path: str) -> list[tuple[str, Path]]:
    package, _, rest = path.partition("/")
    place = _FOLDERS[package] / rest
    if place.is_dir():
        return [(f"{path}/{file.relative_to(place)}", file) for file in place.rglob("*.py")]
    if not place.is_file():
        raise FileNotFoundError(f"no module {place}, of which a task's result depends")
    return [(path, place)]


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"
