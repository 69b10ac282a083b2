"""The `.env` of Docker Compose: it has every setting, and what somebody wrote into it stays."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic_settings import BaseSettings
from scripts import write_env

from equijudge_api.settings import Settings as ApiSettings
from equijudge_engine_proxy.settings import Settings as ProxySettings
from equijudge_trainer.worker.settings import WorkerSettings
from equijudge_verifier.settings import Settings as VerifierSettings

ROOT = Path(__file__).parents[2]
CLASSES: dict[str, type[BaseSettings]] = {
    "api": ApiSettings,
    "verifier": VerifierSettings,
    "engine-proxy": ProxySettings,
    "trainer": WorkerSettings,
}
# What a container has from docker-compose.yml or its image, whatever `.env` says
BY_COMPOSE = {
    *("redis_url", "redis_password_file", "host", "port", "api_key_file", "driver", "slots_dir", "artefact_dir"),
    *("proxy_socket", "engine_socket", "trainer_dir", "trainer_data_dir"),
}
NOT_THERE = {
    "auth": "off is for loopback, and in its container the API listens to more",
    "audit_file": "its container writes no files; the lines go to the log",
    "cache_dir": "of the local driver",
    "lock_dir": "likewise",
    "languages_file": "a file that has to be mounted: in a docker-compose.override.yml, with the setting",
    "checker_include": "likewise",
}
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
LISTED = {
    found[2]: found[3] for line in write_env.LIST.read_text().splitlines() if (found := write_env.SETTING.match(line))
}


def variables(service: str) -> dict[str, Any]:
    """A service's settings that can be set from outside, with their defaults."""
    fields = CLASSES[service].model_fields.items()
    return {f"EQUIJUDGE_{name.upper()}": field for name, field in fields if name not in {*BY_COMPOSE, *NOT_THERE}}


def shown(value: Any) -> str:
    """A default as it is written in an environment."""
    if hasattr(value, "get_secret_value"):
        value = value.get_secret_value()
    if isinstance(value, bool | dict):
        return json.dumps(value)
    return "" if value is None else f"{value:.0f}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("service", CLASSES)
def test_every_setting_is_listed_and_reaches_its_service(service: str) -> None:
    wanted = set(variables(service))
    assert wanted - set(LISTED) == set(), "to be added to scripts/compose.env"
    assert wanted - set(COMPOSE[service]["environment"]) == set(), f"to be added to docker-compose.yml, under {service}"


@pytest.mark.parametrize("service", ["api", "verifier", "engine-proxy"])
def test_a_default_that_is_listed_is_the_settings_own(service: str) -> None:
    own = {name: shown(field.default) for name, field in variables(service).items() if field.default_factory is None}
    own["EQUIJUDGE_LOG_FORMAT"] = "json"  # Compose's
    assert {name: LISTED[name] for name in own} == own


def test_what_is_listed_is_there() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    composed = dict(re.findall(r"(?<!\$)\$\{([A-Z_]+):-([^}]*)\}", text))
    assert set(LISTED) == set(composed).union(*map(variables, CLASSES))
    assert {name: LISTED[name] for name in composed} == composed


def test_the_first_file_has_all_settings_a_key_and_one_reader(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    assert write_env.update(path, {"PATH": "/bin"}) == len(LISTED)
    text = path.read_text()
    assert (path.stat().st_mode & 0o777, write_env.names(text)) == (0o600, set(LISTED))
    assert write_env.names(text, is_set=True) == {"EQUIJUDGE_API_KEYS"}
    assert re.search(r"^EQUIJUDGE_API_KEYS=[\w-]{43}$", text, re.MULTILINE)


def test_a_second_start_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    write_env.update(path, {})
    before = path.read_text()
    assert (write_env.update(path, {}), path.read_text()) == (0, before)


def test_what_the_environment_says_is_kept_for_later_starts(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    given = {"PYTHON_IMAGE": "mine:1", "EQUIJUDGE_CELL_LANGUAGES": "cpp java", "EQUIJUDGE_TIME_FACTORS": '{"java": 3}'}
    write_env.update(path, given)
    lines = path.read_text().splitlines()
    wanted = ["PYTHON_IMAGE=mine:1", "EQUIJUDGE_CELL_LANGUAGES=cpp java", "EQUIJUDGE_TIME_FACTORS='{\"java\": 3}'"]
    assert [line for line in wanted if line not in lines] == []
    write_env.update(path, {"EQUIJUDGE_ISOLATION": "fresh", "PYTHON_IMAGE": "another:1"})
    assert path.read_text().splitlines()[: len(lines)] == lines
    assert path.read_text().splitlines()[-1] == "EQUIJUDGE_ISOLATION=fresh"


def test_a_file_that_is_there_keeps_its_lines_and_gets_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("# mine\nEQUIJUDGE_API_KEYS=my-own-key-of-long-ago\nHTTP_PROXY=x\n#EQUIJUDGE_SLOTS=7")
    path.chmod(0o644)
    assert write_env.update(path, {}) == len(LISTED) - 2
    lines = path.read_text().splitlines()
    assert lines[:4] == ["# mine", "EQUIJUDGE_API_KEYS=my-own-key-of-long-ago", "HTTP_PROXY=x", "#EQUIJUDGE_SLOTS=7"]
    assert sum("EQUIJUDGE_SLOTS" in line for line in lines) == sum("EQUIJUDGE_API_KEYS" in line for line in lines) == 1
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_value_that_compose_would_read_otherwise_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="EQUIJUDGE_RUNTIME: an apostrophe"):
        write_env.update(tmp_path / ".env", {"EQUIJUDGE_RUNTIME": 'it\'s "mine"'})
    assert not (tmp_path / ".env").exists()
