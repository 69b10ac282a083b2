"""The examples, each as its framework calls it, against a real service. TRL's is in test_rewards_trl.py.

verl, OpenRLHF and NeMo-RL are not here: what they do with a reward function is done as they do it, call by call.
"""

from __future__ import annotations

import abc
import asyncio
import functools
import importlib.util
import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from uuid import uuid4

import httpx
import pytest

from tests.service import OUTCOME_KEY, RIGHT, Service

EXAMPLES = Path(__file__).parents[2] / "examples"
SUM = {"inputs": ["1 2\n", "10 -4\n"], "outputs": ["3\n", "6\n"]}
HEAP = """
import heapq
heap = list(map(int, input().split()))
heapq.heapify(heap)
print(heapq.heappop(heap) + heapq.heappop(heap))"""


@pytest.fixture
def address(service: Service, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment in which an example finds the service."""
    found = {"EQUIJUDGE_URL": service.http().base, "EQUIJUDGE_API_KEY": OUTCOME_KEY}
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return found


def load(path: Path, name: str = "loaded") -> Any:
    """Load a file by its path, as trainers do: under a name of theirs, in no package."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def new(program: str) -> str:
    """The program as nobody has sent it."""
    return f"{program}  # {uuid4()}"


def test_a_loop_of_ones_own(address: dict[str, str]) -> None:
    command = [sys.executable, str(EXAMPLES / "plain_async.py")]
    shown = subprocess.run(command, env={**os.environ, **address}, capture_output=True, text=True, check=True)
    values = [float(line.split()[0]) for line in shown.stdout.splitlines()]
    assert values == [1.0, 1.0, -1.0, -1.0, 1.0]


class NaiveManager:
    """What verl's manager of that name does with the function: one call a sample, by keyword; coroutine functions are
    awaited; a dict's keys are those of the first sample."""

    def __init__(self, function: Callable[..., Any], reward_kwargs: dict[str, Any]) -> None:
        self.is_async = inspect.iscoroutinefunction(function)
        self.function = functools.partial(function, **reward_kwargs)

    async def run_single(self, row: dict[str, Any], response: str) -> dict[str, Any]:
        given = {
            "data_source": row["data_source"],
            "solution_str": response,
            "ground_truth": row["reward_model"]["ground_truth"],
            "extra_info": {**row["extra_info"], "num_turns": 2, "rollout_reward_scores": {}},
        }
        made = self.function(**given) if self.is_async else asyncio.to_thread(self.function, **given)
        result = await made
        extra = dict(result) if isinstance(result, dict) else {"acc": result}
        return {"reward_score": result["score"] if isinstance(result, dict) else result, "reward_extra_info": extra}


def verl_settings() -> dict[str, str]:
    """The overrides of the example's command line."""
    text = (EXAMPLES / "verl_grpo.sh").read_text()
    return dict(re.findall(r"^    \+?([\w.]+)=(.+) \\$", text, flags=re.MULTILINE))


async def test_verl_asks_for_64_samples_at_once(address: dict[str, str]) -> None:
    settings, prefix = verl_settings(), "reward.custom_reward_function."
    assert settings["reward.reward_manager.name"] == "naive"
    assert settings["reward.num_workers"] == "1"
    kwargs = {
        name.removeprefix(f"{prefix}reward_kwargs."): json.loads(value)
        for name, value in settings.items()
        if name.startswith(f"{prefix}reward_kwargs.")
    }
    assert kwargs["group_size"] == int(settings["actor_rollout_ref.rollout.n"])
    assert settings[f"{prefix}path"].endswith('/verl_reward.py"')
    module = load(EXAMPLES / "verl_reward.py")
    manager = NaiveManager(getattr(module, settings[f"{prefix}name"]), kwargs)
    rows = [
        {
            "data_source": "sums",
            "reward_model": {"ground_truth": json.dumps(SUM)},
            "extra_info": {"index": index, "split": "train"},
        }
        for index in range(4)
        for _ in range(16)
    ]
    responses = [*[new(RIGHT)] * 8, *[new(HEAP)] * 4, *["x ="] * 4] * 4
    found = await asyncio.gather(*map(manager.run_single, rows, responses))
    expected = [1 + 0.2 / 8] * 8 + [1 + 0.2 / 4] * 4 + [0.0] * 4
    assert [each["reward_score"] for each in found] == pytest.approx(expected * 4)
    assert {frozenset(each["reward_extra_info"]) for each in found} == {
        frozenset({"score", "acc", "share", "novelty", "too_long"})
    }


async def test_openrlhf_asks_for_64_samples_in_threads(address: dict[str, str]) -> None:
    """As its SingleTurnAgentExecutor does: the whole text, decoded with its special tokens, one sample a call."""
    reward_func = load(EXAMPLES / "openrlhf_reward.py", "reward_func").reward_func
    prompt = "<|im_start|>user\nSum two numbers. Not so:\n```python\nprint(4)\n```<|im_end|>\n<|im_start|>assistant\n"
    texts = [new(RIGHT), f"So:\n```python\n{new(HEAP)}\n```", "print(4)", "I do not know."] * 16
    label = json.dumps(SUM)
    answers = await asyncio.gather(
        *(asyncio.to_thread(reward_func, [f"{prompt}{text}<|im_end|>"], [prompt], [label]) for text in texts)
    )
    assert [float(each["rewards"][0]) for each in answers] == [1.0, 1.0, -1.0, -1.0] * 16
    assert [float(each["scores"][0]) for each in answers] == [1.0, 1.0, 0.0, 0.0] * 16


@pytest.fixture
def reward_server(address: dict[str, str]) -> Iterator[str]:
    command = [sys.executable, str(EXAMPLES / "openrlhf_server.py"), "--port", "0"]
    with subprocess.Popen(command, env={**os.environ, **address}, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()


async def test_openrlhf_asks_a_server_for_64_samples_at_once(reward_server: str) -> None:
    """As its SingleTurnAgentExecutor does, of a server that has equijudge in its place."""
    texts = [new(RIGHT), "print(4)"] * 32
    async with httpx.AsyncClient(timeout=180, limits=httpx.Limits(max_connections=None)) as session:
        answers = await asyncio.gather(
            *(
                session.post(
                    reward_server, json={"query": [f"Sum.{text}</s>"], "prompts": ["Sum."], "labels": [json.dumps(SUM)]}
                )
                for text in texts
            )
        )
        assert [answer.json()["rewards"] for answer in answers] == [[1.0], [-1.0]] * 32
        assert answers[0].json().keys() == {"rewards", "scores", "extra_logs"}
        wrong: list[tuple[dict[str, Any], int, str]] = [
            ({"json": {"query": ["x"], "labels": ["p"]}}, 422, "prompts"),
            ({"json": {"query": ["x"], "prompts": ["y"], "labels": ["p"]}}, 422, "queries[0]: its prompt is not in it"),
            ({"json": {"query": ["xy"], "prompts": ["x"], "labels": ["p" * 65]}}, 422, "no stored problem has this id"),
            ({"content": b"{}"}, 415, "application/json"),
        ]
        for given, status, words in wrong:
            answer = await session.post(reward_server, **given)
            assert (answer.status_code, words in answer.json()["error"]) == (status, True), answer.text


class EnvironmentReturn(NamedTuple):
    """The fields of NeMo-RL's."""

    observations: list[dict[str, str]]
    metadata: list[Any]
    next_stop_strings: list[Any]
    rewards: Any
    terminateds: Any
    answers: list[str | None] | None = None


class EnvironmentInterface(abc.ABC):
    """The methods of NeMo-RL's."""

    @abc.abstractmethod
    def step(self, message_log_batch: list[Any], metadata: list[Any]) -> Any: ...

    @abc.abstractmethod
    def global_post_process_and_metrics(self, batch: Any) -> Any: ...


async def test_nemo_rl_asks_an_actor(address: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch a call, and with asynchronous rollouts 64 calls of one sample, which run side by side as coroutines
    do in an actor of Ray."""
    ray, interfaces = ModuleType("ray"), ModuleType("nemo_rl.environments.interfaces")
    vars(ray)["remote"] = lambda **options: lambda actor: actor
    vars(interfaces).update(EnvironmentInterface=EnvironmentInterface, EnvironmentReturn=EnvironmentReturn)
    modules = {"ray": ray, "nemo_rl": ModuleType("nemo_rl"), "nemo_rl.environments": ModuleType("environments")}
    for name, module in {**modules, interfaces.__name__: interfaces}.items():
        monkeypatch.setitem(sys.modules, name, module)
    actor = load(EXAMPLES / "nemo_rl_environment.py").EquijudgeEnvironment({"novelty": 0.2})
    texts = [new(RIGHT), new(HEAP), "print(4)", "x ="]
    logs = [[{"role": "user", "content": "Sum."}, {"role": "assistant", "content": text}] for text in texts]
    metadata = [{"ground_truth": SUM}] * 4
    _, _, _, rewards, terminateds, _ = await actor.step(logs, metadata)
    assert [float(each) for each in rewards] == pytest.approx([1.2, 1.2, 0.0, 0.0], abs=1e-6)
    assert [float(each) for each in terminateds] == [1.0] * 4
    singly = await asyncio.gather(*(actor.step([log], metadata[:1]) for log in logs * 16))
    assert [float(each.rewards[0]) for each in singly] == pytest.approx([1.2, 1.2, 0.0, 0.0] * 16, abs=1e-6)
