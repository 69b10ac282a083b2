"""The trainer's place in docker-compose.yml. Its image is not built here: torch alone is larger than all the rest."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def composed(*options: str, **environment: str) -> dict[str, Any]:
    """The file as docker-compose understands it."""
    command = ["docker-compose", *options, "config"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    assert "warning" not in done.stderr.lower()
    found: dict[str, Any] = yaml.safe_load(done.stdout)
    return found


@pytest.fixture(scope="module")
def trainer() -> dict[str, Any]:
    found: dict[str, Any] = composed("--profile", "gpu")["services"]["trainer"]
    return found


def test_it_is_started_with_its_profile_alone(trainer: dict[str, Any]) -> None:
    assert trainer["profiles"] == ["gpu"]
    for name, service in composed()["services"].items():
        assert name == "trainer" or "trainer" not in service.get("depends_on", {})


def test_it_reaches_the_api_and_neither_redis_nor_the_engine(trainer: dict[str, Any]) -> None:
    assert list(trainer["networks"]) == ["outside"]
    assert trainer["volumes"] == ["keys:/keys:ro", "runs:/runs:rw", "trainer-data:/data:ro"]
    assert not any("REDIS" in name for name in trainer["environment"])
    assert trainer["environment"]["EQUIJUDGE_URL"] == "http://api:8000"
    assert (trainer["read_only"], trainer["cap_drop"], trainer["user"]) == (True, ["ALL"], "10001:10001")
    assert trainer["security_opt"] == ["no-new-privileges:true"]
    assert trainer["environment"]["EQUIJUDGE_TRAINER_DATA_DIR"] == "/data"


def test_it_has_a_gpu_and_time_for_a_checkpoint(trainer: dict[str, Any]) -> None:
    [device] = trainer["deploy"]["resources"]["reservations"]["devices"]
    assert device["capabilities"] == ["gpu"]
    assert trainer["stop_grace_period"] in ("120s", "2m0s")


def test_base_image_service_and_key_are_given_from_outside() -> None:
    given = {"PYTHON_IMAGE": "another:image", "EQUIJUDGE_URL": "https://judge.example", "EQUIJUDGE_API_KEY": "secret"}
    trainer = composed("--profile", "gpu", **given)["services"]["trainer"]
    assert trainer["build"]["args"] == {"PYTHON_IMAGE": "another:image"}
    environment = trainer["environment"]
    assert (environment["EQUIJUDGE_URL"], environment["EQUIJUDGE_API_KEY"]) == ("https://judge.example", "secret")


def test_its_image_installs_the_trainer_alone() -> None:
    text = (ROOT / "services/trainer/Dockerfile").read_text()
    assert "install-image trainer" in text
    for other in ("api", "verifier"):
        assert f"install-image {other}" in (ROOT / f"services/{other}/Dockerfile").read_text()
