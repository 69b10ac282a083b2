"""`equijudge demo`: labelled programs of the handbook through the HTTP API.

Those in Python first. Those in other languages follow, where the service has them: what it lacks is said in a line, and
is no failure of the demonstration.
"""

from __future__ import annotations

import json
import math
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from equijudge import labelled_set, result_tables
from equijudge._sync.client import Client
from equijudge.cli import options
from equijudge.cli.console import note, progress_bar, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.languages import wait_for_languages
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument
from equijudge_core.contracts.service import ServiceLanguages
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine


@dataclass(frozen=True, slots=True)
class JudgedProgram:
    """A labelled program and the verdict on it. `problem`: what its line of the table says."""

    problem: str
    label: labelled_set.Label
    result: ResultLine

    @property
    def as_labelled(self) -> bool:
        """Whether verdict and points are the labelled ones, or a Python refuses the program by itself."""
        return (self.result.verdict is self.label.expected and self.has_its_points) or self.is_refused

    @property
    def has_its_points(self) -> bool:
        """Whether the program got the points that its label names, if it names any."""
        points, expected = self.result.points, self.label.points
        return expected is None or (points is not None and math.isclose(points, expected, abs_tol=1e-6))

    @property
    def is_refused(self) -> bool:
        """Whether the cell's Python is one that gives up this right program: 3.12 recurses less far through C code."""
        environment = self.result.environment
        version = environment.language_version.split()[-1] if environment else ""
        python = ".".join(version.split(".")[:2])
        return self.result.verdict in (Verdict.WA, Verdict.RE) and python in self.label.refused_by


