"""vLLM as a sampler, with a module in its place: what it is told, and how its outputs are read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from equijudge.errors import BadArgument
from equijudge_trainer.sample.sampling import Sample
from equijudge_trainer.sample.vllm import VllmSampler


class Letters:
    """A token is a character, the end mark is 1."""

    eos_id, pad_id = 1, 0

    def encode(self, text: str) -> list[int]:
        return list(map(ord, text))

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(map(chr, ids))


class Engine:
    """Answers the prompt's own tokens: ended, ended without the mark, and cut off."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    def generate(self, prompts: list[dict[str, list[int]]], parameters: list[SimpleNamespace]) -> list[Any]:
        reasons = [("stop", [1]), ("stop", []), ("length", [])]
        return [
            SimpleNamespace(
                outputs=[
                    SimpleNamespace(token_ids=[*prompt["prompt_token_ids"], *end], finish_reason=reason)
                    for reason, end in reasons[: chosen.n]
                ]
            )
            for prompt, chosen in zip(prompts, parameters, strict=True)
            if 0 <= chosen.seed < 1 << 32 and chosen.stop_token_ids == [1] and chosen.top_p == 1.0
        ]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("vllm")
    module.__dict__.update(LLM=Engine, SamplingParams=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "vllm", module)


@pytest.mark.usefixtures("installed")
def test_its_outputs_are_samples_like_any_other() -> None:
    sampler = VllmSampler("model", Letters())
    found = sampler(["ab", "c"], samples=3, temperature=1.0, max_new_tokens=5, seed=0)
    assert found == [
        [Sample("ab", 3, True), Sample("ab", 3, True), Sample("ab", 2, False)],
        [Sample("c", 2, True), Sample("c", 2, True), Sample("c", 1, False)],
    ]


@pytest.mark.usefixtures("installed")
def test_a_temperature_of_zero_is_refused_as_with_transformers() -> None:
    with pytest.raises(ValueError, match="temperature: 0"):
        VllmSampler("model", Letters())(["a"], samples=1, temperature=0.0, max_new_tokens=5, seed=0)


def test_without_vllm_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vllm", None)
    with pytest.raises(BadArgument, match=r"engine vllm: .*pip install vllm"):
        VllmSampler("model", Letters())
