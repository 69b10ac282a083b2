"""Settings of the client and the command line, and the only place that reads the environment."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from equijudge.errors import BadArgument


class ClientSettings(BaseSettings):
    """Read once; variables begin with EQUIJUDGE_, so `url` is EQUIJUDGE_URL."""

    model_config = SettingsConfigDict(env_prefix="EQUIJUDGE_", frozen=True, extra="ignore")

    url: str | None = Field(default=None, description="service to talk to; unset: the embedded judge")
    api_key: str | None = Field(default=None, description="bearer key of that service", repr=False)
    data_dir: Path = Field(
        default=Path("~/.local/share/equijudge"),
        description="where the embedded judge keeps its queue, cache, key and logs",
    )
    retry_total_s: float = Field(default=120.0, ge=0, description="longest time one call is tried again, in seconds")
    slots: int | None = Field(default=None, ge=1, description="cells of the embedded judge; unset: one per core")
    redis_memory_bytes: int | None = Field(
        default=None, ge=64 << 20, description="of the embedded judge's Redis; unset: an eighth of the machine's memory"
    )
    start_timeout_s: float = Field(default=60.0, gt=0, description="how long the embedded judge may take to start")

    def data_path(self) -> Path:
        """The data directory, absolute."""
        return self.data_dir.expanduser().absolute()


def load_settings() -> ClientSettings:
    """Read the settings of this process. Raises BadArgument naming the variable that is wrong."""
    try:
        return ClientSettings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = f"EQUIJUDGE_{first['loc'][0]}".upper()
        raise BadArgument(f"{name}: {first['msg']} (got {first['input']!r})") from error


def inherited_environment() -> dict[str, str]:
    """The environment that started processes inherit, without settings meant for other deployments.

    EQUIJUDGE_REDIS_URL and its like, exported for a server, must not lead an embedded part there; cell and
    limit settings pass.
    """
    return {name: value for name, value in os.environ.items() if name not in _OWN_TO_A_DEPLOYMENT}


_OWN_TO_A_DEPLOYMENT = frozenset(
    f"EQUIJUDGE_{name}"
    for name in ("REDIS_URL", "REDIS_PASSWORD_FILE", "HOST", "PORT", "API_KEYS", "AUTH", "DRIVER", "SLOTS")
)
