"""The proxy's settings: read once, in main, from the environment (prefix EQUIJUDGE_)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from equijudge_core.logs import Form


class Settings(BaseSettings):
    """One field, one environment variable. What a verifier may ask for is bounded here, not by the verifier."""

    model_config = SettingsConfigDict(env_prefix="EQUIJUDGE_", frozen=True, extra="ignore")

    proxy_socket: Path = Field(description="where verifiers connect: a unix socket that is made here")
    engine_socket: Path = Field(Path("/var/run/docker.sock"), description="the engine's unix socket")
    cell_image: str = Field("equijudge-cell:latest", description="the only image that may run, by name")
    runtime: str = Field("", description="the only OCI runtime, for example runsc; empty: the engine's own")
    cell_memory_bytes: int = Field(3 << 30, ge=64 << 20, description="the most memory of one cell")
    cell_cpus: float = Field(1.0, gt=0, allow_inf_nan=False, description="the most cpus of one cell")
    proxy_cells: int = Field(256, ge=1, le=4096, description="cells at once; beyond it none is made")
    log_format: Form = Field("text", description="of the log: text, or json, an object a line")
