"""Two steps of a model whose weights lie in shards on two ranks; run by torch.distributed.run.

The first step's gradient is compared with that of an unsharded model on the whole batch.
"""

from __future__ import annotations

import torch
from torch import distributed, nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard

from equijudge_core.contracts.objectives import Eco
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import collate
from equijudge_trainer.train.step import ExampleStatistics, StepNormalizer, attach_loss_head, micro_batch_loss
from tests.trainer.support import made_examples, tiny_model

ECO = Eco(kind="eco", strength=0.1)
RELATIVE = 1e-5


def backward(model: nn.Module, rows: list[Example], ranks: int) -> None:
    examples = made_examples()
    tokens = sum(len(one.completion) for one in examples[:12])
    statistics = ExampleStatistics(torch.ones(len(examples), dtype=torch.float64))
    loss, _ = micro_batch_loss(model, collate(rows, 0), StepNormalizer(tokens, 2), ECO, statistics)
    (loss * ranks).backward()


def main() -> None:
    distributed.init_process_group("gloo")
    rank, ranks = distributed.get_rank(), distributed.get_world_size()
    halves = made_examples()[:6], made_examples()[6:12]
    whole, sharded = tiny_model(), tiny_model()
    attach_loss_head(whole)
    attach_loss_head(sharded)
    for half in halves:
        backward(whole, half, 1)
    mesh = init_device_mesh("cpu", (ranks,))
    for layer in sharded.model.layers:
        fully_shard(layer, mesh=mesh)
    fully_shard(sharded, mesh=mesh)
    optimiser = torch.optim.AdamW(sharded.parameters(), 1e-3)
    backward(sharded, halves[rank], ranks)
    right = dict(whole.named_parameters())
    for name, one in sharded.named_parameters():
        gradient, wanted = one.grad.full_tensor(), right[name].grad  # type: ignore[union-attr]
        assert wanted is not None
        assert float((gradient - wanted).norm() / wanted.norm()) < RELATIVE, name
    optimiser.step()
    optimiser.zero_grad()
    backward(sharded, halves[rank], ranks)
    optimiser.step()
    distributed.destroy_process_group()


if __name__ == "__main__":
    main()
