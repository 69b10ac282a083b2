"""Which split a file is of, as `datasets` tells it, and what is said where there are several."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePath

import pytest
from datasets.data_files import get_data_patterns, resolve_pattern

from equijudge import BadArgument
from equijudge.sets.sources import open_source
from equijudge.sets.splits import split_of


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f'{{"name": "{name}"}}\n')
    return folder


def names_of(folder: Path, split: str | None = None) -> list[str]:
    return [row["name"] for row in open_source(str(folder), split).rows()]


@pytest.mark.parametrize(
    ("path", "split"),
    [
        ("data/train-00000-of-00003.parquet", "train"),
        ("data/valid-00001-of-00003-5ec.parquet", "valid"),
        ("train/0.parquet", "train"),
        ("dev/a.jsonl", "validation"),
        ("my-test-set/a.jsonl", "test"),
        ("problems_test.jsonl", "test"),
        ("eval.jsonl.gz", "test"),
        ("training.jsonl", "train"),
        ("latest.jsonl", None),
        ("problems.jsonl", None),
        ("trainer/a.jsonl", None),
    ],
)
def test_the_name_tells_the_split(path: str, split: str | None) -> None:
    assert split_of(PurePath(path)) == split


@pytest.mark.parametrize(
    "layout",
    [
        ["data/train-00000-of-00002.jsonl", "data/train-00001-of-00002.jsonl", "data/valid-00000-of-00001.jsonl"],
        ["train/0.jsonl", "train/1.jsonl", "test/0.jsonl", "validation/0.jsonl"],
        ["train.jsonl", "test.jsonl", "dev.jsonl"],
        ["a/train_1.jsonl", "b/c/train-2.jsonl", "b/problems.eval.jsonl"],
    ],
)
def test_the_splits_are_those_of_datasets(tmp_path: Path, layout: list[str]) -> None:
    folder = made(tmp_path, *layout)
    for split, patterns in get_data_patterns(str(folder)).items():
        there: set[str] = set()
        for pattern in patterns:
            with suppress(FileNotFoundError):  # a split is found by one of several patterns
                there |= set(resolve_pattern(pattern, str(folder)))
        assert sorted(names_of(folder, str(split))) == sorted(str(Path(path).relative_to(folder)) for path in there)


def test_subfolders_are_gone_into_and_hidden_ones_are_not(tmp_path: Path) -> None:
    folder = made(tmp_path, "b.jsonl", "x/y/a.jsonl", ".cache/huggingface/c.jsonl", "x/.d.jsonl", "x/readme.md")
    assert names_of(folder) == ["b.jsonl", "x/y/a.jsonl"]


def test_files_of_one_split_need_no_choice(tmp_path: Path) -> None:
    assert names_of(made(tmp_path, "data/train-00000-of-00001.jsonl")) == ["data/train-00000-of-00001.jsonl"]


def test_several_splits_are_listed(tmp_path: Path) -> None:
    folder = made(tmp_path, "train/0.jsonl", "train/1.jsonl", "test/0.jsonl", "other.jsonl")
    listed = r"several splits: \(none\) \(1 files\), test \(1 files\), train \(2 files\); choose one with --split"
    with pytest.raises(BadArgument, match=listed):
        open_source(str(folder))
    with pytest.raises(BadArgument, match=r"no files of the split 'valid'; there are .*test \(1 files\)"):
        open_source(str(folder), "valid")
    assert names_of(folder, "test") == ["test/0.jsonl"]


@pytest.mark.parametrize("split", ["valid", "validation", "dev"])
def test_a_split_may_be_called_by_any_of_its_names(tmp_path: Path, split: str) -> None:
    assert names_of(made(tmp_path, "val.jsonl", "train.jsonl"), split) == ["val.jsonl"]


def test_a_split_of_one_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="is one file"):
        open_source(str(made(tmp_path, "a.jsonl") / "a.jsonl"), "train")


def test_the_hub_takes_its_split_either_way() -> None:
    assert open_source("hub:a/b", "test") == open_source("hub:a/b:test")
    with pytest.raises(BadArgument, match="another split"):
        open_source("hub:a/b:train", "test")
