"""What a preset's table amounts to, what waits for what, and what the command refuses."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from equijudge.cli.main import build_app
from equijudge.errors import BadArgument
from equijudge_core.contracts.run_config import RunConfig
from equijudge_lab import versions
from equijudge_lab.design import FOLDER, PresetName, load_design, parse_design
from equijudge_lab.plan import Chosen, plan_tasks
from equijudge_lab.tasks import task_keys

ARMS = (FOLDER / "arms.toml").read_text()
ALL = Chosen({"eco": 3.0, "eco-ref": 10.0, "gem": 0.7}, {"base-w0-large-s0": ("a",), "base-w0-large-s1": ("b",)})
ALL = Chosen(ALL.strengths, {f"base-w0-large-s{seed}": ("a",) for seed in range(3)})
FULL = load_design("full")


@pytest.mark.parametrize("preset", ["smoke", "full", "gpu"])
def test_a_preset_is_a_plan_in_which_needs_come_first(preset: PresetName) -> None:
    design = load_design(preset)
    plan = plan_tasks(design, design.units.values(), 0, ALL)
    seen: set[str] = set()
    for task in plan.tasks:
        assert seen.issuperset(task.needs), task.name
        seen.add(task.name)
    assert (len(seen), plan.waiting) == (len(plan.tasks), {})
    assert len(set(task_keys(plan.tasks, versions.here()).values())) == len(plan.tasks)


def test_the_full_run_is_what_it_is_meant_to_be() -> None:
    assert [block.name for block in FULL.blocks] == ["base", *"ABCDE", "E2", "F", "G", "H", "H2", "I"]
    a = FULL.units_of(["A"])
    assert len(a) == 12
    assert {(unit.regime, unit.order) for unit in a} == {
        (regime, order) for regime in ("uniform", "zipf") for order in ("shuffled", "grouped")
    }
    assert {(unit.epochs, unit.problems, unit.rows) for unit in a} == {((1, 3, 10, 30), 100, 6)}
    assert all(
        max(strengths) >= 100 * min(filter(None, strengths)) for arm, strengths in FULL.sweeps.items() if arm != "gem"
    )
    assert sum(block.core_minutes for block in FULL.blocks) < 480
    assert all(block.purpose for block in FULL.blocks)


def test_seeds_vary_data_order_and_initialisation() -> None:
    facts = plan_tasks(FULL, FULL.units_of(["A"]), 0, ALL).facts
    three = [facts[f"nll-zipf-shuffled-100x6-w0-large-s{seed}"] for seed in range(3)]
    assert len({each["sets"]["sets_seed"] for each in three}) == 3
    assert len({each["training"]["run"].get("seed", 0) for each in three}) == 3
    assert len({each["base"]["seed"] for each in three}) == 3


def test_a_run_keeps_a_constant_rate_and_a_model_after_each_epoch() -> None:
    (task,) = [
        task
        for task in plan_tasks(FULL, FULL.units_of(["E"]), 5, ALL).tasks
        if task.name == "train/eco-ref-best-zipf-grouped-100x6-w0-large-s1"
    ]
    config = RunConfig.model_validate(task.facts["run"])
    assert (config.optimisation.schedule, config.optimisation.epochs, config.keeping.checkpoint_steps) == (
        "constant",
        30,
        13,
    )
    objective = config.objective.model_dump()
    assert (objective["score"], objective["strength"], objective["unit"]) == ("ref", 10.0, "deviation")
    assert (config.seed, config.order.kind) == (6, "grouped")


def test_a_chosen_strength_waits_for_its_sweep_and_the_rl_stage_for_the_base() -> None:
    plan = plan_tasks(FULL, FULL.units.values(), 0, Chosen())
    assert plan.waiting["eco-best-zipf-grouped-100x6-w0-large-s0"] == "the sweep of eco"
    assert plan.waiting["grpo-nll-zipf-shuffled-100x6-w0-large-s1"] == "the scores of base-w0-large-s1"


def test_what_is_scored_is_not_made_again_and_nothing_that_only_it_needs() -> None:
    units = FULL.units_of(["A"])
    done = [unit.name for unit in units if "uniform-shuffled" not in unit.name or unit.seed]
    names = {task.name for task in plan_tasks(FULL, units, 0, ALL, done).tasks}
    assert names == {
        "corpus/w0",
        "base/base-w0-large-s0",
        "sets/uniform-100x6-w0-s0",
        *(f"{kind}/nll-uniform-shuffled-100x6-w0-large-s0" for kind in ("train", "generate", "score")),
    }


def test_a_unit_of_several_blocks_is_made_once_and_drawn_as_all_of_them_ask() -> None:
    unit = FULL.units["nll-zipf-shuffled-100x6-w0-large-s0"]
    assert unit.temperatures == (0.7, 1.2, 1.4)
    assert unit in FULL.units_of(["A"])
    assert unit in FULL.units_of(["F"])


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("k = 8\n", "k = 9\n", "k: 9"),
        ("learning_rate = 6e-3", "learning_rate = -1", "learning_rate"),
        ("sweeps = { eco = [0, 0.01, 0.1, 1] }", "sweeps = { gem = [0.7] }", "no strength for eco"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(old: str, new: str, word: str) -> None:
    text = (FOLDER / "smoke.toml").read_text()
    assert old in text
    with pytest.raises(ValueError, match=word):
        parse_design("smoke", text.replace(old, new), ARMS)


def test_a_block_that_is_not_there_is_named() -> None:
    assert FULL.choose_blocks(["D", "A"]) == ["A", "D"]
    with pytest.raises(BadArgument, match="no block Z here"):
        FULL.choose_blocks(["Z", "A"])


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--only", "Z"], "no block Z here"),
        (["--only", ","], "no block is named"),
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
    assert {path.name for path in tmp_path.iterdir()} == {"lock", "report.html", "tables.json"}


def command(*arguments: str) -> Result:
    points = (EntryPoint("lab", "equijudge_lab.command:lab", "equijudge.commands"),)
    return CliRunner().invoke(build_app(points), ["lab", *arguments])
