"""The verifier's settings: read once, in main, from the environment (prefix EQUIJUDGE_).

worker_process.py hands them to the parts of a worker, bootstrap.py to the driver of the cells. What bears on a verdict
goes through rules(): the worker tells the API these rules, which needs them to find a verdict in the cache.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from equijudge_core.judging.limits import LimitRules
from equijudge_core.logs import Form
from equijudge_queue.redis_url import check_password_file, redis_address


class Settings(BaseSettings):
    """One field, one environment variable. There is no default driver: isolation is chosen, not guessed."""

    model_config = SettingsConfigDict(env_prefix="EQUIJUDGE_", frozen=True, extra="ignore")

    redis_url: str = Field(description="Redis, for example redis://127.0.0.1:6379/0")
    redis_password_file: Path | None = Field(None, description="a file with Redis's password, where the URL has none")
    driver: Literal["docker", "local"] = Field(description="what isolates the programs")
    isolation: Literal["recycled", "fresh"] = Field("recycled", description="cells serve many candidates, or one")
    slots: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=1024, description="workers: one a core")
    cell_image: str = Field("equijudge-cell:latest", description="docker: the image of the cells")
    runtime: str = Field("", description="docker: the OCI runtime, for example runsc; empty: the engine's own")
    cell_memory_bytes: int = Field(3 << 30, ge=64 << 20, description="of a whole cell that has a cgroup")
    cell_cpuset: str = Field("auto", description="docker: cores of a cell, as in 0-3; auto: one a slot; empty: any")
    cell_cpus: float = Field(1.0, gt=0, description="docker: cpus a cell may use")
    cache_dir: Path = Field(Path("~/.cache/equijudge"), description="local: where the programs' packages lie")
    lock_dir: Path = Field(Path("/run/lock/equijudge"), description="local, as root: locks of the uid ranges")
    candidates_per_cell: int = Field(500, ge=1, le=1024, description="a recycled cell is retired after so many")
    time_factor_python3: float = Field(3.0, gt=0, description="CPython's factor on a problem's time limit")
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

    def redis_address(self) -> str:
        """Where to connect: the URL with the password of the file."""
        return redis_address(self.redis_url, self.redis_password_file)

    def rules(self) -> LimitRules:
        """The limits' rules of the core."""
        return LimitRules(
            time_factors={"python3": self.time_factor_python3},
            floor_s=self.time_floor_s,
            ceiling_s=self.time_ceiling_s,
            default_time_s=self.default_time_s,
            default_memory_bytes=self.default_memory_bytes,
            max_memory_bytes=self.max_memory_bytes,
            output_bytes=self.output_limit_bytes,
            total_time_s=self.total_time_s,
            total_ceiling_s=self.total_time_ceiling_s,
        )
