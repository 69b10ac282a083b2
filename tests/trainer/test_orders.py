"""Batch plans: what of them must hold for any sets, sizes and seeds."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equijudge_core.contracts.run_config import Order
from equijudge_trainer.data.batch_order import BatchPlan, plan_batches
from equijudge_trainer.data.packing import fill_bins, sufficient_micro_batches
from equijudge_trainer.data.rows import Example

property_test = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
SETS = st.lists(st.lists(st.integers(1, 7), min_size=1, max_size=5), min_size=1, max_size=25)
"""Of every set the sizes of its clusters."""
SAME_ROWS = ("grouped", "shuffled", "collision")


def made(sets: list[list[int]]) -> list[Example]:
    found: list[Example] = []
    cluster = 0
    for number, sizes in enumerate(sets):
        for size in sizes:
            found += [Example(len(found) + n, number, cluster, (1,), (2,)) for n in range(size)]
            cluster += 1
    return found


def planned(examples: list[Example], order: Order, **other: Any) -> BatchPlan:
    chosen = {"batch_rows": 12, "micro_rows": 4, "ranks": 1, "epoch": 0, "seed": 0, "whole_sets": False} | other
    return plan_batches(examples, order, **chosen)


def rows_of(found: BatchPlan) -> list[int]:
    return [row for batch in found.batches for micro in batch for row in micro]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Example], Order, dict[str, Any]]:
    examples = made(draw(SETS))
    kind = draw(st.sampled_from(("grouped", "shuffled", "single", "cluster_balanced", "collision")))
    micro_rows = draw(st.integers(3, 9))
    sizes = {
        "batch_rows": draw(st.integers(micro_rows, 40)),
        "micro_rows": micro_rows,
        "ranks": draw(st.integers(1, 3)),
        "epoch": draw(st.integers(0, 5)),
        "seed": draw(st.integers(0, 99)),
        "whole_sets": draw(st.booleans()),
    }
    control = draw(st.sampled_from(("epochs", "steps")))
    order = Order(kind=kind, control=control, rate=draw(st.sampled_from((0.0, 0.5, 0.75, 1.0))), group_size=4)
    return examples, order, sizes


def feasible(case: tuple[list[Example], Order, dict[str, Any]]) -> BatchPlan | None:
    """None where the sets' sizes do not allow the collision rate; every other order is always possible."""
    examples, order, sizes = case
    try:
        return plan_batches(examples, order, **sizes)
    except ValueError as error:
        if "feasible" not in str(error):
            raise
        return None


@property_test
@given(cases())
def test_every_row_is_there_once_in_an_epoch_unless_the_order_draws_rows(case: Any) -> None:
    examples, order, _ = case
    found = feasible(case)
    if found is not None and order.kind in SAME_ROWS:
        assert sorted(rows_of(found)) == list(range(len(examples)))


@property_test
@given(cases())
def test_every_batch_has_as_many_micro_batches_a_multiple_of_ranks_and_no_row_too_many(case: Any) -> None:
    _, _, sizes = case
    found = feasible(case)
    if found is None:
        return
    counts = {len(batch) for batch in found.batches}
    assert len(counts) == 1
    assert counts.pop() % sizes["ranks"] == 0
    assert max(len(micro) for batch in found.batches for micro in batch) <= sizes["micro_rows"]
    assert all(any(batch) for batch in found.batches)


