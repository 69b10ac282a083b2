"""The packages of `../shared/data` rebuilt as Kattis folders, each submission where its authors had it.

`python -m tests.kattis_folders FOLDER` writes all twelve there; `equijudge verify FOLDER/NAME` then judges one. The
tests are those that were kept, the small ones, and groups of tests are lost: a wrong submission may pass.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.labelled import rows
from tests.packages import FILE

SETS = {"public_tests": "sample", "private_tests": "secret"}


def rebuild(folder: Path) -> list[Path]:
    """Write every package into a folder of its own."""
    labels = rows("labels.jsonl.gz")
    packages = [label for label in labels if label.get("file") == FILE and label["kind"] == "problem"]
    return [
        _write(folder / about["name"], about, [each for each in labels if each["problem_id"] == about["problem_id"]])
        for about in packages
    ]


def _write(folder: Path, about: Mapping[str, Any], labels: list[Mapping[str, Any]]) -> Path:
    row: Mapping[str, Any] = rows(FILE)[about["row"]]
    _put(folder / "problem.yaml", about["problem_yaml"])
    _put(folder / "problem_statement" / "problem.en.tex", row["description"])
    for column, name in SETS.items():
        for number, (given, wanted) in enumerate(zip(row[column]["input"], row[column]["output"], strict=True)):
            _put(folder / "data" / name / f"{number:03}.in", given)
            _put(folder / "data" / name / f"{number:03}.ans", wanted)
    for label in labels:
        if label["kind"] == "solution" and label["list"] != "unlabelled":
            _put(
                folder / "submissions" / label["path"].rpartition("submissions/")[2],
                row[label["list"]]["solution"][label["index"]],
            )
    return folder


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    for written in rebuild(Path(sys.argv[1])):
        print(written)
