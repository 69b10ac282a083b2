"""`equijudge score`: a model's generations judged, clustered and scored."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from equijudge import endpoints, score_table
from equijudge._sync.client import Client
from equijudge.cli import options
from equijudge.cli.console import note, progress_bar, stdout
from equijudge.cli.exit_codes import report_errors
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument
from equijudge.generation_rows import (
    NamedGenerations,
    build_score_problems,
    check_forms,
    complete_samples,
    pair_samples,
    read_generations,
    read_references,
    split_unknown,
)
from equijudge.headers import add_headers_to_each, read_headers
from equijudge.rows import Row, write_text
from equijudge.samples.forms import format_results
from equijudge.storing import MOST_SHOWN, find_named_rows, store_rows
from equijudge_core.contracts.score_requests import ProblemGenerations
from equijudge_core.contracts.scores import Scores
from equijudge_core.contracts.verify import ResultLine


@report_errors
def score(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="GENERATIONS.jsonl",
            help="A line has `problem` (name or stored id) and `generations` (the model's texts), or one `text`; or "
            "samples as HumanEval, evalplus or lm-eval write them.",
        ),
    ],
    problems: Annotated[
        list[Path] | None,
        typer.Option(
            help="The problems, in any of the formats of the manual. Default: `problem` is a stored id or name.",
            show_default=False,
        ),
    ] = None,
    reference: Annotated[
        Path | None,
        typer.Option(help="Equivalence sets (of build-sets, or JSONL): the clusters to recall.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where the scores go, for `equijudge compare`.", show_default=False)
    ] = None,
    samples: Annotated[
        Path | None, typer.Option(help="Where every sample's verdict and clusters go, JSONL.", show_default=False)
    ] = None,
    results: Annotated[
        Path | None,
        typer.Option(help="Where results go in the form of the samples, where that is another's.", show_default=False),
    ] = None,
    language: Annotated[
        str, typer.Option(help="Of generations that name none (`language`): a name or alias of `GET /languages`.")
    ] = "python3",
    k: Annotated[str, typer.Option("-k", "--k", help="Of pass@k and coverage@k, by commas.")] = "1,4,16",
    levels: Annotated[str, typer.Option(help="At which unique solutions are counted, by commas.")] = "text,ast,alpha",
    majority: Annotated[
        bool, typer.Option("--majority", help="Compute majority@k too: every sample is run on all tests.")
    ] = False,
    seed: Annotated[int, typer.Option(help="Of the bootstrap.")] = 0,
    resamples: Annotated[int, typer.Option(help="Of the bootstrap.")] = 10_000,
    tests: options.Tests = None,
    checker: options.Checker = None,
    include: options.Include = None,
    time_limit: options.TimeLimit = None,
    total_time: options.TotalTime = None,
    memory_limit: options.MemoryLimit = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every figure, and every problem.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The scores as one JSON object on stdout.")] = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Score a model's generations: how many are right, and how many different algorithms they reach.

    [bold]equijudge score generations.jsonl --problems problems.jsonl --out run.json[/]

    The code is taken out of each text (fences, thinking, chatter), judged against the problem's tests and assigned
    to the cluster of its algorithm. Figures come with intervals over problems; IE counts nowhere, and the bounds that
    it leaves open are shown.

    Exit code: 0 scored, 2 wrong usage or input, 3 the judge failed.
    """
    generations, headers = read_generations(path), read_headers(include)
    if headers and not problems:
        raise BadArgument("--include: the problems are stored; give it to `equijudge problems import`")
    references = read_references(reference) if reference is not None else {}
    chosen = _options(k=k, levels=levels, seed=seed, resamples=resamples)
    chosen["language"] = language
    if majority:
        chosen["majority"] = True
    judging = options.judge_options(
        tests=tests,
        run_all=False,
        detail="verdict",
        checker=checker,
        time_limit=time_limit,
        total_time=total_time,
        memory_limit=memory_limit,
    )
    chosen["checker"], chosen["limits"] = judging["checker"], judging["limits"]
    if "tests" in judging:
        chosen["tests"] = judging["tests"]
    if results is not None:
        check_forms(generations)
    rows: dict[str, Row] | None = None
    unknown: list[NamedGenerations] = []
    if problems:
        rows = find_named_rows(problems, *_names(generations))
        generations, unknown = split_unknown(generations, rows)
    complete_samples(generations, rows)
    with open_client(url, key) as client:
        ids = {each.problem: each.problem for each in generations} if rows is None else _store(client, rows, headers)
        found, lines = _judge(client, build_score_problems(generations, ids, references), chosen)
    if samples is not None:
        write_text(samples, "".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in lines))
    if results is not None:
        write_text(results, format_results(pair_samples(generations, lines, rows, unknown)))
    _tell_unknown(unknown)
    if out is not None:
        write_text(out, json.dumps(found.model_dump(mode="json"), indent=1) + "\n")
        note(f"scores written to {out}")
    if as_json:
        typer.echo(json.dumps(found.model_dump(mode="json")))
        return
    names = {identifier: name for name, identifier in ids.items()}
    for part in score_table.scores_tables(found, names, everything=everything):
        stdout().print(part)


def _options(*, k: str, levels: str, seed: int, resamples: int) -> endpoints.ScoreKeywords:
    try:
        ks = [int(number) for number in k.split(",")]
    except ValueError as error:
        raise BadArgument(f"--k {k}: expected whole numbers by commas, such as 1,4,16") from error
    wanted: Any = [level.strip() for level in levels.split(",") if level.strip()]
    found: endpoints.ScoreKeywords = {"k": ks, "levels": wanted, "seed": seed, "resamples": resamples}
    try:
        endpoints.score_request([("problem", ["text"])], found, 0.0)
    except BadArgument as error:
        raise BadArgument(f"--{error}") from error
    return found


def _names(generations: Sequence[NamedGenerations]) -> tuple[set[str], set[str]]:
    """The names of all problems, and those of which only other harnesses' samples speak, which may be missing."""
    names = {each.problem for each in generations}
    return names, {each.problem for each in generations if len(each.samples) == len(each.generations)}


def _tell_unknown(unknown: Sequence[NamedGenerations]) -> None:
    if unknown:
        samples = sum(len(each.generations) for each in unknown)
        more = f" and {len(unknown) - MOST_SHOWN} more" if len(unknown) > MOST_SHOWN else ""
        shown = ", ".join(each.problem for each in unknown[:MOST_SHOWN]) + more
        note(f"{samples} samples not judged, since no problem has their task_id: {shown}")


def _store(client: Client, rows: Mapping[str, Row], headers: Mapping[str, str]) -> dict[str, str]:
    """Store the problems and return the id of each by what the generations call it."""
    found: list[str] = []
    with progress_bar("storing problems", len(rows)) as steps:
        for summaries in store_rows(client, add_headers_to_each(rows.values(), headers)):
            found += [summary.problem_id for summary in summaries]
            steps.step(by=len(summaries))
    return dict(zip(rows, found, strict=True))


def _judge(
    client: Client, batch: Sequence[ProblemGenerations], chosen: endpoints.ScoreKeywords
) -> tuple[Scores, list[ResultLine]]:
    """Judge and score; every sample goes by on the bar, and is returned in the order of the request."""
    lines: list[ResultLine] = []
    with progress_bar("judging", sum(len(each.generations) for each in batch)) as steps:

        def show(line: ResultLine) -> None:
            lines.append(line)
            steps.step(line.verdict if len(lines) < steps.total else "computing the scores")

        found = client.score(batch, on_sample=show, **chosen)
    return found, sorted(lines, key=lambda line: line.index)
