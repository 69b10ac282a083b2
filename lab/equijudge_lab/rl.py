"""The RL stage of a unit: TRL's GRPO on the lab's own tokens, rewarded by the judge's verdicts.

TRL wants a tokenizer of texts. The lab's layout is in its tokens, so a text is their numbers, "5 17 3", which a reward
turns back into a program before the judge sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from equijudge.rewards import VerdictReward
from equijudge.settings import load_settings
from equijudge_core.contracts.run_config import Data, Grpo, Optimisation, RunConfig
from equijudge_lab.codec import LabCodec
from equijudge_lab.files import TRAINED, write_json
from equijudge_lab.problems import world_of
from equijudge_trainer.rl.grpo import RlPrompt, train_grpo

if TYPE_CHECKING:
    from equijudge_lab.training_tasks import TaskOrder

_TIME_LIMIT_S = 0.2  # as scores have it
_WARMUP = 0.1


class NumberTokenizer(PreTrainedTokenizerFast):
    """Numbers between spaces, each the token of that number."""

    def __init__(self, codec: LabCodec) -> None:
        vocabulary = {str(number): number for number in range(len(codec))}
        made = Tokenizer(models.WordLevel(vocabulary, unk_token=str(codec.pad_id)))
        made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
        super().__init__(tokenizer_object=made, eos_token=str(codec.eos_id), pad_token=str(codec.pad_id))


class LabReward:
    """The judge's verdict on a completion of numbers. on_progress: told of calls."""

    __name__ = "verdict"

    def __init__(self, codec: LabCodec, verdicts: VerdictReward, on_call: Callable[[], None]) -> None:
        self._codec, self._verdicts, self._on_call = codec, verdicts, on_call

    def __call__(self, prompts: Sequence[str], completions: Sequence[str], **columns: Any) -> list[float | None]:
        """One reward per completion."""
        programs = [self._codec.decode([int(word) for word in text.split()]) for text in completions]
        self._on_call()
        return self._verdicts(prompts, [f"```python\n{program}\n```" for program in programs], **columns)


def run_grpo(
    order: TaskOrder, model: PreTrainedModel, codec: LabCodec, on_progress: Callable[[int, int], None]
) -> None:
    """Train on the prompts that the plan chose; the model is in the task's folder afterwards."""
    how = order.facts["grpo"]
    steps = int(how["steps"])
    group = int(how["group"])
    problems = [problem for problem in world_of(order.facts).train if problem.name in order.facts["prompts"]]
    settings = load_settings()
    assert settings.url is not None, "the scheduler gives the judge's address"
    limits = {"time_limit_s": _TIME_LIMIT_S}
    verdicts = VerdictReward(problem="problem_id", limits=limits, url=settings.url, api_key=settings.api_key)
    from equijudge import Client

    with Client(settings.url, settings.api_key) as client:
        stored = client.put_problems([problem.row for problem in problems])
    prompts = [
        RlPrompt(" ".join(map(str, codec.encode(problem.prompt))), summary.problem_id)
        for problem, summary in zip(problems, stored, strict=True)
    ]
    rows = int(how["prompts"]) * group
    config = RunConfig(
        model="trained",
        data=Data(path="prompts"),
        stage="grpo",
        grpo=Grpo(group=group, max_new_tokens=192),
        optimisation=Optimisation(
            steps=steps,
            batch_rows=rows,
            micro_rows=rows,
            learning_rate=how["learning_rate"],
            schedule="constant",
            warmup=_WARMUP,
        ),
        seed=order.facts["seed"],
    )
    calls = iter(range(1, 1 << 30))
    reward = LabReward(codec, verdicts, lambda: on_progress(next(calls), steps))
    log: list[dict[str, Any]] = []
    train_grpo(
        config,
        model,
        NumberTokenizer(codec),
        prompts,
        reward,
        order.folder / "run",
        lambda line: log.append({"step": line["step"], "reward": round(float(line["reward"]), 6)}),
    )
    (order.folder / "run" / "model").rename(order.folder / "model")
    write_json(order.folder / TRAINED, {"prompts": len(prompts), "steps": steps, "log": log})
