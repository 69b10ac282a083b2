"""Compilers, binaries and runtimes in cells against the same ones on the bare machine, called without a shim.

One slot, and programs that do next to nothing: what is measured is what the judge adds or saves. What a candidate costs
beside its tests is the time of one with a single test, less that of one test of many. The static binary of the bare
machine is made by the table's own command.
"""

from __future__ import annotations

import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import docker
from tests.cells import CACHE, LANGUAGES_IMAGE
from tests.languages.cases import read_source

from bench import cell
from bench.cell import INPUT, OUTPUT, p50_ms, seconds_a_test
from bench.figures import Figure, paired
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.languages import TOOLCHAINS
from equijudge_sandbox.outcome import Limits, Program
from equijudge_sandbox.toolchains import header_command

LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=256 << 20)
TESTS, SINGLES, COMPILATIONS, STARTS = 100, 20, 3, 10
PYTHON = Program(cell.SOURCE)
NUMBERS = itertools.count()  # of sources that were never seen
KEPT_MS = 2.0  # what a kept program may cost a candidate
SUM = """#include <bits/stdc++.h>
using namespace std;

int main() {
    int n;
    long long x, sum = 0;
    cin >> n;
    while (n-- > 0 && cin >> x) sum += x;
    cout << sum << endl;
}
"""
TYPICAL = """#include <bits/stdc++.h>
using namespace std;
using ll = long long;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int n, m;
    cin >> n >> m;
    vector<vector<pair<int, ll>>> edges(n + 1);
    map<string, int> names;
    for (int i = 0; i < m; i++) {
        int a, b;
        ll w;
        cin >> a >> b >> w;
        edges[a].push_back({b, w});
        edges[b].push_back({a, w});
        names[to_string(a) + "-" + to_string(b)] = i;
    }
    vector<ll> best(n + 1, LLONG_MAX);
    priority_queue<pair<ll, int>, vector<pair<ll, int>>, greater<>> waiting;
    waiting.push({best[1] = 0, 1});
    while (!waiting.empty()) {
        auto [d, v] = waiting.top();
        waiting.pop();
        if (d > best[v]) continue;
        for (auto [to, w] : edges[v])
            if (d + w < best[to]) waiting.push({best[to] = d + w, to});
    }
    sort(best.begin() + 1, best.end());
    cout << accumulate(best.begin() + 1, best.end(), 0LL) << ' ' << names.size() << endl;
}
"""


def figures() -> list[Figure]:
    """Local cells; docker's too where the image with languages is."""
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for driver, sandbox in sandboxes(folder):
            try:
                found += [*compilations(driver, sandbox, folder), *binaries(driver, sandbox, folder)]
                found += starts(driver, sandbox, folder)
            finally:
                sandbox.close()
    return found


def sandboxes(folder: Path) -> Iterator[tuple[str, Sandbox]]:
    """One after the other, each with a place for what is compiled in it."""
    kept = ArtefactSettings(folder / "local")
    yield "local", LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks", artefacts=kept))
    try:
        docker.from_env().images.get(LANGUAGES_IMAGE)
    except docker.errors.DockerException as error:
        print(f"no figures of docker cells: {error}", file=sys.stderr)
        return
    kept = ArtefactSettings(folder / "docker")
    yield "docker", DockerSandbox(DockerSettings(image=LANGUAGES_IMAGE, cpuset=cell.CORE, artefacts=kept))


def compilations(driver: str, sandbox: Sandbox, folder: Path) -> Iterator[Figure]:
    """A source that was never seen, until it is ready to run."""
    commands = {
        "cpp17": (TYPICAL, "typical.cpp", ("g++", "-O2", "typical.cpp", "-o", "typical"), "<= 0.5"),
        "java": (read_source("common", "java"), "Main.java", ("javac", "-nowarn", "Main.java"), ""),
        "go": (read_source("common", "go"), "main.go", ("go", "build", "-o", "main", "main.go"), ""),
        "rust": (read_source("common", "rust"), "main.rs", (find_rustc(folder), "-O", "main.rs", "-o", "main"), ""),
    }
    for language, (source, file, command, wanted) in commands.items():
        if not is_there(sandbox, language, command[0]):
            continue
        yield paired(
            f"compile {language}, {driver}",
            partial(ms_to_compile, sandbox, language, source),
            partial(bare_ms_to_compile, folder / file, source, command),
            "ms",
            f"wall time, against {' '.join(Path(word).name for word in command[:2])}",
            wanted,
        )


def binaries(driver: str, sandbox: Sandbox, folder: Path) -> Iterator[Figure]:
    """A small C++ program that is compiled already: per test, and what it costs beside its tests."""
    (folder / "sum.cpp").write_text(SUM)
    run_bare(folder, "g++", "-O2", "sum.cpp", "-o", "dynamic")
    run_bare(folder, *header_command(TOOLCHAINS["cpp17"]), "sum.cpp", "-o", "static")
    kept = Program(SUM.encode(), "cpp17")
    many = f"1 candidate x {TESTS} small C++ tests"
    for linked, wanted in (("dynamic", "<= 1.0"), ("static", "<= 1.6")):
        yield paired(
            f"one test of {TESTS}, {driver}, against a {linked} binary",
            partial(ms_a_test, sandbox, kept),
            partial(bare_ms_a_test, folder / linked),
            "ms",
            many,
            wanted,
        )
    yield paired(
        f"1 candidate x 1 test, {driver}, kept C++ against Python",
        partial(ms_a_candidate, sandbox, kept),
        partial(ms_a_candidate, sandbox, PYTHON),
        "ms",
        f"p50 of {SINGLES}",
    )
    yield paired(
        f"beside its tests, {driver}, kept C++ against Python",
        partial(ms_beside_tests, sandbox, kept),
        partial(ms_beside_tests, sandbox, PYTHON),
        "ms",
        "a candidate with one test, less one test of many",
    )
    yield paired(
        f"into its cell, {driver}, kept C++ against {KEPT_MS:g} ms",
        partial(ms_into_its_cell, sandbox, kept),
        lambda: KEPT_MS,
        "ms",
        "from the question until the cell has it; other: what it may take",
        "<= 1.0",
    )


