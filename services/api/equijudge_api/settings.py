"""The API's settings: read once, in main, from the environment (prefix EQUIJUDGE_)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from equijudge_api.outcome_only import ALWAYS_SHOWN, OutcomeRules
from equijudge_core.contracts.verdict import JUDGED, Verdict
from equijudge_core.judging.limits import LimitRules
from equijudge_core.logs import Form
from equijudge_queue.redis_url import check_password_file, redis_address
from equijudge_queue.schema import RESULTS_LEAST_S

LogLevel = Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)]


CLOSABLE = [verdict for verdict in JUDGED if verdict not in ALWAYS_SHOWN]


def parse_kinds(listed: str) -> frozenset[Verdict]:
    """Parse verdicts separated by commas. Raise ValueError for one that cannot be opened or closed."""
    names = [name.strip().upper() for name in listed.split(",") if name.strip()]
    if unknown := sorted(set(names) - set(CLOSABLE)):
        raise ValueError(f"{', '.join(unknown)}: may hold {', '.join(CLOSABLE)}; AC and IE are always told")
    return frozenset(map(Verdict, names))


def check_kinds(listed: str) -> str:
    """Return the text unchanged. Raise ValueError for a verdict that cannot be opened or closed."""
    parse_kinds(listed)
    return listed


class Settings(BaseSettings):
    """One field, one environment variable. Without keys the API starts only with auth=off, on loopback."""

    model_config = SettingsConfigDict(env_prefix="EQUIJUDGE_", frozen=True, extra="ignore")

    redis_url: str = Field(description="Redis, for example redis://127.0.0.1:6379/0")
    redis_password_file: Path | None = Field(None, description="a file with Redis's password, where the URL has none")
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    auth: Literal["on", "off"] = Field("on", description="off: no key is asked for; on loopback only")
    api_keys: SecretStr = Field(SecretStr(""), description="keys, separated by commas")
    worker_keys: SecretStr = Field(SecretStr(""), description="full keys whose trainer workers serve all keys' runs")
    outcome_only_keys: SecretStr = Field(SecretStr(""), description="keys that get AC, REJ or IE alone, likewise")
    outcome_only_verdicts: Annotated[str, AfterValidator(check_kinds)] = Field(
        "CE", description="what outcome-only keys are told apart from REJ, by commas: CE, WA, TLE, MLE, OLE, RE"
    )
    outcome_only_cadence_s: float = Field(
        0.0, ge=0, le=3600, allow_inf_nan=False, description="answers to them at multiples of it, all tests run; 0: off"
    )
    outcome_only_points: bool = Field(
        False, description="whether outcome-only keys are told how many points a program got"
    )
    api_key_file: Path | None = Field(
        None, description="file of keys, one a line, `outcome-only` or `worker` after those that are; made if absent"
    )
    drop_ins: Literal["on", "off"] = Field(
        "off", description="on: SandboxFusion's calls are taken under /sandboxfusion, code-judge's under /code-judge"
    )
    requests_per_s: float = Field(100.0, ge=0, allow_inf_nan=False, description="of one key; 0: as many as it likes")
    request_burst: int = Field(400, ge=1, description="requests of one key at once, after a pause")
    candidates_per_minute: int = Field(600_000, ge=0, description="of one key, at once or spread; 0: no limit")
    max_body_bytes: int = Field(64 << 20, ge=1 << 10, description="of a request")
    max_key_requests: int = Field(
        512, ge=1, description="requests of one key that are open at once: streams, waits; beyond it 429"
    )
    max_key_bodies: int = Field(256, ge=1, description="bodies of one key on their way at once; beyond it 429")
    max_key_bodies_bytes: int = Field(128 << 20, ge=1 << 10, description="that the bodies of one key on their way hold")
    max_bodies: int = Field(768, ge=1, description="bodies on their way at once, in all; beyond it 429")
    max_bodies_bytes: int = Field(256 << 20, ge=1 << 10, description="that all bodies on their way hold together")
    parsers: int = Field(2, ge=1, le=64, description="processes that parse large bodies, started when needed")
    parse_memory_bytes: int = Field(1 << 30, ge=256 << 20, description="that one of them may take; then 413")
    parse_timeout_s: float = Field(60.0, gt=0, allow_inf_nan=False, description="that a body may take there; then 413")
    body_timeout_s: float = Field(60.0, gt=0, allow_inf_nan=False, description="until a body is whole; then 408")
    head_timeout_s: float = Field(10.0, gt=0, allow_inf_nan=False, description="until a request's head is whole")
    stall_timeout_s: float = Field(30.0, gt=0, allow_inf_nan=False, description="an answer that nobody reads is cut")
    max_connections: int = Field(1_000, ge=1, description="at once; beyond them 503")
    audit_file: Path | None = Field(None, description="where the audit lines go, appended; stderr without")
    max_candidates: int = Field(10_000, ge=1, description="candidates of one request")
    max_problems: int = Field(1_000, ge=1, description="problems of one request")
    max_tests: int = Field(2_000, ge=1, description="tests of one problem")
    max_source_bytes: int = Field(64 << 10, ge=1, description="of one candidate")
    max_generation_bytes: int = Field(1 << 20, ge=1, description="of a model's text, from which the code is taken")
    max_generations: int = Field(1_024, ge=1, description="of one problem that are scored together")
    max_backlog: int = Field(200_000, ge=1, description="candidates accepted and unanswered; beyond it 429")
    max_backlog_bytes: int = Field(1 << 30, ge=1, description="of the jobs that run, as they wait; beyond it 429")
    key_bytes: int = Field(512 << 20, ge=1 << 16, description="that one key's work, results and problems take in Redis")
    max_runs: int = Field(100, ge=1, description="training runs that wait; beyond it 429")
    run_lease_s: float = Field(30.0, ge=2, le=3600, description="a run whose worker is silent for so long waits again")
    run_events_s: float = Field(3600.0, gt=0, allow_inf_nan=False, description="a run's events are cut; ask again")
    run_attempts: int = Field(5, ge=1, description="how often workers begin with one run; then it has failed")
    time_ceiling_s: float = Field(60.0, gt=0, description="no CPU time limit is longer")
    total_time_s: float = Field(120.0, gt=0, description="CPU time of all tests of a candidate; beyond it TLE")
    total_time_ceiling_s: float = Field(1200.0, gt=0, description="no request gets more")
    max_memory_bytes: int = Field(2 << 30, ge=1 << 20, description="no candidate gets more")
    output_limit_bytes: int = Field(64 << 20, ge=1, description="of stdout or the output file")
    log_format: Form = Field("text", description="of the log: text, or json, an object a line")
    log_level: LogLevel = Field("info", description="of the log on stderr: debug, info, warning or error, in any case")

    _readable = field_validator("redis_password_file")(check_password_file)

    def redis_address(self) -> str:
        """Where to connect: the URL with the password of the file."""
        return redis_address(self.redis_url, self.redis_password_file)

    def outcome_rules(self) -> OutcomeRules:
        """What outcome-only keys may know."""
        kinds = parse_kinds(self.outcome_only_verdicts)
        return OutcomeRules(kinds, self.outcome_only_cadence_s, self.total_time_s, self.outcome_only_points)

    def results_least_s(self) -> float:
        """How long results of a job that is over are there, whatever is full; long enough after every key sees them."""
        return RESULTS_LEAST_S + self.outcome_only_cadence_s

    def rules(self) -> LimitRules:
        """The bounds on what a request may ask for."""
        return LimitRules(
            ceiling_s=self.time_ceiling_s,
            max_memory_bytes=self.max_memory_bytes,
            output_bytes=self.output_limit_bytes,
            total_time_s=self.total_time_s,
            total_ceiling_s=self.total_time_ceiling_s,
        )
