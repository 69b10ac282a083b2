"""Which files a run of the service may name on the worker's machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.errors import RunError
from equijudge_trainer.worker.paths import confine_paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sets and a model that may be named, and a secret beside them that may not."""
    made = tmp_path / "data"
    for name in ("sets", "model"):
        (made / name).mkdir(parents=True)
    (made / "sets" / "rows.jsonl").write_text("{}\n")
    (tmp_path / "secret.jsonl").write_text("{}\n")
    (tmp_path / "data-too").mkdir()
    (made / "out").symlink_to(tmp_path)
    (made / "in").symlink_to(made / "sets")
    (made / "leaky").mkdir()
    (made / "leaky" / "rows.jsonl").symlink_to(tmp_path / "secret.jsonl")
    (made / "circle").symlink_to(made / "circle")
    return made


def config(model: str = "an/model", path: str = "sets") -> RunConfig:
    return RunConfig.model_validate({"model": model, "data": {"path": path}})


def test_paths_are_taken_within_the_folder(folder: Path) -> None:
    found = confine_paths(config("./model", "sets/rows.jsonl"), folder)
    assert (found.model, found.data.path) == (str(folder / "model"), str(folder / "sets/rows.jsonl"))
    assert confine_paths(config(path=str(folder / "sets")), folder).data.path == str(folder / "sets")
    assert confine_paths(config("model", "in"), folder).data.path == str(folder / "sets")
    assert confine_paths(config("model"), folder).model == str(folder / "model")


@pytest.mark.parametrize(
    "path",
    [
        "..",
        "../secret.jsonl",
        "sets/../../secret.jsonl",
        "/etc/passwd",
        "/no/such/file",
        "out/secret.jsonl",
        "out",
        "../data-too",
        "leaky",
        "leaky/rows.jsonl",
        "hub:..",
        "hub:json",
        "hub:text:train",
        "hub:../data-too",
        "hub:/etc",
    ],
)
def test_what_leads_out_is_refused_naming_field_and_folder(folder: Path, path: str) -> None:
    for field, asked in (("data.path", config(path=path)), ("model", config(model=path))):
        with pytest.raises(RunError) as refused:
            confine_paths(asked, folder)
        assert field in str(refused.value)
        assert str(folder) in str(refused.value)


@pytest.mark.parametrize("path", ["missing", "sets/missing.jsonl", "circle", "a\0b", "~", "x" * 900])
def test_what_is_not_there_is_said_to_be_missing(folder: Path, path: str) -> None:
    with pytest.raises(RunError, match="no such file") as refused:
        confine_paths(config(path=path), folder)
    assert str(folder) in str(refused.value)


def test_whether_a_file_outside_is_there_is_not_said(folder: Path) -> None:
    told = []
    for name in ("secret.jsonl", "missing.jsonl"):
        with pytest.raises(RunError) as refused:
            confine_paths(config(path=f"../{name}"), folder)
        told.append(str(refused.value).replace(name, "NAME"))
    assert told[0] == told[1]


@pytest.mark.parametrize("model", ["gpt2", "Qwen/Qwen2.5-0.5B", "org/model_x.v1"])
@pytest.mark.parametrize("within", [True, False])
def test_names_of_the_hub_stay_as_they_are(folder: Path, model: str, within: bool) -> None:
    asked = RunConfig.model_validate({"model": model, "data": {"path": "hub:org/sets:train"}})
    found = confine_paths(asked, folder if within else None)
    assert (found.model, found.data.path) == (model, "hub:org/sets:train")


def test_a_hub_name_that_is_a_folder_where_the_worker_runs_is_a_path(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "org/model").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    for changes in ({"model": "org/model"}, {"path": "hub:org/model"}):
        with pytest.raises(RunError):
            confine_paths(config(**changes), folder)


@pytest.mark.parametrize("changes", [{"path": "sets"}, {"model": "/model", "path": "hub:x"}])
def test_a_worker_whose_operator_names_no_folder_reads_no_file(changes: dict[str, Any]) -> None:
    with pytest.raises(RunError, match="EQUIJUDGE_TRAINER_DATA_DIR"):
        confine_paths(config(**changes), None)


def test_a_job_needs_no_folder() -> None:
    asked = RunConfig.model_validate({"model": "an/model", "data": {"job": "a" * 32}})
    assert confine_paths(asked, None) == asked
