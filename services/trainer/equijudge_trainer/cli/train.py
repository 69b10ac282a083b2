"""`equijudge train`: one training run on this machine, from a YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from equijudge import Client
from equijudge.cli.console import note, progress_bar, stdout
from equijudge.cli.exit_codes import report_errors
from equijudge.cli.options import Key, Url, argument_error
from equijudge.errors import BadArgument
from equijudge_core.contracts.run_config import RunConfig


@report_errors
def train(
    config: Annotated[Path, typer.Argument(metavar="CONFIG", help="YAML of a run; see services/trainer/configs.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The run's directory; a run that was killed goes on there.")],
    settings: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME=VALUE]...", help="Override, as objective.kind=gem.", show_default=False),
    ] = None,
    url: Url = None,
    key: Key = None,
) -> None:
    """Train a model on equivalence sets.

    [bold]equijudge train eco.yaml objective.strength=0.3 -o runs/eco[/]

    With [bold]stage=grpo[/] it goes on by reinforcement (TRL's GRPO, `equijudge\\[rl]`): data.path is then a file of
    problems, whose verdicts are the reward, and what is printed is pass@1, pass@k and coverage of held-out problems
    before and after.

    Then [bold]equijudge generate runs/eco/model --sets sets/ -n 64 --out eco.jsonl[/]. For several GPUs start it with
    [bold]accelerate launch -m equijudge train ...[/]. The log has a line for every step: OUT/log.jsonl.

    Exit code: 0 done, 2 wrong usage or input, 3 the run failed.
    """
    run_config = _config(config, settings or [])
    from transformers.utils.logging import disable_progress_bar

    from equijudge_trainer.data.training_data import load_training_data
    from equijudge_trainer.errors import RunError, as_run_error
    from equijudge_trainer.train.training import expected_steps, load_model
    from equijudge_trainer.train.training import train as run_training

    disable_progress_bar()
    if run_config.stage == "grpo":
        _run_grpo(run_config, out, url, key)
        return
    client = Client(url) if run_config.data.job is not None else None
    try:
        data = load_training_data(run_config, client)
        note(f"{len(data.examples)} programs to train on, {len(data.held_out)} held out")
        model = load_model(run_config.model)
        with progress_bar("training", 0) as steps:

            def report(line: Mapping[str, Any]) -> None:
                if line["step"] == 1:
                    steps.more(expected_steps(run_config, dict(line)) or 0)
                steps.step(f"nll {line['nll']:.3f}")

            with as_run_error("run"):
                result = run_training(
                    run_config,
                    model,
                    data.codec,
                    data.examples,
                    out,
                    held_out=data.held_out,
                    on_log=report,
                    save_tokenizer=data.codec.save,
                )
    except RunError as error:
        raise BadArgument(str(error)) from error
    note(f"{result.steps} steps, collision rate {result.collision_rate:.2f}, log: {result.log}")
    stdout().print(str(result.model_dir), soft_wrap=True)


def _run_grpo(config: RunConfig, out: Path, url: str | None, key: str | None) -> None:
    """The RL stage, with the service that is named or an embedded judge."""
    from equijudge.cli.service import open_service
    from equijudge_trainer.errors import RunError, as_run_error
    from equijudge_trainer.rl.stage import run_grpo

    with (
        open_service(url, key) as (address, own_key),
        Client(address, own_key) as client,
        progress_bar("grpo", config.optimisation.steps or 0) as steps,
    ):
        try:
            with as_run_error("run"):
                found = run_grpo(
                    config,
                    client,
                    out,
                    (address, own_key),
                    lambda line: steps.step(f"reward {line['reward']:.3f}"),
                )
        except RunError as error:
            raise BadArgument(str(error)) from error
    note(f"{found.trained} problems trained on, {found.evaluated} drawn before and after")
    for name, before in found.before.items():
        note(f"{name}: {_told(before)} before, {_told(found.after[name])} after")
    stdout().print(str(found.model_dir), soft_wrap=True)


def _told(figure: Mapping[str, float | None]) -> str:
    value, low, high = (figure[name] for name in ("value", "low", "high"))
    shown = "–" if value is None else f"{value:.3f}"
    return shown if low is None or high is None else f"{shown} [{low:.3f}, {high:.3f}]"


def _config(path: Path, settings: list[str]) -> RunConfig:
    """Read the file and apply the overrides. Raises BadArgument naming what is wrong."""
    import yaml

    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadArgument(f"{path}: not YAML ({error})") from error
    if not isinstance(found, dict):
        raise BadArgument(f"{path}: a mapping of settings is expected")
    for setting in settings:
        _override(found, setting)
    try:
        return RunConfig.model_validate(found)
    except ValidationError as error:
        raise BadArgument(f"{path}: {argument_error(error)}") from error


def _override(found: dict[str, Any], setting: str) -> None:
    import yaml

    name, equals, value = setting.partition("=")
    if not equals or not name:
        raise BadArgument(f"{setting}: NAME=VALUE is expected, as objective.kind=gem")
    *parents, last = name.split(".")
    for parent in parents:
        found = found.setdefault(parent, {})
        if not isinstance(found, dict):
            raise BadArgument(f"{setting}: {parent} is no group of settings")
    found[last] = yaml.safe_load(value)
