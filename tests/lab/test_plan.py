"""What a preset amounts to, and what the command refuses."""

from __future__ import annotations

import dataclasses
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from equijudge.cli.main import build_app
from equijudge.errors import BadArgument
from equijudge_core.contracts.run_config import RunConfig
from equijudge_lab import conditions, versions
from equijudge_lab.conditions import CONDITIONS
from equijudge_lab.plan import Draw, draws, plan_tasks
from equijudge_lab.presets import PRESETS, Preset, check
from equijudge_lab.tasks import task_keys

FULL = PRESETS["full"]


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_a_preset_does_not_contradict_itself(preset: Preset) -> None:
    check(preset)

    made = plan_tasks(preset, preset.conditions, 0)
    seen: set[str] = set()
    for task in made:
        assert seen.issuperset(task.needs), task.name
        assert task.name not in seen
        seen.add(task.name)
    assert len(set(task_keys(made, versions.here()).values())) == len(made)


def test_the_full_run_is_what_it_is_meant_to_be() -> None:
    found = draws(FULL, FULL.conditions)

    assert (FULL.held_out, FULL.samples) == (50, 32)
    assert {draw.condition for draw in found} == {"A0", *(condition.name for condition in CONDITIONS)}
    three = {draw.condition for draw in found if draw.seed == 2}
    assert three == {"A1", "A2", "A4", "A5-1", "A9-10"}
    swept = {draw.condition for draw in found if draw.temperature != 1}
    assert swept == {"A1", "A4", "A5-1", "A11"}
    assert {draw.seed for draw in found if draw.temperature != 1} == {0}
    assert {(draw.condition, draw.quarter) for draw in found if draw.quarter < 4} == {
        (name, quarter) for name in ("A1", "A5-1") for quarter in (1, 2, 3)
    }


def test_every_condition_of_the_groups_is_there() -> None:
    assert {condition.group for condition in CONDITIONS} == {f"A{number}" for number in range(1, 16)}


def test_seed_0_of_every_condition_comes_first() -> None:
    seeds = [draw.seed for draw in draws(FULL, FULL.conditions)]

    assert seeds == sorted(seeds)


def test_a_training_is_described_by_a_run_configuration() -> None:
    (task,) = [task for task in plan_tasks(FULL, ["A9-10"], 5) if task.name == "train/A9-10-seed-1"]

    config = RunConfig.model_validate(task.facts["run"])

    assert (config.objective.model_dump()["score"], config.seed, config.order.kind) == ("ref", 6, "grouped")


def test_only_the_chosen_conditions_are_made() -> None:
    assert conditions.choose_conditions(["A5", "A1"], FULL.conditions) == ("A1", "A5-0.3", "A5-1", "A5-3")
    assert conditions.choose_conditions(["A5-1"], FULL.conditions) == ("A5-1",)
    names = {task.name for task in plan_tasks(FULL, ("A1",), 0)}
    assert Draw("A0").score in names
    assert not any("A4" in name for name in names)


def test_a_condition_that_is_not_there_is_named() -> None:
    with pytest.raises(BadArgument, match="no condition A99 here"):
        conditions.choose_conditions(["A99", "A1"], FULL.conditions)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"k": 5}, "k: 5"),
        ({"seeds": {"A77": 2}}, "seeds: no such condition: A77"),
        ({"temperatures": {"A1": (0.7, 1.2)}}, "1 is not among those of A1"),
        ({"traced": ("B",)}, "B unknown"),
    ],
)
def test_a_preset_that_contradicts_itself_is_refused(change: dict[str, object], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        check(dataclasses.replace(FULL, **change))  # type: ignore[arg-type]


def test_another_seed_makes_everything_anew() -> None:
    one, other = (task_keys(plan_tasks(FULL, FULL.conditions, seed), versions.here()) for seed in (0, 1))

    assert not set(one.values()) & set(other.values())


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--only", "A99"], "no condition A99 here"),
        (["--only", "A9-10"], "no condition A9-10 here"),  # not one of the smoke preset
        (["--only", ","], "no condition is named"),
        (["--time-limit", "0"], "above 0"),
        (["--time-limit", "nan"], "above 0"),
        (["--preset", "huge"], "smoke"),
        (["--seed", "-1"], "--seed"),
        (["--lane", "both"], "--lane"),
        (["--out", "{file}"], "--out"),
    ],
)
def test_bad_options_are_named(tmp_path: Path, arguments: list[str], word: str) -> None:
    (tmp_path / "file").write_text("")
    filled = [each.format(file=tmp_path / "file") for each in arguments]
    out = [] if "--out" in arguments else ["--out", str(tmp_path / "out")]

    result = command(*filled, *out)

    assert result.exit_code == 2
    assert word in result.output
    assert not (tmp_path / "out").exists()


def test_a_report_alone_makes_nothing(tmp_path: Path) -> None:
    result = command("--report-only", "--out", str(tmp_path))

    assert result.exit_code == 0
    assert "steps are left" in result.output
    assert {path.name for path in tmp_path.iterdir()} == {"lock", "report.html", "tables.json"}


def command(*arguments: str) -> Result:
    points = (EntryPoint("lab", "equijudge_lab.command:lab", "equijudge.commands"),)

    return CliRunner().invoke(build_app(points), ["lab", *arguments])
