"""Which split of a dataset a file belongs to, told by its name as `datasets` tells it.

1. `NAME-00000-of-00003`: the split NAME. This is how the hub and `datasets` write files.
2. A folder on the way that is called for a split: `train/0.parquet`, `dev-set/a.jsonl`.
3. A file that is called for one: `problems_test.jsonl`.
4. Otherwise none.

Unlike there, files of several splits, or of one and of none, are never taken for one another: it has to be said which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from equijudge.errors import BadArgument

# By the word in a name; what follows or precedes it is no letter.
KEYWORDS = {
    **dict.fromkeys(("train", "training"), "train"),
    **dict.fromkeys(("validation", "valid", "dev", "val"), "validation"),
    **dict.fromkeys(("test", "testing", "eval", "evaluation"), "test"),
}
_SHARD = re.compile(r"(\w+(?:\.\w+)*)-\d{5}-of-\d{5}\b.*")
_BETWEEN = re.compile(r"[-._ 0-9]+")
NO_SPLIT = "(none)"


def split_of(path: PurePath) -> str | None:
    """The split of a file, by its path below the dataset's folder."""
    if shard := _SHARD.fullmatch(path.name):
        return shard[1]
    for name in (*path.parts[:-1], path.name):
        found = [KEYWORDS[word] for word in _BETWEEN.split(name.lower()) if word in KEYWORDS]
        if found:
            return found[0]
    return None


def choose_split(folder: Path, files: Iterable[Path], split: str | None) -> tuple[Path, ...]:
    """Choose the files of a split; without one all, where they are of one. Raises BadArgument, which lists the
    splits."""
    by_split: dict[str, list[Path]] = {}
    for each in files:
        by_split.setdefault(split_of(each.relative_to(folder)) or NO_SPLIT, []).append(each)
    there = ", ".join(f"{name} ({len(found)} files)" for name, found in sorted(by_split.items()))
    if split is None and len(by_split) > 1:
        raise BadArgument(f"{folder}: files of several splits: {there}; choose one with --split")
    if split is None:
        return tuple(each for found in by_split.values() for each in found)
    for name, found in by_split.items():
        if name == split or KEYWORDS.get(name, name) == KEYWORDS.get(split, split):
            return tuple(found)
    raise BadArgument(f"{folder}: no files of the split {split!r}; there are {there}")
