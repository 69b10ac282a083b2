"""Files of build-sets: sources, splits, journal, shards."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path, PurePath

import pytest
from datasets.data_files import get_data_patterns, resolve_pattern

from equijudge.errors import BadArgument
from equijudge.sets import build, shards
from equijudge.sets.journal import Journal
from equijudge.sets.page import histogram
from equijudge.sets.records import Header, Record, Statement, digest
from equijudge.sets.report import Report
from equijudge.sets.sources import Hub, import_extra, open_source
from equijudge.sets.splits import split_of
from equijudge_core.contracts.sets import (
    Audit,
    Cluster,
    Dropped,
    EquivalenceSet,
    Funnel,
    KeptSolution,
    SetOptions,
)
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits

HEADER = Header(source="rows.jsonl", options=SetOptions())
LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1 << 28, output_limit_bytes=1)


def record(position: int, status: str = "kept", source: str = "print(1)", **found: object) -> Record:
    solution = KeptSolution(
        position=1,
        source=source,
        forms={"text": "t", "ast": "a", "alpha": "b"},
        coarse="v1:c",
        fine="v1:f",
        features=("set",),
        fine_features=("set", "for"),
        cpu_time_s=0.25,
        memory_peak_bytes=1 << 20,
    )
    is_kept = status == "kept"
    made = {
        "index": 0,
        "problem_id": f"p{position}",
        "name": f"problem {position}",
        "status": status,
        "funnel": Funnel(languages={"python3": 2, "cpp17": 1}, taken=2, parseable=2, unique=2, accepted=1, clusters=1),
        "solutions": (solution,) if is_kept else (),
        "clusters": (Cluster(id="v1:c", features=("set",), solutions=(1,), fine=1),) if is_kept else (),
        "dropped": (Dropped(position=0, reason="rejected", verdict="WA"),),
        "verdicts": {"AC": 1, "WA": 1},
        "audit": Audit(
            right=2, right_accepted=1, true_positive_rate=0.5, wrong=4, wrong_rejected=3, true_negative_rate=0.75
        ),
        "versions": {"signature": "v1", "normalize": "n1"},
        "limits": LIMITS,
        **found,
    }
    statement = Statement(
        name=f"problem {position}",
        description="Print one.",
        source="CODEFORCES",
        difficulty="A",
        cf_contest_id=1,
        cf_index="A",
        cf_rating=800,
        cf_tags=("math",),
        public_tests=1,
        private_tests=2,
        generated_tests=0,
    )
    found_set = EquivalenceSet.model_validate(made)
    return Record(
        position=position, row=f"h{position}", name=f"problem {position}", statement=statement, found=found_set
    )


def written(path: Path, *records: Record) -> Path:
    with Journal(path, HEADER) as journal:
        for each in records:
            journal.append(each)
    return path


def test_records_come_back_in_the_order_of_the_source(tmp_path: Path) -> None:
    path = written(tmp_path / "j", record(2), record(0), record(1))
    with Journal(path, HEADER) as journal:
        assert [each.position for each in journal.records()] == [0, 1, 2]
        assert journal.load_finished().rows == {0: "h0", 1: "h1", 2: "h2"}


KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from equijudge.sets.journal import APPEND, Journal
from tests.unit.test_sets_files import HEADER, record

with Journal(Path(sys.argv[1]), HEADER) as journal:
    journal.append(record(0))
    journal._connection.execute("PRAGMA cache_size = 2")  # so that what is not committed is in the file already
    journal._connection.execute("UPDATE record SET record = 'torn'")
    for position in range(1, 200):
        journal._connection.execute(APPEND, (position, "h", True, False, "x" * 5000))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_amid_an_append_leaves_what_was_appended_before(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "j")], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "j").stat().st_size > 500_000, "it was killed too early: nothing is to be rolled back"
    with Journal(tmp_path / "j", HEADER) as journal:
        assert [each.position for each in journal.records()] == [0]
        journal.append(record(1))
    with Journal(tmp_path / "j", HEADER) as journal:
        assert set(journal.load_finished().rows) == {0, 1}


def test_what_was_appended_stays_when_the_process_is_killed_before_it_closes_the_file(tmp_path: Path) -> None:
    script = KILLED[: KILLED.index("    journal._")] + "    os.kill(os.getpid(), signal.SIGKILL)\n"
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "j")], check=False)
    with Journal(tmp_path / "j", HEADER) as journal:
        assert set(journal.load_finished().rows) == {0}


def test_a_kill_while_the_journal_is_made_leaves_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "j").touch()
    with Journal(tmp_path / "j", HEADER) as journal:
        assert journal.load_finished().rows == {}
        assert journal.run == HEADER.run


def test_a_journal_of_an_older_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_text("{}")
    with pytest.raises(BadArgument, match=r"journal.jsonl: the journal of a version before 0.2; choose another folder"):
        Journal(tmp_path / build.JOURNAL, HEADER).__enter__()
    assert not (tmp_path / build.JOURNAL).exists()


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"x" * 100])
def test_what_is_no_journal_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "j").write_bytes(content)
    with pytest.raises(BadArgument, match="not a journal"):
        Journal(tmp_path / "j", HEADER).__enter__()


def test_another_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "j")) as other:
        other.execute("CREATE TABLE mine (x)")
    with pytest.raises(BadArgument, match="not a journal"):
        Journal(tmp_path / "j", HEADER).__enter__()


def test_a_run_keeps_its_name(tmp_path: Path) -> None:
    written(tmp_path / "j")
    with Journal(tmp_path / "j", Header(source="rows.jsonl", options=SetOptions())) as journal:
        assert journal.run == HEADER.run


def test_the_last_record_of_a_row_counts_and_our_faults_are_tried_again(tmp_path: Path) -> None:
    path = written(tmp_path / "j", record(0, "internal_error"), record(1, "internal_error"), record(1))
    with Journal(path, HEADER) as journal:
        assert (journal.load_finished().rows, journal.load_finished().failed) == ({1: "h1"}, {0: 1, 1: 1})
        assert [each.final for each in journal.records()] == [False, True]


def test_two_runs_do_not_write_into_one_journal(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", HEADER), pytest.raises(BadArgument, match="another run is writing"):
        Journal(tmp_path / "j", HEADER).__enter__()


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (Header(source="other.jsonl", options=SetOptions()), "begun for rows.jsonl, not other.jsonl"),
        (Header(source="rows.jsonl", options=SetOptions(dedupe="ast")), "dedupe alpha, not ast"),
    ],
)
def test_another_run_does_not_touch_a_journal(tmp_path: Path, header: Header, said: str) -> None:
    before = written(tmp_path / "j", record(0)).read_bytes()
    with pytest.raises(BadArgument, match=said):
        Journal(tmp_path / "j", header).__enter__()
    assert (tmp_path / "j").read_bytes() == before


def test_a_record_that_is_none_is_an_error_and_not_skipped(tmp_path: Path) -> None:
    path = written(tmp_path / "j", record(0), record(1))
    with closing(sqlite3.connect(path)) as journal:
        journal.execute("UPDATE record SET record = '{}' WHERE position = 1")
        journal.commit()
    with Journal(path, HEADER) as journal, pytest.raises(BadArgument, match="position 1 is no record"):
        list(journal.records())


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    records = [record(number, source=f"print({number})") for number in range(250)]
    one, other = (shards.write_shards(iter(records), 250, tmp_path / name)[0].read_bytes() for name in "ab")
    assert one == other


def test_shards_and_row_groups_are_bounded_and_hold_every_set_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHARD_ROWS", 25)
    monkeypatch.setattr(shards, "GROUP_ROWS", 10)
    records = [record(number, "kept" if number % 2 else "few_unique") for number in range(120)]
    (tmp_path / "train-00000-of-00009.parquet").write_bytes(b"of an earlier run")
    paths = shards.write_shards(iter(records), 60, tmp_path)
    files = [import_extra("pyarrow.parquet").ParquetFile(path) for path in paths]
    groups = [[file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] for file in files]
    found = [row["position"] for file in files for row in file.read().to_pylist()]
    for file in files:
        file.close()
    assert groups == [[10, 10, 5], [10, 10, 5], [10]]
    assert found == list(range(1, 120, 2))
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in paths]


def test_no_set_is_an_empty_dataset(tmp_path: Path) -> None:
    (path,) = shards.write_shards(iter([record(0, "few_unique")]), 0, tmp_path)
    assert import_extra("pyarrow.parquet").read_table(path).num_rows == 0


def test_the_funnel_loses_each_problem_at_one_stage() -> None:
    given = ["kept", "kept", "few_solutions", "few_unique", "few_unique", "few_accepted", "internal_error"]
    report = Report.of([*(record(number, status) for number, status in enumerate(given)), refused(7)])
    summary = report.summary()
    assert [(each["stage"], each["left"], each["dropped"]) for each in summary["funnel"]["problems"]] == [
        ("read", 6, 0),
        ("extract", 5, 1),
        ("tests", 5, 0),
        ("normalise", 5, 0),
        ("deduplicate", 3, 2),
        ("verify", 2, 1),
    ]
    assert summary["problems"] == 8
    assert [each["position"] for each in summary["internal_errors"]] == [6]
    assert summary["refused"] == [{"position": 7, "name": "row", "reason": "public_tests: none"}]


def test_the_report_counts_programs_by_reason_and_verdict() -> None:
    summary = Report.of([record(0), record(1)]).summary()
    assert summary["programs_dropped"] == {"rejected:WA": 2}
    assert summary["programs_by_language"] == {"cpp17": 2, "python3": 4}
    assert (summary["verdicts"][Verdict.AC], summary["verdicts"][Verdict.WA]) == (2, 2)
    assert (summary["audit"]["true_positive_rate"], summary["audit"]["true_negative_rate"]) == (0.5, 0.75)
    assert summary["solutions_per_problem"] == {"mean": 1.0, "least": 1, "most": 1, "counts": {"1": 2}}


def refused(position: int) -> Record:
    return Record(position=position, row="", name="row", refused="public_tests: none")


def test_writing_again_replaces_what_a_killed_writer_left(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "train-00000-of-00001.parquet.partial").write_bytes(b"half")
    (tmp_path / "report.html.partial").write_text("half")
    with Journal(tmp_path / build.JOURNAL, HEADER) as journal:
        journal.append(record(0))
        build.write_outputs(journal, HEADER, tmp_path)
    names = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    wanted = ["README.md", "data/train-00000-of-00001.parquet", "journal.sqlite3", "report.html", "report.json"]
    assert names == wanted
    assert json.loads((tmp_path / "report.json").read_text())["kept"] == 1


def test_a_hub_dataset_is_named_with_or_without_a_split() -> None:
    assert open_source("hub:deepmind/code_contests") == Hub(
        "hub:deepmind/code_contests", "deepmind/code_contests", "train"
    )
    assert open_source("hub:deepmind/code_contests:valid") == Hub(
        "hub:deepmind/code_contests:valid", "deepmind/code_contests", "valid"
    )


def test_what_is_missing_is_said_with_how_to_get_it() -> None:
    with pytest.raises(BadArgument, match=r"pip install 'equijudge\[data\]'"):
        import_extra("a_module_that_nobody_has")


def test_a_row_that_json_cannot_hold_has_no_hash() -> None:
    with pytest.raises(TypeError):
        digest({"name": b"bytes"})


def test_a_long_gap_of_a_histogram_is_one_bar() -> None:
    bars = histogram(Counter({2: 1, 4: 2, 9: 1}))
    assert [(bar.label, bar.count) for bar in bars] == [("2", 1), ("3", 0), ("4", 2), ("5–8", 0), ("9", 1)]


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
