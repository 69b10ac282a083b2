"""The trainer worker's settings: read once, from the environment (EQUIJUDGE_…); its command's options go first."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from equijudge.errors import BadArgument
from equijudge_core.logs import Form


class WorkerSettings(BaseSettings):
    """One field, one environment variable."""

    model_config = SettingsConfigDict(env_prefix="EQUIJUDGE_", frozen=True, extra="ignore")

    url: str | None = Field(None, description="the service")
    api_key: str | None = Field(None, repr=False, description="a full key of it, or a worker key")
    api_key_file: Path | None = Field(
        None, description="a file of keys; its first worker key, else its first full one, is taken without api_key"
    )
    trainer_dir: Path | None = Field(None, description="where runs, checkpoints and models are kept")
    trainer_data_dir: Path | None = Field(None, description="the only folder that a run's paths may name; unset: none")
    trainer_outage_s: float = Field(600.0, gt=0, allow_inf_nan=False, description="how long the service may be away")
    log_format: Form = Field("text", description="of the log: text, or json, an object a line")

    def key(self) -> str | None:
        """The key of the settings. Raises BadArgument."""
        if self.api_key or self.api_key_file is None:
            return self.api_key or None
        return key_of(self.api_key_file)


def key_of(path: Path) -> str:
    """Read a key file: its first worker key, which serves the runs of all keys; else its first full one, which serves
    its own. An outcome-only one may not lease. Raises BadArgument."""
    try:
        lines = [line.split() for line in path.read_text().splitlines() if not line.lstrip().startswith("#")]
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
    keys = [words[0] for words in lines if words[1:] == ["worker"]] + [words[0] for words in lines if len(words) == 1]
    if not keys:
        raise BadArgument(f"{path}: no key in it but outcome-only ones, which cannot lease runs")
    return keys[0]
