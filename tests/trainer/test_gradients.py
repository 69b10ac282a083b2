"""The step's gradient is that of the definition on the whole batch, however the batch is split."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from equijudge_core.contracts.objectives import Eco, KlSet
from equijudge_trainer.data.batch_order import plan_batches
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import collate
from equijudge_trainer.losses.choice import choice_log_p, find_branch_points
from equijudge_trainer.losses.objectives import SetMembers, penalty_strength, set_penalty
from equijudge_trainer.train.run_log import read_log
from equijudge_trainer.train.training import train
from tests.trainer.gradients import asked, first_step, statistics_of
from tests.trainer.support import NumberCodec, made_examples, run_config, tiny_model

pytestmark = pytest.mark.filterwarnings("ignore::equijudge_trainer.errors.PushedDown")
EXACT, SINGLE = 1e-10, 1e-6  # of norms, in fp64 and fp32
OBJECTIVES: dict[str, dict[str, Any]] = {
    "nll": {"kind": "nll"},
    "eco": {"kind": "eco"},
    "eco kl clusters": {"kind": "eco", "form": "kl", "weights": "cluster", "score": "sum", "strength": 0.01},
    "eco tilted": {"kind": "eco", "form": "tilted", "strength": 3.0},
    "eco-ref": {"kind": "eco", "preset": "eco-ref"},
    "eco choice": {"kind": "eco", "score": "choice", "strength": 0.1},
    "kl_set": {"kind": "kl_set"},
}


def first_rows(config: Any) -> list[Example]:
    examples = made_examples()
    how = config.optimisation
    found = plan_batches(
        examples,
        config.order,
        batch_rows=how.batch_rows,
        micro_rows=how.micro_rows,
        ranks=1,
        epoch=0,
        seed=config.seed,
        whole_sets=False,
    )
    return [examples[position] for micro in found.batches[0] for position in micro]


def definition(config: Any) -> tuple[dict[str, Tensor], float]:
    """In fp64 with full logits: NLL over the whole batch's tokens, and the penalty by autograd."""
    model = tiny_model().double()
    batch = collate(made_examples(), 0)  # one graph: the model's norms round gradients to fp32
    logits = model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).logits[:, :-1]
    labels = batch["labels"][:, 1:]
    mask = labels != -100
    log = logits.log_softmax(-1).gather(-1, labels.clamp_min(0)[..., None]).squeeze(-1) * mask
    rows = torch.tensor([one.row for one in first_rows(config)])
    statistics = statistics_of(config)
    tokens = mask.sum(1).double()[rows]
    loss = -(log.sum(1) * statistics.weights)[rows].sum() / tokens.sum()
    objective = config.objective
    if isinstance(objective, Eco | KlSet):
        scores = log.sum(1)
        if objective.score == "choice":
            found = find_branch_points(
                [one.completion for one in made_examples()], [one.set for one in made_examples()]
            )
            offered = logits[mask].log_softmax(-1)[found.position, found.token]
            scores = choice_log_p(offered, found, len(made_examples()))
        assert statistics.base_log_p is not None
        members = SetMembers(batch["sets"][rows], tokens, batch["clusters"][rows], statistics.base_log_p[rows])
        loss = loss + penalty_strength(objective) * set_penalty(scores[rows], members, objective)
    loss.backward()
    return {name: one.grad for name, one in model.named_parameters() if one.grad is not None}, loss.item()


def assert_same(found: dict[str, Tensor], right: dict[str, Tensor], relative: float = EXACT) -> None:
    assert found.keys() == right.keys()
    for name, wanted in right.items():
        apart = (found[name].double() - wanted.double()).norm() / wanted.double().norm()
        assert float(apart) < relative, name


@pytest.mark.parametrize("micro_rows", [12, 4, 1])
@pytest.mark.parametrize("name", OBJECTIVES)
def test_a_step_has_the_gradient_of_the_definition(name: str, micro_rows: int) -> None:
    config = asked(OBJECTIVES[name], micro_rows, order={"kind": "shuffled"})
    right, loss = definition(config)
    found, line = first_step(config)
    assert_same(found, right)
    assert line["loss"] == pytest.approx(loss, rel=1e-9)


@pytest.mark.parametrize("name", OBJECTIVES)
def test_in_fp32_a_split_batch_has_the_gradient_of_the_whole(name: str) -> None:
    whole, split = (asked(OBJECTIVES[name], rows, order={"kind": "shuffled"}) for rows in (12, 3))
    assert_same(first_step(split, torch.float32)[0], first_step(whole, torch.float32)[0], SINGLE)


def test_rows_weigh_by_their_clusters() -> None:
    config = asked(OBJECTIVES["nll"], 4, row_weights="cluster")
    assert_same(first_step(config)[0], definition(config)[0])


def two_ranks(script: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [*command, str(Path(__file__).with_name(script)), *arguments],
        timeout=600,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


TWO_RANKS = ("nll", "eco")


@pytest.fixture(scope="module")
def of_two_ranks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What gradients.py leaves."""
    folder = tmp_path_factory.mktemp("ranks")
    two_ranks("gradients.py", json.dumps({name: OBJECTIVES[name] for name in TWO_RANKS}), str(folder))
    return folder


@pytest.mark.parametrize("name", TWO_RANKS)
def test_two_ranks_have_the_gradient_of_one(name: str, of_two_ranks: Path) -> None:
    found, line = torch.load(of_two_ranks / f"{name}.pt")
    right, loss = definition(asked(OBJECTIVES[name], 12))
    assert_same({name.removeprefix("module."): one for name, one in found.items()}, right)
    assert line["loss"] == pytest.approx(loss, rel=1e-5)
    assert line["rows"] == 12


def test_two_ranks_leave_one_run_and_the_weights_of_one(of_two_ranks: Path, tmp_path: Path) -> None:
    config = run_config(OBJECTIVES["eco"], keeping={"checkpoint_steps": 2})
    result = train(config, tiny_model(), NumberCodec(), made_examples(), tmp_path / "one")
    directories = tmp_path / "one", of_two_ranks / "run"
    lines = [read_log(directory / "log.jsonl") for directory in directories]
    assert [[line["step"] for line in log] for log in lines] == [[1, 2, 3]] * 2
    assert result.model_dir is not None
    one, two = (load_file(directory / "model" / "model.safetensors") for directory in directories)
    for name, wanted in one.items():
        torch.testing.assert_close(two[name], wanted, rtol=0, atol=1e-5)


def test_a_model_in_shards_has_the_gradient_of_the_whole() -> None:
    two_ranks("sharded.py")
