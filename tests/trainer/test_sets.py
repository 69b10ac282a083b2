"""Equivalence sets as what is trained on, and which problems are held out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pyarrow
import pyarrow.parquet
import pytest

from equijudge import Client
from equijudge.errors import BadArgument
from equijudge.sets.shards import schema
from equijudge_core.contracts.run_config import Data
from equijudge_trainer.data.sets import ProblemSet, fill_prompt, is_held_out, load_sets, read_sets, sets_of_job, to_rows
from equijudge_trainer.data.tokenizer import HubCodec
from tests.trainer.tokenizers_support import byte_tokenizer

CODEC = HubCodec(byte_tokenizer(bos=False))
PLAIN = Data(path="x", prompt="{description}\n")


def dataset_row(name: str = "sum", programs: tuple[str, ...] = ("a", "b", "c"), **other: Any) -> dict[str, Any]:
    coarse = [f"coarse {number % 2}" for number in range(len(programs))]
    clusters = {"id": sorted(set(coarse)), "solutions": [[0]] * len(set(coarse))}
    solutions = {"solution": list(programs), "cluster": coarse, "fine": [f"{each} fine" for each in coarse]}
    row = {"problem_id": f"p{name}", "name": name, "description": f"Do {name}.", "solutions": solutions}
    return {**row, "clusters": clusters, "signature_version": "v1", **other}


def service_set(index: int, name: str, **other: Any) -> dict[str, Any]:
    solution = {"forms": {}, "features": [], "fine_features": [], "cpu_time_s": 0, "memory_peak_bytes": 0}
    solutions = [{"position": 0, "source": "a", "coarse": "c", "fine": "f", **solution}]
    found = {"index": index, "problem_id": f"p{name}", "name": name, "status": "kept", "solutions": solutions}
    funnel = {"languages": {}, "python3": 1}
    return {**found, "funnel": funnel, "versions": {"signature": "v1"}, **other}


def written(path: Path, *found: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in found), "utf-8")
    return path


def of_lines(path: Path, *found: dict[str, Any]) -> list[ProblemSet]:
    return list(read_sets(written(path / "sets.jsonl", *found)))


def test_what_build_sets_writes_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    table = pyarrow.Table.from_pylist([dataset_row("sum"), dataset_row("max", ("d",))], schema=schema())
    pyarrow.parquet.write_table(table, tmp_path / "data" / "train-00000-of-00001.parquet")
    first, second = read_sets(tmp_path)
    assert (first.name, first.description, first.sources) == ("sum", "Do sum.", ("a", "b", "c"))
    assert second.coarse == ("coarse 0",)


def test_json_lines_hold_rows_of_the_dataset_or_sets_of_the_service(tmp_path: Path) -> None:
    first, second = of_lines(tmp_path, dataset_row("sum"), service_set(0, "max", description="Do max."))
    assert (first.coarse, second.coarse) == (("coarse 0", "coarse 1", "coarse 0"), ("c",))
    assert second.signature_version == "v1"


def test_a_sets_reference_counts_its_clusters(tmp_path: Path) -> None:
    (found,) = of_lines(tmp_path, dataset_row())
    reference = found.reference()
    assert reference.coarse == {"coarse 0": 2, "coarse 1": 1}
    assert reference.signature_version == "v1"


def test_rows_are_the_programs_behind_their_problems_prompt(tmp_path: Path) -> None:
    found = to_rows(of_lines(tmp_path, dataset_row("sum"), dataset_row("max", ("d",))), PLAIN, CODEC)
    assert [(row.problem, row.prompt, row.completion, row.cluster) for row in found] == [
        ("sum", "Do sum.\n", "a", "coarse 0"),
        ("sum", "Do sum.\n", "b", "coarse 1"),
        ("sum", "Do sum.\n", "c", "coarse 0"),
        ("max", "Do max.\n", "d", "coarse 0"),
    ]


def test_braces_of_a_statement_are_no_fields() -> None:
    data = Data(path="x", prompt="{name}: {description} {x} {{}}")
    assert fill_prompt(data, CODEC, name="{description}", description="{name}") == "{description}: {name} {x} {{}}"


def test_a_chat_prompt_goes_through_the_template() -> None:
    data = PLAIN.model_copy(update={"chat": True})
    assert fill_prompt(data, CODEC, name="n", description="d") == "<s><user>d\n<end><assistant>"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (dataset_row(programs=()), r"row 1 \(sum\): solutions: the set is empty"),
        (dataset_row(clusters={"id": ["x"], "solutions": [[]]}), r"\(sum\): clusters: number 0 is empty"),
        (dataset_row(solutions={"solution": ["a"], "cluster": [""], "fine": ["f"]}), "coarse of program 0 is ''"),
        (dataset_row(solutions={"solution": [None], "cluster": ["c"], "fine": ["f"]}), "source of program 0 is None"),
        (dataset_row(solutions={"solution": ["a"], "cluster": ["c"], "fine": []}), "lists of different lengths"),
        (dataset_row(solutions={"solution": ["a"]}), "solutions: no equivalence set"),
        (dataset_row(description=None), "description: expected text, got None"),
        (dataset_row(name=""), "row 1: name: expected text"),
    ],
)
def test_a_bad_row_is_named_with_its_field(tmp_path: Path, row: dict[str, Any], fault: str) -> None:
    with pytest.raises(BadArgument, match=fault):
        of_lines(tmp_path, row)


def test_a_repeated_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="two problems are called 'sum'"):
        of_lines(tmp_path, dataset_row(), dataset_row())


def test_files_are_read_row_by_row(tmp_path: Path) -> None:
    found = read_sets(written(tmp_path / "sets.jsonl", dataset_row("sum"), dataset_row(programs=())))
    assert next(found).name == "sum"


@pytest.fixture
def client() -> Iterator[Client]:
    """A service with one job: a set, and a problem of which none was made."""
    lines = [service_set(0, "sum"), service_set(1, "max", status="few_accepted", solutions=[])]

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/problems/"):
            assert request.url.path == "/problems/psum"
            return httpx.Response(200, json={"name": "sum", "description": "Add."})
        if request.url.path == "/jobs/j1":
            status = {"job_id": "j1", "state": "done", "candidates": 2, "done": 2, "verdicts": {}, "created_at": 0}
            return httpx.Response(200, json=status)
        assert request.url.path == "/jobs/j1/results"
        body = "".join(json.dumps(line) + "\n" for line in lines).encode()
        return httpx.Response(200, content=body)

    with Client("http://judge.test", transport=httpx.MockTransport(answer)) as found:
        yield found


def test_a_jobs_sets_have_their_statements_from_the_service(client: Client) -> None:
    skipped: Counter[str] = Counter()
    (found,) = sets_of_job(client, "j1", skipped)
    assert (found.name, found.description, found.problem_id) == ("sum", "Add.", "psum")
    assert skipped == {"few_accepted": 1}


def test_a_job_without_a_service_is_refused() -> None:
    with pytest.raises(BadArgument, match=r"data\.job: j1"):
        load_sets(Data(job="j1"))


NAMES = [f"problem {number}" for number in range(1000)]


def held(share: float) -> set[str]:
    return {name for name in NAMES if is_held_out(name, share)}


def test_it_is_about_the_share_and_none_and_all_at_its_ends() -> None:
    assert held(0.0) == set()
    assert held(1.0) == set(NAMES)
    assert 60 < len(held(0.1)) < 140


def test_a_larger_share_holds_out_the_same_problems_and_more() -> None:
    assert held(0.1) < held(0.3)


def test_it_is_the_same_on_every_machine() -> None:
    assert held(0.003) == {"problem 302", "problem 933", "problem 434", "problem 182", "problem 913"}
