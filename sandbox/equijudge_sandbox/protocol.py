"""The driver's end of the frames; runner.py holds the layouts, and is the other end.

What comes out of a cell is a claim: every length is checked against what was asked for before it is
believed, and anything else is a BadReport.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from equijudge_sandbox import runner
from equijudge_sandbox.errors import BadReport
from equijudge_sandbox.outcome import Command, CompileOutcome, KilledFor, Limits, Outcome, Program

HEADER_BYTES = runner.FRAME.size
SMALL_FRAME = 64 << 10  # what READY, COMPILED and DONE may carry


def pack(kind: bytes, payload: bytes = b"") -> bytes:
    """One frame."""
    return runner.FRAME.pack(kind, len(payload)) + payload


def pack_program(program: Program, limits: Limits) -> bytes:
    """The PROGRAM frame without its last part, the source: that may be large, and is not copied. Raises ValueError when
    a name is too long for its field, or a word of a command holds NUL."""
    language = runner.COMMAND if program.command else program.language
    names = [text.encode() for text in (language, program.input_file, program.output_file)]
    blocks = [block(program.arguments), block(program.brought), pack_files(program.files)]
    if any(len(name) > 255 for name in names):
        raise ValueError("language, input_file and output_file hold at most 255 bytes each")
    head = runner.PROGRAM_HEAD.pack(
        round(limits.cpu_time_s * 1e9),
        round(limits.wall_time_s * 1e9),
        limits.memory_bytes,
        limits.output_bytes,
        limits.stderr_bytes,
        round(limits.compile_time_s * 1e9),
        limits.compile_memory_bytes,
        *map(len, (*names, *blocks)),
    )
    before = head + b"".join([*names, *blocks]) + (b"" if program.command is None else pack_command(program.command))
    return runner.FRAME.pack(runner.PROGRAM, len(before) + len(program.source)) + before


def pack_command(command: Command) -> bytes:
    """What stands before the file of a program that is a command."""
    parts = [block(command.words), block(command.environment), command.file.encode()]
    return runner.COMMAND_HEAD.pack(*map(len, parts)) + b"".join(parts)


def pack_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What stands for files that lie beside a program."""
    named = [(name.encode(), data) for name, data in files]
    return b"".join(runner.FILE_HEAD.pack(len(name), len(data)) + name + data for name, data in named)


def pack_input(stdin: bytes, files: Iterable[bytes]) -> bytes:
    """The input of a test that brings files, in the order of Program.brought."""
    contents = list(files)
    return b"".join([*(runner.SIZE.pack(len(data)) for data in contents), stdin, *contents])


def block(words: Iterable[str]) -> bytes:
    """The words as execve takes them, one behind the other."""
    encoded = [word.encode() for word in words]
    if any(b"\0" in word for word in encoded):
        raise ValueError("a command's words and its environment hold no NUL")
    return b"".join(word + b"\0" for word in encoded)


def unpack_header(header: bytes, room: int) -> tuple[bytes, int]:
    """(type, payload length). Raises BadReport for a type no runner sends or more than `room` bytes."""
    kind, size = runner.FRAME.unpack(header)
    if kind not in (runner.READY, runner.COMPILED, runner.OUTCOME, runner.DONE, runner.FAULT):
        raise BadReport(f"frame {kind!r}, which no runner sends")
    if size > room:
        raise BadReport(f"frame {kind!r} of {size} bytes, at most {room} belong there")
    return kind, size


def unpack_ready(payload: bytes) -> tuple[str, str]:
    """(runner version, language version)."""
    version, newline, language = payload.decode("utf-8", "replace").partition("\n")
    if not newline:
        raise BadReport("READY without a language version")
    return version, language


def unpack_compiled(payload: bytes) -> CompileOutcome:
    """The compile step's outcome."""
    size = runner.COMPILED_HEAD.size
    if len(payload) < size:
        raise BadReport("COMPILED frame cut short")
    ok, cpu_ns = runner.COMPILED_HEAD.unpack_from(payload)
    return CompileOutcome(ok, payload[size:].decode("utf-8", "replace"), cpu_ns / 1e9)


def outcome_room(limits: Limits) -> int:
    """The largest OUTCOME frame that these limits allow."""
    return runner.OUTCOME_HEAD.size + runner.Claims.LONGEST + limits.output_bytes + limits.stderr_bytes


def unpack_outcome(payload: bytes, limits: Limits) -> Outcome:
    """One test's facts; raises BadReport when a length, index or flag is not one that was agreed on."""
    head = runner.OUTCOME_HEAD.size
    if len(payload) < head:
        raise BadReport("OUTCOME frame cut short")
    code, signal, killed, flags, error, cpu_ns, wall_ns, memory, *sizes = runner.OUTCOME_HEAD.unpack_from(payload)
    rooms = (runner.Claims.LONGEST, limits.output_bytes, limits.stderr_bytes)
    if any(size > room for size, room in zip(sizes, rooms, strict=True)) or head + sum(sizes) != len(payload):
        raise BadReport("OUTCOME frame with lengths that do not add up")
    if killed >= len(runner.KILLED_FOR) or error >= len(runner.OUTPUT_ERRORS):
        raise BadReport("OUTCOME frame with an unknown reason")
    exception, output, stderr = split(payload[head:], sizes)
    if exception and not runner.Claims.NAME.fullmatch(exception):
        raise BadReport("OUTCOME frame with an exception that has no name")
    return Outcome(
        exit_code=None if signal else code,
        signal=signal or None,
        killed_for=KilledFor(runner.KILLED_FOR[killed]) if killed else None,
        oom_killed=bool(flags & runner.OOM_KILLED),
        cpu_time_s=cpu_ns / 1e9,
        wall_time_s=wall_ns / 1e9,
        memory_peak_bytes=memory,
        exception=exception.decode("ascii"),
        output=output if flags & runner.HAS_OUTPUT else None,
        output_truncated=bool(flags & runner.OUTPUT_TRUNCATED),
        output_error=runner.OUTPUT_ERRORS[error],
        stderr=stderr,
        stderr_truncated=bool(flags & runner.STDERR_TRUNCATED),
    )


def split(data: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    """The parts of these sizes, in order."""
    position = 0
    for size in sizes:
        yield data[position : position + size]
        position += size
