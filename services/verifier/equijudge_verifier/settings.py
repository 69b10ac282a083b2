"""The verifier's settings: read once, in main, from the environment (prefix EQUIJUDGE_).

worker_process.py hands them to the parts of a worker, bootstrap.py to the driver of the cells. What bears on a verdict
goes through rules(): the worker tells the API these rules, which needs them to find a verdict in the cache.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from equijudge_core.judging.languages import LANGUAGES, Language, find_language
from equijudge_core.judging.limits import TIME_FACTORS, LimitRules
from equijudge_core.logs import Form
from equijudge_queue.redis_url import check_password_file, redis_address
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.headers import Headers, load_headers
from equijudge_sandbox.languages import TOOLCHAINS, Toolchain
from equijudge_verifier.languages_file import OwnLanguages, read_languages

MOST_FACTOR = 100


class Settings(BaseSettings):
    """One field, one environment variable. There is no default driver: isolation is chosen, not guessed."""

    model_config = SettingsConfigDict(env_prefix="EQUIJUDGE_", frozen=True, extra="ignore")

    redis_url: str = Field(description="Redis, for example redis://127.0.0.1:6379/0")
    redis_password_file: Path | None = Field(None, description="a file with Redis's password, where the URL has none")
    driver: Literal["docker", "local"] = Field(description="what isolates the programs")
    isolation: Literal["recycled", "fresh"] = Field("recycled", description="cells serve many candidates, or one")
    slots: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=1024, description="workers: one a core")
    slots_dir: Path | None = Field(
        None,
        description="a folder of this host: the verifiers that share it share the slots, too, instead of adding up",
    )
    cell_image: str = Field("equijudge-cell:latest", description="docker: the image of the cells")
    runtime: str = Field("", description="docker: the OCI runtime, for example runsc; empty: the engine's own")
    cell_memory_bytes: int = Field(3 << 30, ge=64 << 20, description="of a whole cell that has a cgroup")
    cell_cpuset: str = Field("auto", description="docker: cores of a cell, as in 0-3; auto: one a slot; empty: any")
    cell_cpus: float = Field(1.0, gt=0, description="docker: cpus a cell may use")
    cache_dir: Path = Field(Path("~/.cache/equijudge"), description="local: where the programs' packages lie")
    lock_dir: Path = Field(Path("/run/lock/equijudge"), description="local, as root: locks of the uid ranges")
    candidates_per_cell: int = Field(500, ge=1, le=1024, description="a recycled cell is retired after so many")
    languages_file: Path | None = Field(None, description="a TOML file of more languages; see the manual, Languages")
    checker_include: Path | None = Field(
        None, description="a folder of headers, such as testlib.h, for problems' checkers that bring none"
    )
    time_factors: Annotated[dict[str, float], NoDecode] = Field(
        {}, description="JSON: languages to the factor on a problem's time limit, where it is not the table's"
    )
    time_factor_python3: float | None = Field(None, gt=0, description="older than time_factors, which goes before it")
    artefact_dir: Path | None = Field(None, description="where compiled programs are kept; without: in cache_dir")
    artefact_bytes: int = Field(2 << 30, ge=0, description="that they may take on disk; 0: none is kept")
    artefact_age_s: float = Field(30 * 24 * 3600.0, gt=0, description="one that was not used for so long goes")
    time_floor_s: float = Field(1.0, gt=0, description="no problem's limit is taken as shorter")
    time_ceiling_s: float = Field(60.0, gt=0, description="no limit is longer")
    default_time_s: float = Field(10.0, gt=0, description="for problems without a limit; no factor")
    default_memory_bytes: int = Field(256 << 20, ge=1 << 20, description="for problems without a limit")
    total_time_s: float = Field(120.0, gt=0, description="CPU time of all tests of a candidate; beyond it TLE")
    total_time_ceiling_s: float = Field(1200.0, gt=0, description="no request gets more")
    max_memory_bytes: int = Field(2 << 30, ge=1 << 20, description="no candidate gets more")
    output_limit_bytes: int = Field(64 << 20, ge=1, description="of stdout or the output file")
    cache_ttl_s: int = Field(30 * 24 * 3600, ge=0, description="how long a verdict is kept; 0: no cache")
    lease_s: float = Field(6.0, gt=0, description="a worker silent for so long has lost its chunk")
    drain_s: float = Field(3.0, ge=0, description="after SIGTERM, what is not done in time is given back")
    probe_s: float = Field(15.0, gt=0, description="how often an idle worker looks whether its engine is there")
    log_format: Form = Field("text", description="of the log: text, or json, an object a line")
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)] = Field(
        "info", description="of the log on stderr; debug: when a candidate is begun, and its verdict"
    )

    _readable = field_validator("redis_password_file")(check_password_file)

    @field_validator("languages_file")
    @classmethod
    def _check_languages(cls, path: Path | None) -> Path | None:
        if path is not None:
            read_languages(path)
        return path

    @field_validator("checker_include")
    @classmethod
    def _check_headers(cls, path: Path | None) -> Path | None:
        load_headers(path)
        return path

    @field_validator("time_factors", mode="before")
    @classmethod
    def _read_time_factors(cls, said: Any, info: ValidationInfo) -> dict[str, float]:
        if "languages_file" not in info.data:
            return {}  # that is wrong already, and would make its languages unknown
        path = info.data["languages_file"]
        own = {} if path is None else read_languages(path).languages
        return read_time_factors(said, {**LANGUAGES, **own})

    @cached_property
    def own_languages(self) -> OwnLanguages:
        """The operator's languages, read once."""
        return OwnLanguages() if self.languages_file is None else read_languages(self.languages_file)

    @cached_property
    def headers(self) -> Headers:
        """What lies beside checkers that bring no header, read once."""
        return load_headers(self.checker_include)

    def languages(self) -> dict[str, Language]:
        """The table of languages, with the operator's."""
        return {**LANGUAGES, **self.own_languages.languages}

    def toolchains(self) -> dict[str, Toolchain]:
        """How programs in them are compiled and run."""
        return {**TOOLCHAINS, **self.own_languages.toolchains}

    def artefacts(self) -> ArtefactSettings:
        """Where compiled programs are kept."""
        folder = (self.artefact_dir or self.cache_dir / "programs").expanduser() if self.artefact_bytes else None
        return ArtefactSettings(folder, self.artefact_bytes, self.artefact_age_s)

    def redis_address(self) -> str:
        """Where to connect: the URL with the password of the file."""
        return redis_address(self.redis_url, self.redis_password_file)

    def rules(self) -> LimitRules:
        """The limits' rules of the core."""
        return LimitRules(
            time_factors=self._time_factors(),
            floor_s=self.time_floor_s,
            ceiling_s=self.time_ceiling_s,
            default_time_s=self.default_time_s,
            default_memory_bytes=self.default_memory_bytes,
            max_memory_bytes=self.max_memory_bytes,
            output_bytes=self.output_limit_bytes,
            total_time_s=self.total_time_s,
            total_ceiling_s=self.total_time_ceiling_s,
        )

    def _time_factors(self) -> dict[str, float]:
        table = {**TIME_FACTORS, **{name: each.time_factor for name, each in self.own_languages.languages.items()}}
        if self.time_factor_python3 is not None:
            table["python3"] = self.time_factor_python3
        return {**table, **self.time_factors}


def read_time_factors(said: Any, languages: Mapping[str, Language]) -> dict[str, float]:
    """Factors by canonical name, of JSON or what was read from it. Raise ValueError naming every language that is
    unknown, named twice, or has no factor that makes sense."""
    try:
        found = json.loads(said) if isinstance(said, str) else said
    except ValueError as error:
        raise ValueError(f"is no JSON: {error}") from error
    if not isinstance(found, dict):
        raise ValueError('must be a JSON object, as in {"java": 2.5}')
    factors: dict[str, float] = {}
    faults = []
    for name, factor in found.items():
        language = find_language(str(name), languages.values())
        if language is None:
            faults.append(f"{name!r} is no language; there are {', '.join(languages)}")
        elif isinstance(factor, bool) or not isinstance(factor, int | float) or not 0 < factor <= MOST_FACTOR:
            faults.append(f"{name}: {factor!r} must be a number above 0 and at most {MOST_FACTOR}")
        elif language.name in factors:
            faults.append(f"{name}: {language.name} is named twice")
        else:
            factors[language.name] = float(factor)
    if faults:
        raise ValueError("; ".join(faults))
    return factors
