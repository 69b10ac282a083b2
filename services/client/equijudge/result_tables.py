"""Draws results. Pure: values in, rich renderables out; nothing is printed here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from equijudge_core.contracts.execute import Exceeded, ExecutionLine, InputRun
from equijudge_core.contracts.jobs import JobState, JobStatus, ListedJob
from equijudge_core.contracts.scoring import GroupResult
from equijudge_core.contracts.service import ProblemSummary, ServiceLanguages
from equijudge_core.contracts.sets import EquivalenceSet, Status
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine, TestResult, TestSet

STYLES: Mapping[Verdict, str] = {
    Verdict.AC: "bold green",
    Verdict.WA: "bold red",
    Verdict.TLE: "bold yellow",
    Verdict.MLE: "bold magenta",
    Verdict.OLE: "bold magenta",
    Verdict.RE: "bold red",
    Verdict.CE: "bold blue",
    Verdict.IE: "bold white on red",
    Verdict.REJ: "bold red",
}
STATES: Mapping[JobState, str] = {JobState.RUNNING: "bold", JobState.DONE: "green", JobState.CANCELLED: "dim"}
LONGEST_MESSAGE = 200  # characters of a checker's in a table
COMPILER_ERROR = re.compile(r"\berror(\[\w+\])?: ")  # of g++, javac, rustc; an interpreter's last line says it


def verdict_text(verdict: Verdict) -> Text:
    """The verdict in its colour."""
    return Text(verdict, style=STYLES[verdict])


def results_table(results: Sequence[ResultLine]) -> Table:
    """Draw one line per candidate."""
    scored = any(result.max_points is not None for result in results)
    table = make_table(
        "candidate", "verdict", *([">points"] if scored else []), ">tests", ">cpu", ">memory", "first failure"
    )
    for result in results:
        table.add_row(
            Text(result.candidate_id or f"#{result.candidate}"),
            verdict_text(result.verdict),
            *([format_points(result.points, result.max_points)] if scored else []),
            tests_run(result),
            *(
                (format_seconds(result.cpu_time_s), format_size(result.memory_peak_bytes))
                if cost_is_told(result)
                else "--"
            ),
            Text(describe_failure(result)),
        )
    return table


def groups_table(groups: Iterable[GroupResult]) -> Table:
    """Draw one line per group of a problem that gives points."""
    table = make_table("group", "verdict", ">points", ">tests", "why")
    for group in groups:
        table.add_row(
            Text(group.name),
            verdict_text(group.verdict) if group.verdict else Text("-"),
            format_points(group.points, group.max_points),
            f"{group.tests_run}/{group.tests_total}",
            Text(group.reason),
        )
    return table


def tests_run(result: ResultLine) -> str:
    """Tests run of all, or a dash: an outcome-only key is not told."""
    return "-" if result.tests_run is None else f"{result.tests_run}/{result.tests_total}"


def cost_is_told(result: ResultLine) -> bool:
    """Whether cost is more than a default: an outcome-only key, which is not told of tests, is told that of AC."""
    return result.tests_run is not None or result.verdict is Verdict.AC


def tests_table(tests: Iterable[TestResult]) -> Table:
    """Draw one line per test of a candidate."""
    tests = list(tests)
    scored = any(test.points is not None for test in tests)
    table = make_table("test", "verdict", *([">points"] if scored else []), ">cpu", ">wall", ">memory", "what happened")
    for test in tests:
        table.add_row(
            test.test,
            verdict_text(test.verdict),
            *([format_points(test.points)] if scored else []),
            format_seconds(test.cpu_time_s),
            format_seconds(test.wall_time_s),
            format_size(test.memory_peak_bytes),
            Text(_remark(test)),
        )
    return table


def problems_table(problems: Iterable[ProblemSummary]) -> Table:
    """Draw one line per stored problem; its tests as public/private/generated, and the programs that it brings."""
    table = make_table("name", "id", ">tests", ">time", ">memory", "brings")
    table.columns[1].no_wrap = True
    for problem in problems:
        table.add_row(
            Text(problem.name),
            Text(problem.problem_id, style="dim"),
            "/".join(str(problem.tests.get(each, 0)) for each in TestSet),
            format_seconds(problem.time_limit_s) if problem.time_limit_s is not None else "default",
            format_size(problem.memory_limit_bytes) if problem.memory_limit_bytes else "default",
            Text(", ".join(f"{column} ({language})" for column, language in problem.brings.items())),
        )
    return table


def executions_table(results: Iterable[ExecutionLine]) -> Table:
    """Draw one line per run of a program on an input; one for a program that was not run."""
    table = make_table("program", ">input", "ended", ">cpu", ">memory", "stdout", "stderr")
    for each in results:
        name = Text(each.id or f"#{each.index}")
        if not each.runs:
            why = each.internal_error or f"did not compile: {each.compiled.message}"
            table.add_row(name, "", Text("not run", style="bold red"), "", "", "", Text(shorten(why)))
        for number, run in enumerate(each.runs):
            table.add_row(
                name if not number else Text(""),
                str(number),
                Text(describe_end(run), style="bold green" if run.ok else "bold red"),
                format_seconds(run.cpu_time_s),
                format_size(run.memory_peak_bytes),
                Text(shorten(run.stdout.rstrip("\n"))),
                Text(shorten(run.stderr.rstrip("\n"))),
            )
    return table


def describe_end(run: InputRun) -> str:
    """How a run ended, in a few words: `exit 0`, `signal 11`, `cpu_time limit`."""
    if run.internal_error:
        return f"not run: {run.internal_error}"
    if run.killed_for is not None:
        return f"{run.killed_for.value} limit" if run.killed_for is not Exceeded.CELL_LOST else "cell lost"
    return f"exit {run.exit_code}" if run.signal is None else f"signal {run.signal}"


def sets_table(sets: Sequence[EquivalenceSet]) -> Table:
    """Draw one line per set: what it holds, and how many programs were left after each stage."""
    table = make_table("problem", "status", ">taken", ">unique", ">accepted", ">algorithms", "verdicts")
    for each in sets:
        stages = (each.funnel.taken, each.funnel.unique, each.funnel.accepted, each.funnel.clusters)
        table.add_row(
            Text(each.name),
            Text(each.status.value, style="bold green" if each.status is Status.KEPT else "dim"),
            *("-" if count is None else str(count) for count in stages),
            ", ".join(f"{count} {verdict}" for verdict, count in each.verdicts.items()),
        )
    return table


def jobs_table(jobs: Iterable[ListedJob], now: float) -> Table:
    """Draw one line per job. `now`: by the clock by which ages are told, in seconds."""
    table = make_table("job", "kind", "state", ">done", "verdicts", ">age", ">left")
    table.columns[0].no_wrap = True
    for job in jobs:
        table.add_row(
            Text(job.job_id, style="dim"),
            job.kind.value,
            Text(job.state.value, style=STATES[job.state]),
            f"{job.done}/{job.candidates}",
            ", ".join(f"{count} {verdict}" for verdict, count in job.verdicts.items()),
            format_age(now - job.created_at),
            "" if job.eta_s is None else format_age(job.eta_s),
        )
    return table


def describe_job(job: JobStatus) -> str:
    """Describe a job's counts on one line."""
    verdicts = "".join(f", {count} {verdict}" for verdict, count in job.verdicts.items())
    took = "" if job.finished_at is None else f", after {format_age(job.finished_at - job.created_at)}"
    return f"{job.job_id}: {job.state.value}{took}: {job.done} of {job.candidates} done{verdicts}"


