"""`equijudge generate`: from problems to a file that `equijudge score` reads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
import typer
from transformers import LlamaConfig, LlamaForCausalLM
from typer.testing import CliRunner, Result

from equijudge.generation_rows import read_generations
from equijudge_trainer.cli.generate import generate
from tests.trainer.test_sets import dataset_row, written
from tests.trainer.tokenizers_support import byte_tokenizer

ROWS = [
    {"name": name, "description": f"Do {name}.", "public_tests": {"input": ["1\n"], "output": ["1\n"]}}
    for name in ("sum", "max")
]
FEW = ("-n", "3", "--max-new-tokens", "4", "--prompt", "{name}: {description}")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("model")
    config = LlamaConfig(
        vocab_size=259,
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        bos_token_id=0,
        eos_token_id=1,
        max_position_embeddings=2048,
    )
    with torch.random.fork_rng():
        torch.manual_seed(0)
        made = LlamaForCausalLM(config)
    made.save_pretrained(folder)
    byte_tokenizer().save_pretrained(folder)
    return str(folder)


def run(*arguments: str | Path) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(generate)
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_every_problem_gets_its_samples_in_the_form_that_score_reads(model: str, tmp_path: Path) -> None:
    problems = written(tmp_path / "problems.jsonl", *ROWS)
    result = run(model, "--problems", problems, "--out", tmp_path / "run.jsonl", *FEW)
    assert result.exit_code == 0, result.output
    found = read_generations(tmp_path / "run.jsonl")
    assert [(each.problem, len(each.generations)) for each in found] == [("sum", 3), ("max", 3)]


def test_a_sample_that_was_cut_off_is_empty_and_kept_aside(model: str, tmp_path: Path) -> None:
    problems = written(tmp_path / "problems.jsonl", *ROWS)
    run(model, "--problems", problems, "--out", tmp_path / "run.jsonl", "-n", "40", *FEW[2:])
    for line in map(json.loads, (tmp_path / "run.jsonl").read_text("utf-8").splitlines()):
        empty = {each["id"] for each in line["generations"] if not each["text"]}
        assert line["cut_off"]
        assert set(line["cut_off"]) <= empty


def test_a_sweep_writes_a_file_a_temperature_and_the_same_seed_the_same_bytes(model: str, tmp_path: Path) -> None:
    sets = written(tmp_path / "sets.jsonl", dataset_row("sum"))
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        out = tmp_path / folder / "run.jsonl"
        assert run(model, "--sets", sets, "--out", out, "--temperatures", "0.5,1", *FEW).exit_code == 0
    names = ["run-t0.5.jsonl", "run-t1.jsonl"]
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == names
    first, second = ([(tmp_path / folder / name).read_bytes() for name in names] for folder in ("a", "b"))
    assert first == second


def test_verbalized_calls_without_an_answer_are_wrong_samples(model: str, tmp_path: Path) -> None:
    problems = written(tmp_path / "problems.jsonl", *ROWS[:1])
    out = tmp_path / "run.jsonl"
    assert run(model, "--problems", problems, "--out", out, "--verbalized", "5", *FEW).exit_code == 0
    (found,) = read_generations(out)
    assert [each.text for each in found.generations] == [""]  # one call was made for 3 samples


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "exactly one of --sets and --problems"),
        (("--sets", "x", "--temperatures", "hot"), "--temperatures hot"),
        (("--sets", "x", "--temperatures", "0"), "temperatures.0"),
        (("--sets", "x", "-n", "0"), "samples"),
        (("--sets", "x", "--prompt", "no field"), "{description} is missing"),
        (("--sets", "nowhere.jsonl"), "no such file"),
    ],
)
def test_wrong_usage_ends_with_2_and_names_the_fault(model: str, arguments: tuple[str, ...], fault: str) -> None:
    result = run(model, "--out", "run.jsonl", *arguments)
    assert (result.exit_code, fault in " ".join(result.stderr.split())) == (2, True), result.stderr


def test_a_model_that_does_not_exist_is_named(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere", "--sets", "x.jsonl", "--out", tmp_path / "run.jsonl")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
    assert not (tmp_path / "run.jsonl").exists()


def test_without_torch_the_command_says_which_extra_to_install() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from equijudge.cli.main import main; main(['generate', 'model', '--sets', 'x.jsonl', '--out', 'y'])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert ended.returncode == 2
    assert "pip install 'equijudge[trainer]'" in " ".join(ended.stderr.split())
