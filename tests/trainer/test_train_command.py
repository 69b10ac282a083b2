"""`equijudge train`: from a YAML file and equivalence sets to a model that others can load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
import typer
import yaml
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig, LlamaForCausalLM
from typer.testing import CliRunner, Result

from equijudge_core.contracts.run_config import RunConfig
from equijudge_core.contracts.runs import RunRequest
from equijudge_trainer.cli.train import train
from tests.trainer.test_sets import dataset_row, written
from tests.trainer.tokenizers_support import byte_tokenizer

CONFIGS = Path(__file__).parents[2] / "services" / "trainer" / "configs"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("model")
    sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = LlamaConfig.from_dict({"vocab_size": 259, "bos_token_id": 0, "eos_token_id": 1, **sizes})
    LlamaForCausalLM(config).save_pretrained(folder)
    byte_tokenizer().save_pretrained(folder)
    return str(folder)


@pytest.fixture
def config(model: str, tmp_path: Path) -> Path:
    rows = [dataset_row(name=name) for name in ("sum", "max", "gcd")]
    settings = {
        "model": model,
        "data": {"path": str(written(tmp_path / "sets.jsonl", *rows)), "prompt": "{description}"},
        "objective": {"kind": "eco"},
        "optimisation": {"steps": 2, "batch_rows": 4, "micro_rows": 4},
    }
    path = tmp_path / "run.yaml"
    path.write_text(yaml.safe_dump(settings))
    return path


def run(*arguments: str | Path) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(train)
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.mark.filterwarnings("ignore::equijudge_trainer.errors.PushedDown")
def test_a_run_ends_with_a_model_and_its_tokenizer(config: Path, tmp_path: Path) -> None:
    result = run(config, "objective.strength=0.01", "-o", tmp_path / "run")
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == str(tmp_path / "run" / "model")
    kept = json.loads((tmp_path / "run" / "run.json").read_text())["config"]
    assert kept["objective"]["strength"] == 0.01
    AutoModelForCausalLM.from_pretrained(tmp_path / "run" / "model")
    tokenizer = AutoTokenizer.from_pretrained(tmp_path / "run" / "model")
    assert tokenizer.decode(tokenizer("print(1)").input_ids, skip_special_tokens=True) == "print(1)"


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("objective.kind=best", "objective"),
        ("optimisation.learning_rat=1", "optimisation.learning_rat"),
        ("model=/nowhere", "/nowhere"),
        ("data.max_tokens=8", "max_tokens"),
        ("steps", "NAME=VALUE"),
        ("model.name=x", "model is no group of settings"),
    ],
)
def test_a_wrong_setting_is_named_and_leaves_nothing(setting: str, said: str, config: Path, tmp_path: Path) -> None:
    result = run(config, setting, "-o", tmp_path / "run")
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("path", sorted(CONFIGS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_configurations_are_ones_and_begin_with_their_command(path: Path) -> None:
    settings: dict[str, Any] = yaml.safe_load(path.read_text())
    RunConfig.model_validate(settings)
    assert path.read_text().startswith(f"# equijudge train services/trainer/configs/{path.name} ")


def test_the_services_trainers_take_no_reinforcement() -> None:
    given = {"model": "m", "data": {"path": "problems.jsonl"}, "stage": "grpo"}
    assert RunConfig.model_validate(given).stage == "grpo"
    with pytest.raises(ValueError, match="stage: grpo is run by `equijudge train` alone"):
        RunRequest.model_validate(given)
