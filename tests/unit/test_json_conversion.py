"""What numpy, pandas, pyarrow and programs hold is sent as what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel

from equijudge import BadArgument, json_conversion
from equijudge_core.contracts.score_requests import Generation
from equijudge_core.judging.problem import Problem, parse_row
from tests.shapes import HALF

ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["1 2\n", "3 4\n"], "output": ["3\n", "7\n"]},
    "solutions": {"language": [3], "solution": ["print(3)"]},
    "cf_tags": ["math"],
    "cf_points": 1.5,
    "time_limit": {"seconds": 1, "nanos": 0},
    "memory_limit_bytes": 1 << 28,
}
WANTED = parse_row(ROW)


def test_a_row_of_numpy_is_the_row() -> None:
    tests = {name: np.array(texts, dtype=object) for name, texts in ROW["public_tests"].items()}
    row = {**ROW, "public_tests": tests, "cf_points": np.float32(1.5), "memory_limit_bytes": np.int64(1 << 28)}
    assert json_conversion.to_row(row, "problem") == ROW


def test_rows_of_a_parquet_file_that_pandas_reads_are_the_rows(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([ROW, ROW]), tmp_path / "rows.parquet")
    frame = pd.read_parquet(tmp_path / "rows.parquet")
    assert [parse_row(row) for row in json_conversion.to_rows(frame, "problems")] == [WANTED] * 2
    assert parse_row(json_conversion.to_row(frame.iloc[0], "problem")) == WANTED
    assert [parse_row(json_conversion.to_row(row, "problem")) for row in frame.itertuples(index=False)] == [WANTED] * 2


def test_rows_of_pyarrow_are_the_rows() -> None:
    assert list(json_conversion.to_rows(pa.Table.from_pylist([ROW]), "problems")) == [ROW]


def test_a_value_that_a_table_has_not_is_none() -> None:
    frame = pd.DataFrame([ROW, {"name": "less", "public_tests": ROW["public_tests"]}])
    less = list(json_conversion.to_rows(frame, "problems"))[1]
    assert less["cf_points"] is None
    assert parse_row(less) == Problem("less", "", parse_row(ROW).public_tests, (), ())


@dataclass
class Row:
    name: str = "sum"
    public_tests: dict[str, list[str]] = field(default_factory=lambda: ROW["public_tests"])


class RowModel(BaseModel):
    name: str = "sum"
    public_tests: dict[str, list[str]] = ROW["public_tests"]


class RowTuple(NamedTuple):
    name: str = "sum"
    public_tests: dict[str, list[str]] = ROW["public_tests"]


@pytest.mark.parametrize("row", [Row(), RowModel(), RowTuple(), pd.Series(RowTuple()._asdict())])
def test_a_row_may_be_what_has_its_fields(row: Any) -> None:
    assert json_conversion.to_row(row, "problem") == {"name": "sum", "public_tests": ROW["public_tests"]}


def test_bytes_are_utf_8_and_a_lone_surrogate_stays_in_a_row() -> None:
    row = {"name": "sum", "public_tests": {"input": ["é".encode()], "output": [HALF]}}
    assert json_conversion.to_row(row, "problem")["public_tests"] == {"input": ["é"], "output": [HALF]}


def test_a_column_that_no_problem_has_does_not_matter() -> None:
    row = {**ROW, "downloaded": pd.Timestamp("2026-01-01"), "score": float("inf"), "file": Path("a")}
    assert json_conversion.to_row(row, "problem") == ROW


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({**ROW, "name": Path("a")}, r"problem\.name: a PosixPath has no form in JSON"),
        ({**ROW, "cf_points": float("inf")}, r"problem\.cf_points: must be finite"),
        ({**ROW, "cf_tags": {"math"}}, r"problem\.cf_tags: a set"),
        ({**ROW, "public_tests": {"input": [b"\xff"]}}, r"problem\.public_tests\.input\[0\]: bytes that are not UTF-8"),
        ({**ROW, "time_limit": {3: 4}}, r"problem\.time_limit: the names of fields must be texts"),
        ([ROW], "problem: must be a row"),
    ],
)
def test_what_has_no_form_is_named(row: Any, named: str) -> None:
    with pytest.raises(BadArgument, match=named):
        json_conversion.to_problem(row, "problem")


@pytest.mark.parametrize(
    "given", [np.array(["a", "b"], dtype=object), pd.Series(["a", "b"]), (c for c in "ab"), ("a", b"b")]
)
def test_programs_may_stand_in_anything_that_gives_them(given: Any) -> None:
    assert [each.source for each in json_conversion.to_candidates(given, "candidates")] == ["a", "b"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("print(3)", r"candidates: must be a list, one program each, not a str; of one write \[program\]"),
        (None, "candidates: must be a list"),
        ({"source": "x"}, "candidates: must be a list"),
        (["x", None], r"candidates\[1\]: must be a source \(str\) or a Candidate, not None"),
        (["x", 3], r"candidates\[1\]: must be a source"),
        (["x", float("nan")], r"candidates\[1\]: must be a source"),
        ([Path("a.py")], r"candidates\[0\]: .*path\.read_text"),
        ([{"code": "x"}], r"candidates\[0\]\.source: Field required"),
        (pd.DataFrame({"source": ["x"]}), "candidates: must be a list"),
    ],
)
def test_what_is_no_list_of_programs_is_named(given: Any, named: str) -> None:
    with pytest.raises(BadArgument, match=named):
        json_conversion.to_candidates(given, "candidates")


def test_a_text_that_is_missing_is_a_sample_without_a_program() -> None:
    found = json_conversion.to_generations(("p", ["x", None, float("nan"), pd.NA]), "problems[0]")
    assert found.generations == (Generation(text="x"), None, None, None)
    assert [(each.text, each.id) for each in found.with_ids()] == [("x", "0"), ("", "1"), ("", "2"), ("", "3")]


def test_half_a_character_of_what_is_judged_is_a_replacement_character() -> None:
    [candidate] = json_conversion.to_candidates([f"print(3) # {HALF}"], "candidates")
    assert candidate.source == "print(3) # \ufffd"
    assert json_conversion.to_generations(("p", [HALF]), "problems[0]").generations == (Generation(text="\ufffd"),)


def test_the_columns_of_a_row_are_those_that_a_problem_is_parsed_from() -> None:
    """What is not among them is not sent when sets are made: a checker that is not would judge nothing."""
    asked: set[str] = set()

    class Row(dict[str, Any]):
        def get(self, name: str, default: Any = None) -> Any:
            asked.add(name)
            return super().get(name, default)

    assert parse_row(Row(ROW)) == WANTED
    assert set(json_conversion.COLUMNS) == asked