def format_age(seconds: float) -> str:
    """Format a stretch of time in whole units: `12 s`, `3 min`, `5 h`."""
    number, units = max(0.0, seconds), ["s", "min", "h"]
    while number >= 119.5 and len(units) > 1:
        number, units = number / 60, units[1:]
    return f"{number:.0f} {units[0]}"


def counts_table(counts: Mapping[str, Counter[Verdict]], differing: Mapping[str, int]) -> Table:
    """Draw the verdicts per problem, and how many of them are not as labelled."""
    seen = [verdict for verdict in Verdict if any(count[verdict] for count in counts.values())]
    table = make_table("problem", ">programs", *(f">{verdict}" for verdict in seen), "as labelled")
    for index, verdict in enumerate(seen, start=2):
        table.columns[index].header_style = STYLES[verdict]
    for name, count in counts.items():
        numbers = (str(count[verdict] or "·") for verdict in seen)
        table.add_row(Text(name), str(count.total()), *numbers, _agreement(count.total(), differing[name]))
    return table


def languages_table(found: ServiceLanguages) -> Table:
    """Draw one line per language, those that are missing last, with the reason in the version's place."""
    table = make_table("language", "title", ">time", "version", "other names", "files")
    for language in found.languages:
        said = (Text(shorten(language.version)), Text(", ".join(language.aliases)), Text(" ".join(language.extensions)))
        table.add_row(Text(language.name, style="bold"), Text(language.title), f"x {language.time_factor:g}", *said)
    for missing in found.missing:
        said = (
            Text(f"missing: {missing.reason}"),
            Text(", ".join(missing.aliases)),
            Text(" ".join(missing.extensions)),
        )
        table.add_row(Text(missing.name), Text(missing.title), f"x {missing.time_factor:g}", *said, style="dim")
    return table


