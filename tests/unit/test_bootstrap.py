"""Settings reach the drivers: what a setting of the verifier says, both kinds of cells are made with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from equijudge_sandbox.drivers.docker import DockerSettings
from equijudge_sandbox.drivers.local import LocalSettings
from equijudge_sandbox.languages import TOOLCHAINS
from equijudge_verifier import bootstrap
from equijudge_verifier.settings import Settings
from tests.unit.test_languages_file import PERL

DRIVERS = {"docker": "DockerSandbox", "local": "LocalSandbox"}


class Made:
    """A driver that keeps the settings it was made with."""

    def __init__(self, settings: DockerSettings | LocalSettings) -> None:
        self.settings = settings

    def info(self) -> None:
        """There are no cells."""


def made(monkeypatch: pytest.MonkeyPatch, driver: str, **settings: Any) -> DockerSettings | LocalSettings:
    monkeypatch.setattr(bootstrap, DRIVERS[driver], Made)
    sandbox: Any = bootstrap.make_sandbox(Settings(redis_url="redis://", driver=driver, **settings))
    found: DockerSettings | LocalSettings = sandbox.settings
    return found


@pytest.mark.parametrize("driver", DRIVERS)
def test_an_operators_languages_are_compiled_and_run_beside_the_tables(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, driver: str
) -> None:
    (tmp_path / "languages.toml").write_text(PERL)
    found = made(monkeypatch, driver, languages_file=tmp_path / "languages.toml").toolchains
    assert set(found) == {*TOOLCHAINS, "perl"}
    assert found["perl"].run == ("perl", "main.pl")


@pytest.mark.parametrize("driver", DRIVERS)
def test_compiled_programs_are_kept_where_and_as_long_as_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, driver: str
) -> None:
    kept = made(monkeypatch, driver, cache_dir=tmp_path, artefact_bytes=1000, artefact_age_s=5).artefacts
    assert (kept.folder, kept.most_bytes, kept.most_age_s) == (tmp_path / "programs", 1000, 5)
    assert made(monkeypatch, driver, cache_dir=tmp_path, artefact_dir=tmp_path / "x").artefacts.folder == tmp_path / "x"
    assert made(monkeypatch, driver, artefact_bytes=0).artefacts.folder is None
