"""Which files of this machine a run may name: those in the folder of EQUIJUDGE_TRAINER_DATA_DIR, and no others.

Whoever may ask for a run says what `model` and `data.path` are. A name of the hub stays one; everything else is a path
within the folder, relative to it unless it is absolute. Links are followed first, so that none leads out.
"""

from __future__ import annotations

import re
from pathlib import Path

from equijudge.sets.sources import HUB
from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.errors import RunError

HUB_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)?")


def confine_paths(config: RunConfig, folder: Path | None) -> RunConfig:
    """Resolve the paths of a run. Raises RunError for one that leads out of the folder."""
    changes: dict[str, object] = {}
    if config.data.path is not None and not is_hub_data(config.data.path, folder):
        path = resolve_inside(config.data.path, "data.path", folder)
        changes["data"] = config.data.model_copy(update={"path": str(path)})
    if not is_hub_name(config.model, folder):
        changes["model"] = str(resolve_inside(config.model, "model", folder))
    return config.model_copy(update=changes)


def is_hub_name(model: str, folder: Path | None) -> bool:
    """Whether transformers is to ask the hub (or its cache) for this model; it takes what is a folder for a path."""
    here = Path(model).exists() or (folder is not None and (folder / model).exists())
    return HUB_NAME.fullmatch(model) is not None and not here


def is_hub_data(path: str, folder: Path | None) -> bool:
    """Whether `data.path` is `hub:NAME[:SPLIT]`; the name of a folder behind `hub:` would be read as that folder."""
    name = path.removeprefix(HUB).partition(":")[0]
    # without an owner it could be one of the loaders that `datasets` brings along (json, text), which read files here
    return path.startswith(HUB) and "/" in name and is_hub_name(name, folder)


def resolve_inside(name: str, field: str, folder: Path | None) -> Path:
    """Resolve a path within the folder, links followed. Raises RunError if it, or anything in it, leads out."""
    if folder is None:
        remedy = "its operator names a folder of them with EQUIJUDGE_TRAINER_DATA_DIR"
        raise RunError(f"{field} {name!r}: this worker reads no files; {remedy}")
    root = folder.resolve()
    out = RunError(f"{field} {name!r}: leads out of {root}, the folder of EQUIJUDGE_TRAINER_DATA_DIR")
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise out  # whether it is there is not said
        below = [path, *path.rglob("*")] if path.is_dir() else [path.resolve(strict=True)]
        if not all(each.resolve().is_relative_to(root) for each in below):
            raise out
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a circle
        raise RunError(f"{field} {name!r}: there is no such file in {root}") from error
    return path