def describe_failure(result: ResultLine) -> str:
    """Describe the first failing test in a few words."""
    if result.first_failure is not None:
        return f"{result.first_failure.test}: {_remark(result.first_failure)}"
    message = result.compile_message.strip().splitlines()
    errors = (line for line in message if COMPILER_ERROR.search(line))
    return result.reason or next(errors, message[-1] if message else "")


def format_points(points: float | None, most: float | None = None) -> str:
    """Format points, of the most that there are; a dash for what is not known."""
    shown = "-" if points is None else f"{round(points, 2):.10g}"
    return shown if most is None else f"{shown}/{round(most, 2):.10g}"


def format_seconds(value: float) -> str:
    """Format a time with three digits or so."""
    return f"{value * 1000:.0f} ms" if value < 0.9995 else f"{value:.2f} s"


def format_size(value: int) -> str:
    """Format a size in binary units."""
    number, units = float(value), ["B", "KiB", "MiB", "GiB"]
    while number >= 1023.5 and len(units) > 1:
        number, units = number / 1024, units[1:]
    return f"{number:.0f} {units[0]}" if units[0] == "B" or number >= 99.5 else f"{number:.1f} {units[0]}"


def shorten(text: str, longest: int = 60) -> str:
    """Shorten a text to one line of at most `longest` characters."""
    line = text.replace("\n", "⏎")
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _remark(test: TestResult) -> str:
    if test.difference is not None:
        where = test.difference
        return f"line {where.line}: expected {shorten(where.expected)!r}, got {shorten(where.got)!r}"
    said = _gist(test.checker_message or "")
    if test.exception or test.reason:
        why = test.exception or test.reason.partition("\n")[0]
        return f"{why}: {said}" if said and test.verdict is Verdict.IE else why
    if said:
        return f"checker: {said}"
    if test.signal is not None:
        return f"signal {test.signal}"
    return f"exit code {test.exit_code}" if test.exit_code else ""


def _gist(message: str) -> str:
    """What a checker said, on one line; of a traceback the end."""
    lines = message.strip().splitlines()
    return shorten(lines[-1] if message.startswith("Traceback") else "\n".join(lines), LONGEST_MESSAGE) if lines else ""


def _agreement(total: int, differing: int) -> Text:
    if not differing:
        return Text("✓", style="bold green")
    return Text(f"✗ {total - differing} of {total}", style="bold red")


def make_table(*headers: str) -> Table:
    """Make an empty table. A leading `>` in a header aligns the column to the right."""
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, collapse_padding=True)
    for header in headers:
        right = header.startswith(">")
        table.add_column(header.removeprefix(">"), justify="right" if right else "left", overflow="fold")
    return table
