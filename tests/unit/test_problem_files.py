"""Files of problems in any format, as commands read them: JSON lines, JSON, Parquet; what is left out is said."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from equijudge import storing
from equijudge.errors import BadArgument
from equijudge.problem_files import Refused, read_problem, read_problems
from equijudge.reward_functions.verdict_reward import _problem_id
from equijudge.sets.records import in_our_columns
from equijudge_core.formats.reading import Reading

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def rows(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text())


def written(path: Path, *values: Any) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in values))
    return path


def names(path: Path) -> list[str]:
    return [each.problem.name for each in read_problems(path) if isinstance(each, Reading)]


def test_a_json_file_is_a_list_of_rows() -> None:
    assert names(FIXTURES / "codecontests_plus.json") == ["codecontests+/9001_B", "codecontests+/9001_A"]


@pytest.mark.parametrize("name", ["tests", "ground_truth"])
def test_a_json_file_of_tests_is_one_problem_called_as_the_file(name: str) -> None:
    assert names(FIXTURES / f"{name}.json") == [name]


def test_json_lines_of_different_formats_stand_in_one_file(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", rows("apps")[0], rows("tests"), rows("livecodebench")[0])
    first, second, third = names(path)
    assert (first, third) == ("apps/4001", "livecodebench/abc999_a")
    assert second.isprintable()


def test_compressed_json_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.json.gz"
    path.write_bytes(gzip.compress(json.dumps(rows("taco")).encode()))
    assert len(names(path)) == 2


def test_a_parquet_file_is_read(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([rows("codeforces")[0]]), tmp_path / "p.parquet")
    assert names(tmp_path / "p.parquet") == ["codeforces/9001/A"]


def test_a_folder_of_apps_is_a_row(tmp_path: Path) -> None:
    folder = tmp_path / "0042"
    folder.mkdir()
    row = rows("apps")[0]
    (folder / "question.txt").write_text(row["question"])
    (folder / "input_output.json").write_text(row["input_output"])
    (folder / "solutions.json").write_text(row["solutions"])
    problem = read_problem(folder, None)
    assert (problem.name, problem.description) == ("apps/0042", row["question"])
    assert len(problem.solutions) == 2


def test_a_problem_is_found_by_the_name_it_gets(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", *rows("apps")[:1], *rows("livecodebench")[:1])
    assert read_problem(path, "livecodebench/abc999_a").name == "livecodebench/abc999_a"


def test_what_is_left_out_is_counted_and_has_its_place(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", rows("codeforces")[2], rows("codeforces")[0], rows("apps")[2])
    survey = storing.survey_problems([path])
    assert survey.formats == {"codeforces": 1}
    assert [each.place for each in survey.refused] == [f"{path}, line 1", f"{path}, line 3"]
    assert all(isinstance(each, Refused) and "a row of" in each.reason for each in survey.refused)
    assert len(list(storing.read_storable_rows([path]))) == 1


def test_notes_are_counted() -> None:
    survey = storing.survey_problems([FIXTURES / "codecontests_plus.json"])
    assert survey.notes["time_limit: taken for milliseconds"] == 1


def test_a_row_with_a_fault_stops_the_file_with_place_format_and_field(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", rows("apps")[0], {**rows("apps")[0], "input_output": "["})
    with pytest.raises(BadArgument, match=r"p.jsonl, line 2:\n  input_output: is no JSON.*a row of APPS or TACO"):
        list(read_problems(path))


def test_problems_are_found_by_name_in_files_of_other_formats(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", rows("apps")[0], rows("codecontests")[0])
    assert list(storing.find_named_rows([path], {"apps/4001", "sum"})) == ["apps/4001", "sum"]


def test_rows_for_sets_are_sent_in_our_columns_and_ours_as_they_are() -> None:
    made = in_our_columns(rows("apps")[0])
    assert made["solutions"]["language"] == [3, 3]
    assert in_our_columns(rows("codecontests")[0]) == rows("codecontests")[0]


def test_a_reward_knows_a_row_of_another_format_by_the_id_of_its_problem() -> None:
    assert _problem_id(json.dumps(rows("verl")[0])).startswith("p")
