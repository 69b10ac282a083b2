"""README.md of the dataset: the card that the hub shows, and what `load_dataset` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from equijudge.sets.records import Header
from equijudge.sets.report import language_titles
from equijudge_core.contracts.sets import PYTHON3


def render_card(header: Header, summary: dict[str, Any]) -> str:
    """Render the card. The front matter says where the rows are."""
    audit = summary["audit"]
    stages = "\n".join(
        f"| {each['stage']} | {each['left']:,} | {each['dropped']:,} | {each['reason'].replace('_', ' ')} |"
        for each in summary["funnel"]["problems"]
    )
    verdicts = ", ".join(f"{verdict} {count:,}" for verdict, count in summary["verdicts"].items() if count)
    languages = header.options.languages
    later = {"languages"} if languages == (PYTHON3,) else None  # the options of Python alone are as they were
    chosen = json.dumps(header.options.model_dump(mode="json", exclude_none=True, exclude=later))
    versions, outcomes = ", ".join(summary["versions"]) or "none", summary["problems_by_outcome"]
    published = summary["published_for_comparison"]
    solutions = f"the {language_titles(languages)} solutions"
    made_of = f"Per problem {solutions} that pass all of its tests, without repetitions, by algorithm."
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

{made_of} Made by equijudge
from {summary["problems"]:,} rows; {summary["kept"]:,} of them are here, with {_mean(summary["solutions_per_problem"])}
solutions in {_mean(summary["clusters_per_problem"])} clusters on average. The rights in statements and programs are
those of the source.

| stage | problems left | dropped | reason |
|---|---|---|---|
{stages}

{_languages_table(summary)}Verdicts on the different programs that are labelled right: {verdicts or "none"}.
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
  of all tests), `loose` (accepted thanks to a tolerance), `language`.
* `clusters`, a struct of lists: `id`, `features`, `solutions` (positions), `fine` (ways in which it is written).
* `audit`, of the tests by the labels, null when it was left out: of `right` different programs labelled right
  `right_accepted` pass (`true_positive_rate`), of `wrong` ones labelled wrong `wrong_rejected` do not
  (`true_negative_rate`; null without programs). `disputed_tests`: some labelled right pass and others answer otherwise,
  so that there are `several_answers` or a label is wrong. `refuted_tests`: at least two answer otherwise and none is
  known to pass. `suggested_checker`: where programs labelled right answer otherwise, the narrowest comparison that
  takes all their answers for the same, or `own`: there is none, so that the problem needs a checker of its own.

Options: `{chosen}`. Versions: {versions}.
"""


def _languages_table(summary: Mapping[str, Any]) -> str:
    """The programs by language; nothing where there is Python 3 alone."""
    if "by_language" not in summary:
        return ""
    rows = "\n".join(
        f"| `{name}` | {share['taken']:,} | {share['unique']:,} | {share['accepted']:,} | {share['in_sets']:,} | "
        f"{share['clusters']:,} |"
        for name, share in summary["by_language"].items()
    )
    return f"""| language | labelled right | different | accepted | in sets | clusters |
|---|---|---|---|---|---|
{rows}

A cluster holds programs of one language. Where its id begins with `normal-form:` and the language, its programs differ
in layout, comments and names alone: the algorithm is told of Python only.

"""


def _mean(distribution: dict[str, Any]) -> str:
    return "no" if distribution["mean"] is None else f"{distribution['mean']:.1f}"