@property_test
@given(cases())
def test_a_micro_batch_is_empty_only_where_nothing_is_left_to_put_there(case: Any) -> None:
    examples, _, sizes = case
    found = feasible(case)
    for batch in found.batches if found is not None else ():
        rows = [examples[row].set for micro in batch for row in micro]
        parts = sum(-(-count // sizes["micro_rows"]) for count in Counter(rows).values())
        assert sum(map(bool, batch)) == min(parts if sizes["whole_sets"] else len(rows), len(batch))


@property_test
@given(cases())
def test_the_number_of_micro_batches_is_the_same_in_every_epoch(case: Any) -> None:
    examples, order, sizes = case
    if feasible(case) is not None:
        shapes = {
            (len(found.batches), len(found.batches[0]))
            for epoch in range(4)
            for found in [plan_batches(examples, order, **{**sizes, "epoch": epoch})]
        }
        assert len(shapes) == 1


@property_test
@given(cases())
def test_the_same_seed_and_epoch_give_the_same_plan(case: Any) -> None:
    examples, order, sizes = case
    assert feasible(case) == feasible((list(examples), order.model_copy(), dict(sizes)))


@property_test
@given(cases())
def test_whole_sets_are_never_split_over_micro_batches(case: Any) -> None:
    examples, order, sizes = case
    sizes["whole_sets"] = True
    found = feasible(case)
    for batch in found.batches if found is not None else ():
        for number, total in Counter(examples[row].set for micro in batch for row in micro).items():
            here = [n for micro in batch if (n := sum(examples[row].set == number for row in micro))]
            assert len(here) == 1 if total <= sizes["micro_rows"] else min(here) >= 2
            if order.kind == "grouped" and total > 1:
                assert min(here) >= 2


@property_test
@given(cases())
def test_the_recorded_collision_rate_is_that_of_the_batches(case: Any) -> None:
    examples, _, _ = case
    found = feasible(case)
    if found is None:
        return
    rows = shared = 0
    for batch in found.batches:
        sets = [examples[row].set for micro in batch for row in micro]
        rows += len(sets)
        shared += sum(sets.count(each) > 1 for each in sets)
    assert found.collision_rate == shared / rows


@pytest.mark.parametrize("rate", [0.0, 0.25, 0.5, 0.75, 1.0])
@pytest.mark.parametrize("batch_rows", [16, 32])
def test_a_collision_rate_is_met_as_closely_as_whole_sets_allow(rate: float, batch_rows: int) -> None:
    examples = made([[3, 2, 1, 1], [4, 1], [2, 2, 2], [5, 3]] * 20)
    order = Order(kind="collision", rate=rate)
    rates = [planned(examples, order, batch_rows=batch_rows, epoch=epoch).collision_rate for epoch in range(3)]
    assert rates == pytest.approx([rate] * 3, abs=4 / len(examples))


def test_which_sets_collide_changes_from_epoch_to_epoch() -> None:
    examples = made([[2, 2]] * 20)

    def apart(epoch: int) -> set[int]:
        batches = planned(examples, Order(kind="collision", rate=0.5), batch_rows=8, epoch=epoch).batches
        counts = [Counter(examples[row].set for micro in batch for row in micro) for batch in batches]
        return {number for count in counts for number, rows in count.items() if rows == 1}

    assert apart(0) != apart(1)


def test_a_collision_rate_that_sets_are_too_large_for_names_the_numbers() -> None:
    with pytest.raises(ValueError, match=r"rate: 0\.0; the rows of a set of 9 .* an epoch has 3 of 4 rows; .* 0\.750"):
        planned(made([[9], [2], [1]]), Order(kind="collision", rate=0.0), batch_rows=4)


def test_a_collision_rate_that_lone_rows_stand_against_names_the_numbers() -> None:
    with pytest.raises(ValueError, match=r"rate: 1\.0; 2 of 10 rows are alone in their sets; at most 0\.800"):
        planned(made([[4], [2, 2], [1], [1]]), Order(kind="collision", rate=1.0), batch_rows=5)


def test_grouped_keeps_a_set_in_one_optimiser_batch() -> None:
    examples = made([[2, 1], [4], [1, 1, 1, 1], [6], [3, 2], [2]])
    for epoch in range(5):
        batches = planned(examples, Order(kind="grouped"), batch_rows=8, epoch=epoch).batches
        homes = [{number for number, batch in enumerate(batches) for m in batch for row in m if examples[row].set == s}
                 for s in range(6)]  # fmt: skip
        assert all(len(home) == 1 for home in homes)


def test_a_set_larger_than_a_micro_batch_comes_as_parts_alike_in_clusters() -> None:
    examples = made([[4, 4, 2]])
    (batch,) = planned(examples, Order(), micro_rows=5, whole_sets=True).batches
    assert [Counter(examples[row].cluster for row in micro) for micro in batch] == [{0: 2, 1: 2, 2: 1}] * 2


def test_single_keeps_its_program_of_a_problem_over_epochs_and_another_seed_takes_others() -> None:
    examples = made([[3, 3]] * 12)

    def kept(**other: int) -> list[int]:
        return sorted(rows_of(planned(examples, Order(kind="single"), **other)))

    assert [examples[row].set for row in kept()] == list(range(12))
    assert kept(epoch=0) == kept(epoch=3)
    assert kept(seed=0) != kept(seed=1)


def test_single_with_control_steps_has_the_batches_of_a_run_over_all_programs() -> None:
    examples = made([[3, 3], [5], [1]] * 7)
    every = planned(examples, Order(kind="shuffled"))
    single = planned(examples, Order(kind="single", control="steps"))
    assert [sum(map(len, batch)) for batch in single.batches] == [sum(map(len, batch)) for batch in every.batches]
    times = Counter(rows_of(single)).values()
    assert len(times) == 21
    assert max(times) - min(times) <= 1


def test_cluster_balanced_draws_every_cluster_of_a_set_equally_often_and_its_members_in_turn() -> None:
    examples = made([[9, 2, 1], [5, 1]])
    rows = [
        row for epoch in range(6) for row in rows_of(planned(examples, Order(kind="cluster_balanced"), epoch=epoch))
    ]
    assert Counter(examples[row].set for row in rows) == {0: 72, 1: 36}
    assert Counter(examples[row].cluster for row in rows) == {0: 24, 1: 24, 2: 24, 3: 18, 4: 18}
    times = Counter(row for row in rows if examples[row].cluster == 0)
    assert len(times) == 9
    assert max(times.values()) - min(times.values()) <= 1


def test_cluster_balanced_with_whole_sets_keeps_a_sets_draws_together() -> None:
    examples = made([[3, 1], [2, 2, 2], [5]])
    found = planned(examples, Order(kind="cluster_balanced"), micro_rows=6, whole_sets=True)
    homes = [{k for b, batch in enumerate(found.batches) for m, micro in enumerate(batch) for row in micro
              if examples[row].set == s for k in [(b, m)]} for s in range(3)]  # fmt: skip
    assert all(len(home) == 1 for home in homes)


def test_whole_sets_refuse_micro_batches_that_would_leave_a_row_alone() -> None:
    with pytest.raises(ValueError, match=r"a set of 5 rows in parts of at most 2 .* at least 3"):
        planned(made([[5]]), Order(), micro_rows=2, whole_sets=True)


@pytest.mark.parametrize("name", ["batch_rows", "micro_rows", "ranks"])
def test_a_size_below_one_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: 0"):
        planned(made([[2]]), Order(), **{name: 0})


def test_no_examples_are_refused() -> None:
    with pytest.raises(ValueError, match="examples: 0"):
        planned([], Order())


@property_test
@given(st.lists(st.integers(1, 12), min_size=1, max_size=60), st.integers(2, 12))
def test_enough_micro_batches_are_enough(sizes: list[int], micro_rows: int) -> None:
    sizes = [min(size, micro_rows) for size in sizes]
    count = sufficient_micro_batches(sum(sizes), max(sizes), micro_rows)
    loads = [sum(map(len, groups)) for groups in fill_bins([[0] * size for size in sizes], count)]
    assert max(loads) <= micro_rows
