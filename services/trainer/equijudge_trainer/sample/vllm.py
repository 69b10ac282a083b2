"""Sampling with vLLM, for whoever has it installed. Samples are seeded, but are not those of sampling.sample."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from equijudge.errors import BadArgument
from equijudge_trainer.data.rows import Codec
from equijudge_trainer.sample.sampling import Progress, Sample, check_sizes, decode_sample, seed_of


class VllmSampler:
    """A Sampler over one vLLM engine, which holds the GPU's memory as long as it lives."""

    def __init__(self, model: str, codec: Codec) -> None:
        """Load `model`, by name or path. Raises BadArgument without vLLM."""
        try:
            self._vllm: Any = importlib.import_module("vllm")
        except ImportError as error:
            raise BadArgument(f"engine vllm: it cannot be used here ({error}); pip install vllm") from error
        self._codec = codec
        self._engine: Any = self._vllm.LLM(model=model, generation_config="vllm")

    def __call__(
        self,
        prompts: Sequence[str],
        *,
        samples: int,
        temperature: float,
        max_new_tokens: int,
        seed: int,
        on_progress: Progress | None = None,
    ) -> list[list[Sample]]:
        """See Sampler. vLLM batches by itself; progress comes once, at the end."""
        check_sizes(samples=samples, max_new_tokens=max_new_tokens, temperature=temperature)
        parameters = [
            self._vllm.SamplingParams(
                n=samples,
                temperature=temperature,
                top_p=1.0,
                max_tokens=max_new_tokens,
                seed=seed_of(seed, number) >> 32,
                stop_token_ids=[self._codec.eos_id],
                detokenize=False,
            )
            for number in range(len(prompts))
        ]
        tokens = [{"prompt_token_ids": self._codec.encode(prompt)} for prompt in prompts]
        found = [[self._to_sample(each) for each in one.outputs] for one in self._engine.generate(tokens, parameters)]
        if on_progress is not None:
            on_progress(samples * len(prompts), samples * len(prompts))
        return found

    def _to_sample(self, output: Any) -> Sample:
        ids = list(output.token_ids)
        if output.finish_reason == "stop" and self._codec.eos_id not in ids:
            ids.append(self._codec.eos_id)
        return decode_sample(ids, self._codec)
