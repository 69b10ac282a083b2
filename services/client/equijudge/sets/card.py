"""README.md of the dataset: the card that the hub shows, and what `load_dataset` reads."""

from __future__ import annotations

import json
from typing import Any

from equijudge.sets.records import Header


def render_card(header: Header, summary: dict[str, Any]) -> str:
    """Render the card. The front matter says where the rows are."""
    audit = summary["audit"]
    stages = "\n".join(
        f"| {each['stage']} | {each['left']:,} | {each['dropped']:,} | {each['reason'].replace('_', ' ')} |"
        for each in summary["funnel"]["problems"]
    )
    verdicts = ", ".join(f"{verdict} {count:,}" for verdict, count in summary["verdicts"].items() if count)
    chosen = json.dumps(header.options.model_dump(mode="json", exclude_none=True))
    versions, outcomes = ", ".join(summary["versions"]) or "none", summary["problems_by_outcome"]
    published = summary["published_for_comparison"]
    return f"""---
configs:
- config_name: default
  data_files:
  - split: train
    path: data/train-*.parquet
tags:
- code
---

# Equivalence sets of {header.source}

Per problem the Python 3 solutions that pass all of its tests, without repetitions, by algorithm. Made by equijudge
from {summary["problems"]:,} rows; {summary["kept"]:,} of them are here, with {_mean(summary["solutions_per_problem"])}
solutions in {_mean(summary["clusters_per_problem"])} clusters on average. The rights in statements and programs are
those of the source.

| stage | problems left | dropped | reason |
|---|---|---|---|
{stages}

Verdicts on the different programs that are labelled right: {verdicts or "none"}.
{audit["problems_with_several_answers"]:,} problems may have several valid answers (`audit.several_answers`),
{outcomes.get("internal_error", 0):,} failed through a fault of the judge and {outcomes.get("refused", 0):,} rows were
refused; `report.json` names them, `report.html` shows it all.

As published for {published["dataset"]}: {published["problems"]:,} problems, {published["solutions_per_problem"]}
solutions and {published["clusters_per_problem"]} clusters on average. That is to compare with; nothing was tuned to it.

## Columns

* `problem_id`, `position` (row of the source), `name`, `description`, `source`, `difficulty`, `cf_*`; how many tests
  there are in each set: `public_tests`, `private_tests`, `generated_tests`; the limits that applied.
* `solutions`, a struct of lists of the same length: `solution` (the source), `position` in the source's list, `cluster`
  and `fine` (ids of the algorithm, coarse and fine), `features`, `fine_features`, `form_text`, `form_ast`,
  `form_alpha` (equal for programs that are the same at that level), `cpu_time_s` and `memory_peak_bytes` (the largest
  of all tests), `loose` (accepted thanks to a tolerance).
* `clusters`, a struct of lists: `id`, `features`, `solutions` (positions), `fine` (ways in which it is written).
* `audit`, of the tests by the labels, null when it was left out: of `right` different programs labelled right
  `right_accepted` pass (`true_positive_rate`), of `wrong` ones labelled wrong `wrong_rejected` do not
  (`true_negative_rate`; null without programs). `disputed_tests`: some labelled right pass and others answer otherwise,
  so that there are `several_answers` or a label is wrong. `refuted_tests`: at least two answer otherwise and none is
  known to pass.

Options: `{chosen}`. Versions: {versions}.
"""


def _mean(distribution: dict[str, Any]) -> str:
    return "no" if distribution["mean"] is None else f"{distribution['mean']:.1f}"
