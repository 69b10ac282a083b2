"""`equijudge build-sets` over a real service: the dataset, and that no kill costs or changes anything."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import datasets
import pytest

from tests.kills import KILLS, TALKATIVE, compare_runs, count_begun
from tests.service import Service, running, wait_for
from tests.sets_support import (
    ADDERS,
    SHARED,
    adding,
    build,
    build_command,
    client_environment,
    dataset,
    handbook,
    people,
    report,
    write_rows,
)

BUSY = "import time\nt = time.process_time()\nwhile time.process_time() < t + 0.02: pass\n"
MADE_UP = [adding(number, [BUSY + source for source in ADDERS]) for number in range(30)]
SMALL = handbook(
    *("connected_components", "greatest_common_divisor", "josephus", "missing_number", "rain_water"),
    *("sort_numbers", "stair_ways", "tree_diameter", "union_of_intervals"),
)
PEOPLE = people(2, 8)
NOT_WITHOUT_PEOPLE = pytest.mark.skipif(not PEOPLE, reason=f"{SHARED} is not there")


@pytest.fixture(scope="module")
def talkative(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Its workers write a line for every program that is run."""
    with running(tmp_path_factory.mktemp("talkative"), settings=TALKATIVE) as made:
        yield made


@pytest.mark.parametrize(
    ("driver", "rows"),
    [
        ("local", MADE_UP),
        pytest.param("docker", SMALL, marks=pytest.mark.docker),
        pytest.param("docker", PEOPLE, marks=[pytest.mark.docker, NOT_WITHOUT_PEOPLE]),
    ],
    ids=["made up", "handbook", "people"],
)
def test_ten_kills_change_nothing_and_run_nothing_again_but_what_was_running(
    tmp_path: Path, driver: str, rows: list[dict[str, Any]]
) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows)
    with running(tmp_path, settings={"EQUIJUDGE_DRIVER": driver, **TALKATIVE}) as service:
        outcome = compare_runs(service, source, tmp_path)
    assert outcome.different == []
    assert outcome.kills.total() == KILLS
    assert outcome.held, outcome
    assert report(tmp_path / "killed")["internal_errors"] == []


def test_a_finished_run_asks_the_service_nothing(talkative: Service, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", [adding(number) for number in range(100, 103)])
    build(talkative, source, tmp_path / "out")
    first = (tmp_path / "out/journal.sqlite3").read_bytes()
    away = Service(tmp_path)  # nobody listens there
    build(away, source, tmp_path / "out")
    assert (tmp_path / "out/journal.sqlite3").read_bytes() == first


def test_a_worker_that_is_killed_costs_the_program_at_hand(talkative: Service, tmp_path: Path) -> None:
    rows = [adding(number, [BUSY + source for source in ADDERS]) for number in range(200, 203)]
    source, before = write_rows(tmp_path / "rows.jsonl", rows), count_begun(talkative)
    command = build_command(source, tmp_path / "out")
    with subprocess.Popen(command, env=client_environment(talkative), stdout=subprocess.DEVNULL) as process:
        wait_for(lambda: count_begun(talkative) > before + 3, 60, "programs run")
        subprocess.run(["kill", "-KILL", str(talkative.worker_pids()[0])], check=True)
        assert process.wait(120) == 0
    assert [len(row["solutions"]["solution"]) for row in dataset(tmp_path / "out")] == [len(ADDERS)] * 3
    assert count_begun(talkative) - before - len(rows) * (len(ADDERS) + 1) in (0, 1)


def test_the_datasets_library_opens_what_is_written(talkative: Service, tmp_path: Path) -> None:
    rows = [adding(300), {"name": "no problem"}, adding(301, ADDERS[:2]), adding(302)]
    build(talkative, write_rows(tmp_path / "rows.jsonl", rows), tmp_path / "out")
    opened = datasets.load_dataset(str(tmp_path / "out"), split="train", cache_dir=str(tmp_path / "cache"))
    assert [(row["position"], row["name"]) for row in opened] == [(0, "sum 300"), (3, "sum 302")]
    assert set(map(len, opened[0]["solutions"].values())) == {len(ADDERS)}
    assert {member for some in opened[0]["clusters"]["solutions"] for member in some} == set(range(len(ADDERS)))
    outcome = report(tmp_path / "out")
    assert outcome["problems_by_outcome"] == {"few_solutions": 1, "kept": 2, "refused": 1}
    assert "public_tests" in outcome["refused"][0]["reason"]


def test_a_folder_may_hold_every_kind_of_file(talkative: Service, tmp_path: Path) -> None:
    folder, rows = tmp_path / "rows", [adding(number) for number in range(400, 404)]
    folder.mkdir()
    write_rows(folder / "a.jsonl", rows[:1])
    datasets.Dataset.from_list(rows[1:3]).to_parquet(folder / "b.parquet")
    with gzip.open(folder / "c.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(rows[3]) + "\n")
    build(talkative, folder, tmp_path / "out", "--no-audit")
    assert [row["name"] for row in dataset(tmp_path / "out")] == [row["name"] for row in rows]


@pytest.mark.parametrize("driver", ["local", pytest.param("docker", marks=pytest.mark.docker)])
def test_programs_of_the_handbook_and_of_people_become_sets(tmp_path: Path, driver: str) -> None:
    rows = handbook("integer_square_root", "kth_smallest")
    rows += PEOPLE[:2]
    source = write_rows(tmp_path / "rows.jsonl", rows)
    with running(tmp_path, settings={"EQUIJUDGE_DRIVER": driver}) as service:
        build(service, source, tmp_path / "out", "--no-audit")
    found = dataset(tmp_path / "out")
    assert [row["name"] for row in found] == [row["name"] for row in rows]
    assert all(
        len(row["clusters"]["id"]) >= 2 for row in found if row["name"] in ("integer_square_root", "kth_smallest")
    )
    assert all(len(row["solutions"]["solution"]) >= 5 for row in found)
    assert report(tmp_path / "out")["internal_errors"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing.jsonl"], "no such file"),
        (["hub:"], "expected hub:NAME"),
        (["rows.csv"], "expected hub:NAME, a folder, or a file"),
    ],
)
def test_a_source_that_cannot_be_is_named(talkative: Service, tmp_path: Path, arguments: list[str], said: str) -> None:
    assert said in build(talkative, Path(arguments[0]), tmp_path / "out", status=2)


def test_a_folder_of_another_run_is_left_alone(talkative: Service, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", [adding(500)])
    build(talkative, source, tmp_path / "out")
    said = build(talkative, source, tmp_path / "out", "--min-solutions", "3", status=2)
    assert "min_solutions 5, not 3" in said
    write_rows(source, [adding(501)])
    assert "row 0 is not what it was" in build(talkative, source, tmp_path / "out", status=2)
