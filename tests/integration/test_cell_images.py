"""The images of the cells, as `make cell-image` builds them: Python alone, and compilers beside it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docker
import pytest

from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.errors import LanguageMissing, SandboxUnavailable
from equijudge_sandbox.languages import TOOLCHAINS
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import MIB, read_output
from tests.proxied import POLICY, open_gate

SMALL = os.environ.get("EQUIJUDGE_CELL_IMAGE", "equijudge-cell:latest")
LARGER = os.environ.get("EQUIJUDGE_LANGUAGES_IMAGE", "equijudge-cell:languages")
BASE = os.environ.get("BASE_IMAGE", "equijudge-base:bookworm")
pytestmark = pytest.mark.docker
SCRIPT = Path(__file__).parents[2] / "scripts" / "make-cell-image"
ROOMY = Limits(cpu_time_s=5.0, wall_time_s=20.0, memory_bytes=256 * MIB, output_bytes=MIB)
SUM = "#include <bits/stdc++.h>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b; }\n"


@pytest.fixture(scope="module")
def small() -> Iterator[DockerSandbox]:
    made = DockerSandbox(DockerSettings(image=SMALL))
    yield made
    made.close()


@pytest.fixture(scope="module")
def larger() -> Iterator[DockerSandbox]:
    made = DockerSandbox(DockerSettings(image=LARGER))
    yield made
    made.close()


def test_the_small_image_has_python_alone(small: DockerSandbox) -> None:
    found = small.languages()
    assert found.there == {}
    assert set(found.missing) == set(TOOLCHAINS)
    with (
        pytest.raises(LanguageMissing, match="it runs Python 3 alone"),
        small.run(Program(SUM.encode(), "cpp17"), ROOMY),
    ):
        pass


def test_the_small_image_is_as_small_as_what_it_is_built_on() -> None:
    client = docker.from_env()
    size, base = (int(client.images.get(name).attrs["Size"]) for name in (SMALL, BASE))
    client.close()
    assert size - base < 2 * MIB


def test_the_larger_image_has_c_cpp_and_java(larger: DockerSandbox) -> None:
    found = larger.languages()
    assert {"c", "cpp17", "cpp20", "java"} <= set(found.there), found.missing
    assert read_output(larger, SUM, b"20 22", language="cpp17") == "42"


def test_the_larger_image_has_everything_prepared(larger: DockerSandbox) -> None:
    source = "import glob\nfor name in glob.glob('/opt/equijudge/**/*.*', recursive=True): print(name)"
    tools = {line.removeprefix("/opt/equijudge/") for line in read_output(larger, source).splitlines()}
    assert tools >= {
        "tools/launch.so", "tools/cpp17/bits/stdc++.h.gch", "tools/cpp20/bits/stdc++.h.gch",
        "tools/java/compile.jar", "tools/java/compile.jsa", "tools/java/run.jsa",
    }  # fmt: skip
    assert [name for name in tools if not name.startswith(("tools/", "runner."))] == []


def test_the_engine_proxy_admits_the_image_that_it_is_told_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_gate(tmp_path, replace(POLICY, image=LARGER)) as gate:
        monkeypatch.setenv("DOCKER_HOST", gate.url)
        through = DockerSandbox(DockerSettings(image=LARGER))
        assert read_output(through, SUM, b"1 1", language="cpp17") == "2"
        through.close()
        other = DockerSandbox(DockerSettings(image=SMALL))
        with pytest.raises(SandboxUnavailable):
            other.info()
        other.close()


def make_image(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "BASE_IMAGE": BASE}
    return subprocess.run([str(SCRIPT), *words], env=environment, capture_output=True, text=True, check=False)


def test_an_image_of_the_same_recipe_is_kept() -> None:
    name = f"equijudge-cell:recipe-{os.getpid()}"
    try:
        assert make_image(name).returncode == 0
        assert "is there already" in make_image(name).stderr
    finally:
        subprocess.run(["docker", "rmi", name], capture_output=True, check=True)


def test_a_language_that_no_package_is_known_for_is_refused_by_name() -> None:
    done = make_image("equijudge-cell:never", "cobol")
    assert done.returncode != 0
    assert "cobol is none of cpp java pypy3 javascript go rust" in done.stderr
