"""`equijudge run`: one program, run in a cell on what comes in, with what it writes passed on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer

from equijudge import result_tables
from equijudge.cli import options
from equijudge.cli.console import note, stderr
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument, naming_fields_as
from equijudge.rows import BY_ENDING, read_text, show_path
from equijudge_core.contracts.execute import MOST_KEPT_BYTES, ExecutionLine, InputRun

P = ParamSpec("P")
STDIN = "-"
# As timeout(1) has them: statuses that programs seldom end with themselves.
LIMIT, NO_ANSWER, NOT_COMPILED, OF_SIGNALS = 124, 125, 126, 128


def report_failures(command: Callable[P, None]) -> Callable[P, None]:
    """Report errors as other commands do, with a status that is not taken for the program's own."""
    reporting = report_errors(command)

    @wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            reporting(*args, **kwargs)
        except typer.Exit as end:
            if isinstance(end.exit_code, ExitCode) and end.exit_code is not ExitCode.INTERRUPTED:
                raise typer.Exit(NO_ANSWER) from end
            raise

    return wrapper


@report_failures
def run(
    program: Annotated[Path, typer.Argument(metavar="PROGRAM", help="The program. Its ending tells its language.")],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Files, each read as stdin by a run of its own; - is stdin. Default: -"),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            help="Of the program, by any name that `equijudge languages` lists. Default: as its ending tells.",
            show_default=False,
        ),
    ] = None,
    argument: Annotated[
        list[str] | None,
        typer.Option(
            "--argument", "-a", help="A word of the program's command line; may come again.", show_default=False
        ),
    ] = None,
    file: Annotated[
        list[Path] | None,
        typer.Option(
            "--file",
            "-f",
            help="A file to lie in the program's folder under its name; may come again.",
            show_default=False,
        ),
    ] = None,
    time_limit: Annotated[
        float | None, typer.Option(help="CPU seconds of each run. Default: the service's.", show_default=False)
    ] = None,
    memory_limit: Annotated[
        str | None, typer.Option(help="Bytes, or such as 256M. Default: the service's.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one JSON object instead.")] = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Run a program in a cell, with what comes in on stdin, and pass on what it writes, byte by byte.

    [bold]equijudge run prog.py < in[/]           one run

    [bold]equijudge run prog.cpp 1.in 2.in[/]     two, one after the other

    What it writes to stdout and stderr is there when it is over, 8 MiB at most. Notes of this command are on stderr.

    Exit code: the program's own, of several runs the first that is not 0; 128 + N when signal N ended it. 124 it passed
    a limit, 126 it did not compile, 125 there is no answer (wrong usage, no service).
    """
    execution: dict[str, Any] = {
        "source": read_text(program),
        "language": language or language_of(program),
        "id": show_path(program)[-200:],
        "inputs": [read_input(each) for each in inputs or [STDIN]],
        "arguments": argument or [],
        "files": {path.name: read_bytes(path) for path in file or []},
    }
    limits = {
        "time_limit_s": time_limit,
        "memory_limit_bytes": options.parse_size(memory_limit) if memory_limit is not None else None,
    }
    given = {name: value for name, value in limits.items() if value is not None}
    with open_client(url, key, tell=tell_who_looks) as client, naming_fields_as({"programs[0]": str(program)}):
        [result] = client.execute([execution], limits=given, keep_bytes=MOST_KEPT_BYTES)
    if as_json:
        typer.echo(result.model_dump_json(exclude_none=True))
    else:
        pass_on(result, inputs or [STDIN])
    raise typer.Exit(exit_status(result))


def language_of(program: Path) -> str:
    """The language that its ending tells. Raises BadArgument."""
    found = BY_ENDING.get(program.suffix)
    if found is None:
        raise BadArgument(f"{program}: no language has this ending; name it by --language")
    return found


def read_input(name: str) -> bytes:
    """Read what a run has on stdin. Raises BadArgument."""
    return sys.stdin.buffer.read() if name == STDIN else read_bytes(Path(name))


def read_bytes(path: Path) -> bytes:
    """Read a file whole. Raises BadArgument."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error


def tell_who_looks(text: str) -> None:
    """Print a note on a terminal alone: elsewhere stderr is the program's."""
    if stderr().is_terminal:
        note(text)


def pass_on(result: ExecutionLine, names: list[str]) -> None:
    """Write what the runs wrote, in their order, and say on stderr what else there is to say."""
    if result.compiled.message:
        sys.stderr.write(result.compiled.message.rstrip("\n") + "\n")
    if result.internal_error:
        note(f"equijudge: not run: {result.internal_error}")
    for name, run in zip(names, result.runs, strict=False):
        sys.stdout.buffer.write(run.stdout_data())
        sys.stdout.buffer.flush()
        sys.stderr.flush()
        sys.stderr.buffer.write(run.stderr_data())
        sys.stderr.buffer.flush()
        for remark in remarks(run):
            note(f"equijudge: {name}: {remark}")


def remarks(run: InputRun) -> list[str]:
    """What a run's own output does not say."""
    found = []
    if run.killed_for is not None or run.internal_error:
        found.append(result_tables.describe_end(run))
    if run.stdout_truncated:
        found.append(f"stdout is cut: its first {len(run.stdout_data())} of {run.stdout_bytes} bytes")
    if run.stderr_truncated:
        found.append(f"stderr is cut: its last {len(run.stderr_data())} bytes")
    return found


def exit_status(result: ExecutionLine) -> int:
    """The status of the command: see `run`."""
    if result.has_fault:
        return NO_ANSWER
    if not result.compiled.ok:
        return NOT_COMPILED
    return next((status for status in map(status_of, result.runs) if status), 0)


def status_of(run: InputRun) -> int:
    """The status that a shell would show for a run."""
    if run.killed_for is not None:
        return LIMIT
    return OF_SIGNALS + run.signal if run.signal is not None else run.exit_code or 0