@report_errors
def demo(
    data: Annotated[
        Path | None,
        typer.Option(help="Folder with problems.jsonl and labels.jsonl. Default: data/handbook.", show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All problems, not only those with every verdict.")] = False,
    problem: Annotated[
        list[str] | None, typer.Option(help="Only the problem of this name; may be repeated.", show_default=False)
    ] = None,
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Judge programs of the handbook, right, wrong, slow, crashing and greedy ones, and compare with their labels.

    Programs in other languages than Python follow: a few, or with --all or --problem all there are. Those in languages
    that the judge lacks are left out, and it is said why. Exit code: 0 all verdicts are as labelled, 1 not all.
    """
    entries = labelled_set.read(labelled_set.find(data))
    if problem:
        entries = select_problems(entries, problem)
    elif not everything:
        entries = select_most_varied(entries)
    others = entries if problem or everything else select_first_of_each_language(entries)
    with open_client(url, key) as client:
        verdicts, elapsed_s = _judge(client, entries)
        _show(verdicts, as_json)
        if any(entry.others for entry in others):
            note("asking which other languages are here")
            found = wait_for_languages(client)
            if left_out := describe_left_out(others, found):
                note(left_out)
            more, more_s = _judge(client, select_languages(others, found))
            more = [replace(each, problem=f"{each.problem}, {_title(each, found)}") for each in more]
            _show(more, as_json)
            verdicts, elapsed_s = [*verdicts, *more], elapsed_s + more_s
    if not as_json:
        _print_summary(stdout(), verdicts, elapsed_s)
    raise typer.Exit(ExitCode.FINE if all(verdict.as_labelled for verdict in verdicts) else ExitCode.NO)


def select_problems(
    entries: Sequence[labelled_set.LabelledProblem], names: Sequence[str]
) -> list[labelled_set.LabelledProblem]:
    """Select the problems of these names. Raises BadArgument naming those that there are not."""
    if unknown := sorted(set(names) - {entry.problem.name for entry in entries}):
        raise BadArgument(f"--problem {', '.join(unknown)}: no such problem among the {len(entries)} of the handbook")
    return [entry for entry in entries if entry.problem.name in names]


def select_most_varied(entries: Sequence[labelled_set.LabelledProblem]) -> list[labelled_set.LabelledProblem]:
    """Select the problems whose programs get the most different verdicts."""
    verdicts = [len({program.label.expected for program in entry.programs}) for entry in entries]
    return [entry for entry, count in zip(entries, verdicts, strict=True) if count == max(verdicts)]


def select_first_of_each_language(
    entries: Sequence[labelled_set.LabelledProblem],
) -> list[labelled_set.LabelledProblem]:
    """Keep, of the programs in other languages, those of the first problem that has some in theirs."""
    first = {other.label.language: entry.problem.name for entry in reversed(entries) for other in entry.others}
    return [
        replace(entry, others=tuple(x for x in entry.others if first[x.label.language] == entry.problem.name))
        for entry in entries
    ]


def select_languages(
    entries: Sequence[labelled_set.LabelledProblem], found: ServiceLanguages
) -> list[labelled_set.LabelledProblem]:
    """Make problems of the programs in other languages, of those that there are."""
    there = {language.name for language in found.languages}
    chosen = [
        labelled_set.LabelledProblem(entry.problem, tuple(x for x in entry.others if x.label.language in there))
        for entry in entries
    ]
    return [entry for entry in chosen if entry.programs]


def describe_left_out(entries: Sequence[labelled_set.LabelledProblem], found: ServiceLanguages) -> str:
    """Say which programs are left out, by language, and why; '' for none."""
    there = {language.name for language in found.languages}
    missing = {language.name: language for language in found.missing}
    languages = (other.label.language for entry in entries for other in entry.others)
    parts = []
    for name, count in Counter(language for language in languages if language not in there).items():
        title, reason = (missing[name].title, missing[name].reason) if name in missing else (name, "not known there")
        parts.append(f"{count} in {title} ({reason})")
    return f"left out, since the judge does not have their languages: {'; '.join(parts)}" if parts else ""


def _title(verdict: JudgedProgram, found: ServiceLanguages) -> str:
    return next(each.title for each in found.languages if each.name == verdict.label.language)


def _judge(client: Client, entries: Sequence[labelled_set.LabelledProblem]) -> tuple[list[JudgedProgram], float]:
    """All verdicts, and the seconds between the request and the last of them."""
    if not entries:
        return [], 0.0
    programs = [(entry.problem.name, program) for entry in entries for program in entry.programs]
    with progress_bar("judging the handbook", len(programs)) as steps:
        stored = client.put_problems([entry.problem.without_solutions().to_row() for entry in entries])
        ids = [summary.problem_id for summary in stored]
        batch = [
            (problem_id, [program.candidate for program in entry.programs])
            for problem_id, entry in zip(ids, entries, strict=True)
        ]
        began = time.monotonic()
        results = []
        for result in client.verify_batch_each(batch):
            steps.step(entries[result.problem].problem.name)
            results.append(result)
        elapsed_s = time.monotonic() - began
    pairs = zip(programs, sorted(results, key=lambda result: result.index), strict=True)
    return [JudgedProgram(name, program.label, result) for (name, program), result in pairs], elapsed_s


def _show(verdicts: Sequence[JudgedProgram], as_json: bool) -> None:
    """Print the verdicts, and say what differs, as soon as they are there."""
    if as_json:
        _print_json(verdicts)
    elif verdicts:
        _print_table(stdout(), verdicts)


def _print_json(verdicts: Sequence[JudgedProgram]) -> None:
    for verdict in verdicts:
        label = verdict.label.model_dump(mode="json")
        result = verdict.result.model_dump(mode="json")
        typer.echo(json.dumps({"as_labelled": verdict.as_labelled, "label": label, "result": result}))


def _print_table(console: Console, verdicts: Sequence[JudgedProgram]) -> None:
    counts: dict[str, Counter[Verdict]] = {}
    for verdict in verdicts:
        counts.setdefault(verdict.problem, Counter())[verdict.result.verdict] += 1
    differing = [verdict for verdict in verdicts if not verdict.as_labelled]
    console.print(result_tables.counts_table(counts, Counter(verdict.problem for verdict in differing)))
    for verdict in differing:
        console.print(_difference(verdict))
    for verdict in filter(lambda each: each.is_refused, verdicts):
        console.print(_refusal(verdict), markup=False)


def _print_summary(console: Console, verdicts: Sequence[JudgedProgram], elapsed_s: float) -> None:
    console.print(_origin(verdicts, elapsed_s), markup=False)
    agreeing = sum(verdict.as_labelled for verdict in verdicts)
    console.print(f"{agreeing} of {len(verdicts)} verdicts as labelled")


def _difference(verdict: JudgedProgram) -> Text:
    label, result = verdict.label, verdict.result
    what = label.algorithm or label.reason
    text = Text.assemble(("✗ ", "bold red"), f"{result.candidate_id} ({what}): expected ")
    text.append_text(result_tables.verdict_text(label.expected)).append(", got ")
    text.append_text(result_tables.verdict_text(result.verdict))
    if not verdict.has_its_points:
        found, expected = (result_tables.format_points(points) for points in (result.points, label.points))
        text.append(f", {found} points for {expected}")
    return text.append(f" — {result_tables.describe_failure(result)}" if result_tables.describe_failure(result) else "")


def _refusal(verdict: JudgedProgram) -> str:
    python = verdict.result.environment.language_version if verdict.result.environment else ""
    what = f"{verdict.result.candidate_id} ({verdict.label.algorithm})"
    return f"{what}: {verdict.result.verdict} by {python}, which refuses its recursion; AC by 3.11"


def _origin(verdicts: Sequence[JudgedProgram], elapsed_s: float) -> str:
    """Where the verdicts come from, and the time it took."""
    cached = sum(verdict.result.cached for verdict in verdicts)
    took = result_tables.format_seconds(elapsed_s)
    if cached == len(verdicts):
        return f"all {cached} verdicts were served from the cache in {took}"
    judged_now = len(verdicts) - cached
    return f"{judged_now} programs were judged, {cached} verdicts came from the cache, in {took}"