def ms_into_its_cell(sandbox: Sandbox, program: Program) -> float:
    """Finding, reading and sending what was compiled before, until the cell says that it has it."""
    taken = []
    for _ in range(SINGLES):
        began = time.perf_counter()
        with sandbox.run(program, LIMITS) as run:
            taken.append(1000 * (time.perf_counter() - began))
            list(run.outcomes([INPUT]))
        time.sleep(0.01)  # the cell proves itself clean meanwhile, as beside other work
    return statistics.median(taken)


def starts(driver: str, sandbox: Sandbox, folder: Path) -> Iterator[Figure]:
    """A runtime from its start to its end, around one line of output."""
    for language, file, command, wanted in (
        ("java", "Main.java", ("java", "-cp", ".", "Main"), "<= 1.0"),
        ("pypy3", "hello.py", ("/usr/bin/pypy3", "hello.py"), ""),
        ("javascript", "hello.js", ("node", "hello.js"), ""),
    ):
        if not is_there(sandbox, language, command[0]):
            continue
        source = read_source("hello", language)
        (folder / file).write_text(source)
        if language == "java":
            run_bare(folder, "javac", file)
        yield paired(
            f"start of {language}, {driver}",
            partial(ms_a_test, sandbox, Program(source.encode(), language), b"hello\n", STARTS),
            partial(p50_ms, partial(run_bare, folder, *command), STARTS),
            "ms",
            f"one test of {STARTS}, against {' '.join(command)}",
            wanted,
        )


def find_rustc(folder: Path) -> str:
    """The compiler itself: what a PATH finds may be a shim that looks for it each time."""
    if shutil.which("rustc") is None:
        return "rustc"
    return run_bare(folder, "rustc", "--print", "sysroot").decode().strip() + "/bin/rustc"


def is_there(sandbox: Sandbox, language: str, command: str) -> bool:
    """Whether both sides have it; says so where not."""
    missing = sandbox.languages().missing.get(language) or ("" if shutil.which(command) else f"no {command} here")
    if missing:
        print(f"no figures of {language}: {missing}", file=sys.stderr)
    return not missing


def run_bare(folder: Path, *command: str, stdin: bytes = b"") -> bytes:
    """Run a command that must end well on the bare machine; what it printed. Warnings are thrown away."""
    out, err = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.run(command, input=stdin, stdout=out, stderr=err, check=True, cwd=folder).stdout


def bare_ms_a_test(binary: Path) -> float:
    """Mean milliseconds of one process, as a judge without walls starts it."""

    def run() -> None:
        assert run_bare(binary.parent, str(binary), stdin=INPUT) == OUTPUT

    return seconds_a_test(run, TESTS) * 1000


def ms_to_compile(sandbox: Sandbox, language: str, source: str) -> float:
    """Median milliseconds until a source that nobody has seen is ready to run."""

    def compile_new() -> None:
        with sandbox.run(Program(make_new(source).encode(), language), LIMITS) as run:
            assert run.compile_outcome.ok, run.compile_outcome.message

    return p50_ms(compile_new, COMPILATIONS)


def bare_ms_to_compile(file: Path, source: str, command: Sequence[str]) -> float:
    """The same by a command on the bare machine."""

    def compile_new() -> None:
        file.write_text(make_new(source))
        run_bare(file.parent, *command)

    return p50_ms(compile_new, COMPILATIONS)


def make_new(source: str) -> str:
    """A source that no compiler's cache knows."""
    return f"{source}\n// {next(NUMBERS)}\n"


def ms_a_test(sandbox: Sandbox, program: Program, output: bytes = OUTPUT, tests: int = TESTS) -> float:
    """Mean milliseconds a test of a candidate with many."""
    return seconds_a_test(partial(run_candidate, sandbox, program, tests, output), 1) / tests * 1000


def ms_a_candidate(sandbox: Sandbox, program: Program) -> float:
    """Median milliseconds of a candidate with one test."""
    return p50_ms(partial(run_candidate, sandbox, program, 1, OUTPUT), SINGLES)


def ms_beside_tests(sandbox: Sandbox, program: Program) -> float:
    """Milliseconds that a candidate costs beside its tests."""
    return ms_a_candidate(sandbox, program) - ms_a_test(sandbox, program)


def run_candidate(sandbox: Sandbox, program: Program, tests: int, output: bytes) -> None:
    """One candidate in a cell, every output compared."""
    with sandbox.run(program, LIMITS) as run:
        outputs = [outcome.output for outcome in run.outcomes(INPUT for _ in range(tests))]
    assert outputs == [output] * tests
