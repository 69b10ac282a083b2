"""Where rows come from: the hub, Parquet files, JSON lines. Row by row, in an order that never changes."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from equijudge.errors import BadArgument, MissingExtra
from equijudge.rows import read_lines, read_rows
from equijudge.sets import splits

HUB = "hub:"
SPLIT = "train"
BATCH_ROWS = 8  # of Parquet, at once in memory; one row may have megabytes of tests
ENDINGS = (".parquet", ".jsonl", ".jsonl.gz")
Row = Mapping[str, Any]


class Source(Protocol):
    """`rows` begins anew each time; `count` is None where only reading everything would tell."""

    @property
    def name(self) -> str:
        """As it was given."""

    def rows(self) -> Iterator[Row]:
        """Read every row. Raises BadArgument for what cannot be read."""

    def count(self) -> int | None:
        """How many rows there are."""


def open_source(text: str, split: str | None = None) -> Source:
    """Open `hub:NAME[:SPLIT]`, a file, or a folder of such files, in subfolders too. Raises BadArgument."""
    if text.startswith(HUB):
        return _on_the_hub(text, split)
    path = Path(text)
    if path.is_dir():
        found = splits.choose_split(path, _files_in(path), split)
        return Files(text if split is None else f"{text}:{split}", found)
    if split is not None:
        raise BadArgument(f"--split {split}: of a folder or a dataset on the hub; {text} is one file")
    if not path.name.endswith(ENDINGS):
        raise BadArgument(f"{path}: expected hub:NAME, a folder, or a file that ends in {', '.join(ENDINGS)}")
    if not path.exists():
        raise BadArgument(f"{path}: no such file")
    return Files(text, (path,))


def _on_the_hub(text: str, split: str | None) -> Hub:
    name, _, named = text.removeprefix(HUB).partition(":")
    if not name:
        raise BadArgument(f"{text}: expected hub:NAME or hub:NAME:SPLIT")
    if named and split not in (None, named):
        raise BadArgument(f"{text}: another split than --split {split}")
    return Hub(text if split is None else f"{HUB}{name}:{split}", name, named or split or SPLIT)


def _files_in(folder: Path) -> list[Path]:
    """The files of a dataset, in an order that never changes; the hidden ones, such as the hub's cache, are no part."""
    found = [
        Path(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith(ENDINGS) and not _is_hidden(Path(place, name).relative_to(folder))
    ]
    if not found:
        raise BadArgument(f"{folder}: no file there that ends in {', '.join(ENDINGS)}")
    return sorted(found)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "__")) for part in path.parts)


@dataclass(frozen=True, slots=True)
class Files:
    """Files, one after the other."""

    name: str
    paths: tuple[Path, ...]

    def rows(self) -> Iterator[Row]:
        """See Source."""
        return chain.from_iterable(map(_rows_of, self.paths))

    def count(self) -> int | None:
        """See Source. Reads JSON lines once through, without making sense of them."""
        return sum(map(_count_of, self.paths))


@dataclass(frozen=True, slots=True)
class Hub:
    """A split of a dataset on the Hugging Face hub, streamed."""

    name: str
    dataset: str
    split: str

    def rows(self) -> Iterator[Row]:
        """See Source."""
        datasets = import_extra("datasets")
        try:
            yield from datasets.load_dataset(self.dataset, split=self.split, streaming=True)
        except (OSError, ValueError) as error:  # what datasets raises for names, splits and networks
            raise BadArgument(f"{self.name}: {error}") from error

    def count(self) -> int | None:
        """See Source; as its card says."""
        datasets = import_extra("datasets")
        try:
            split = datasets.load_dataset_builder(self.dataset).info.splits[self.split]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return int(split.num_examples) or None


def import_extra(module: str) -> ModuleType:
    """Import a module of the extra `data`. Raises MissingExtra, which says how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtra(module, "data") from error


def read_parquet(path: Path) -> Iterator[Row]:
    """Read the rows of a Parquet file, some at a time. Raises BadArgument."""
    with _parquet(path) as file:
        try:
            for batch in file.iter_batches(BATCH_ROWS):
                yield from batch.to_pylist()
        except (OSError, ValueError) as error:  # Arrow's errors are such, and so is text that is not UTF-8
            raise BadArgument(f"{path}: {error}") from error


def _rows_of(path: Path) -> Iterator[Row]:
    return read_parquet(path) if path.suffix == ".parquet" else read_rows(path)


def _count_of(path: Path) -> int:
    if path.suffix == ".parquet":
        with _parquet(path) as file:
            return int(file.metadata.num_rows)
    return sum(1 for line in read_lines(path) if line.strip())


def _parquet(path: Path) -> Any:
    pyarrow = import_extra("pyarrow")
    parquet = import_extra("pyarrow.parquet")
    try:
        return parquet.ParquetFile(path)
    except (OSError, pyarrow.ArrowException) as error:
        raise BadArgument(f"{path}: {error}") from error
