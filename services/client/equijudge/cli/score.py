"""`equijudge score`: a model's generations judged, clustered and scored."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from equijudge import generation_rows, json_values, wire
from equijudge._sync.client import Client
from equijudge.cli import options, score_table
from equijudge.cli.console import bar, note, stdout
from equijudge.cli.exit_codes import reported
from equijudge.cli.problems import stored
from equijudge.cli.service import service
from equijudge.errors import BadArgument
from equijudge.rows import parse_problem, read_rows
from equijudge_core.contracts.score_requests import ProblemGenerations, ReferenceClusters
from equijudge_core.contracts.verify import ResultLine
from equijudge_core.judging.row_reader import quote


@reported
def score(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="GENERATIONS.jsonl",
            help="A line has `problem` (name or stored id) and `generations` (the model's texts), or one `text`.",
        ),
    ],
    problems: Annotated[
        list[Path] | None,
        typer.Option(
            help="CodeContests rows of the problems, JSONL. Default: `problem` is a stored id.", show_default=False
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
    k: Annotated[str, typer.Option("-k", "--k", help="Of pass@k and coverage@k, by commas.")] = "1,4,16",
    levels: Annotated[str, typer.Option(help="At which unique solutions are counted, by commas.")] = "text,ast,alpha",
    seed: Annotated[int, typer.Option(help="Of the bootstrap.")] = 0,
    resamples: Annotated[int, typer.Option(help="Of the bootstrap.")] = 10_000,
    tests: options.Tests = None,
    checker: options.Checker = "codecontests",
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
    asked = generation_rows.read(path)
    if repeated := list(generation_rows.duplicates(asked)):
        raise BadArgument(f"{path}: ids of generations occur twice:\n  " + "\n  ".join(repeated[:10]))
    known = generation_rows.references(reference) if reference is not None else {}
    chosen = _options(k=k, levels=levels, seed=seed, resamples=resamples)
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
    with service(url, key) as client:
        ids = _stored_ids(client, asked, problems)
        batch = [_request(each, ids, known) for each in asked]
        found = _scored(client, batch, chosen, samples)
    if out is not None:
        _write(out, json.dumps(found, indent=1) + "\n")
        note(f"scores written to {out}")
    if as_json:
        typer.echo(json.dumps(found))
        return
    names = {identifier: name for name, identifier in ids.items()}
    for part in score_table.scores(found, names, everything=everything):
        stdout().print(part)


def _options(*, k: str, levels: str, seed: int, resamples: int) -> wire.ScoreOptions:
    try:
        ks = [int(number) for number in k.split(",")]
    except ValueError as error:
        raise BadArgument(f"--k {k}: expected whole numbers by commas, such as 1,4,16") from error
    wanted: Any = [level.strip() for level in levels.split(",") if level.strip()]
    found: wire.ScoreOptions = {"k": ks, "levels": wanted, "seed": seed, "resamples": resamples}
    try:
        wire.score_request([("problem", ["text"])], found, 0.0)
    except BadArgument as error:
        raise BadArgument(f"--{error}") from error
    return found


def _stored_ids(client: Client, asked: Sequence[generation_rows.Asked], paths: Sequence[Path] | None) -> dict[str, str]:
    """The stored id of every problem that is asked for, by what the generations call it."""
    if not paths:
        return {each.problem: each.problem for each in asked}
    wanted = {each.problem for each in asked}
    rows = {
        name: (path, row)
        for path in paths
        for row in read_rows(path)
        if isinstance(name := row.get("name"), str) and name in wanted
    }
    if missing := sorted(wanted - set(rows)):
        shown = ", ".join(missing[:10]) + (f" and {len(missing) - 10} more" if len(missing) > 10 else "")
        raise BadArgument(f"no problem of this name in {', '.join(map(str, paths))}: {shown}")
    found: list[str] = []
    with bar("storing problems", len(rows)) as steps:
        parsed = (parse_problem(path, row).without_solutions().to_row() for path, row in rows.values())
        for summaries in stored(client, parsed):
            found += [summary.problem_id for summary in summaries]
            steps.step(by=len(summaries))
    return dict(zip(rows, found, strict=True))


def _request(
    asked: generation_rows.Asked, ids: Mapping[str, str], known: Mapping[str, ReferenceClusters]
) -> ProblemGenerations:
    with json_values.named(f"problem {quote(asked.problem)}"):
        return ProblemGenerations(
            problem_id=ids[asked.problem],
            generations=tuple(asked.generations),
            reference=known.get(asked.problem),
            family=asked.family,
        )


def _scored(
    client: Client, batch: Sequence[ProblemGenerations], chosen: wire.ScoreOptions, samples: Path | None
) -> dict[str, Any]:
    """The scores; every sample goes by on the bar and into the file."""
    lines: list[ResultLine] = []
    with bar("judging", sum(len(each.generations) for each in batch)) as steps:

        def seen(line: ResultLine) -> None:
            lines.append(line)
            steps.step(line.verdict if len(lines) < steps.total else "computing the scores")

        found = client.score(batch, on_sample=seen, **chosen)
    if samples is not None:
        ordered = sorted(lines, key=lambda line: line.index)
        _write(samples, "".join(f"{line.model_dump_json(exclude_none=True)}\n" for line in ordered))
    return found


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
