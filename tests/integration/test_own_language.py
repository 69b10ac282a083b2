"""The manual's example of an operator's language, and C++ beside it: a real service, real local cells, real programs.

Perl is on every Debian; a machine without it, or without g++, fails here and skips nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.service import Http, Service, running, wait_for

PAGE = Path(__file__).parents[2] / "docs" / "languages.md"
ROW: dict[str, Any] = {
    "name": "sum of lines",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": {"input": ["20 22\n", "0 5\n"], "output": ["42\n", "5\n"]},
    "time_limit": 1,
    "memory_limit_bytes": 64 << 20,
}
PERL = {
    "my ($a, $b) = split ' ', <STDIN>; print $a + $b, qq(\\n);": ("AC", None),
    "my ($a, $b) = split ' ', <STDIN>; print $a * $b, qq(\\n);": ("WA", None),
    "my ($a, $b) = split ' ', <STDIN>; print $a + $b, qq(\\n); my $x = 1 / $a;": ("RE", "Illegal division"),
    "use Nothing::Like::It;": ("CE", None),
    "print 1 +;": ("CE", None),
    "while (1) {}": ("TLE", None),
    "my @all; push @all, 'x' x 1000000 while 1;": ("MLE", None),
}
CPP = {
    "#include <bits/stdc++.h>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b; }": ("AC", None),
    "#include <vector>\nint main() { std::vector<int>(3).at(7); }": ("RE", "out_of_range"),
    "int main() { return x; }": ("CE", None),
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("own")
    (example,) = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (folder / "languages.toml").write_text(example)
    settings = {
        "EQUIJUDGE_LANGUAGES_FILE": str(folder / "languages.toml"),
        "EQUIJUDGE_ARTEFACT_DIR": str(folder / "programs"),
    }
    with running(folder, settings=settings, slots=1) as made:
        yield made


def judged(http: Http, language: str, sources: list[str]) -> list[dict[str, Any]]:
    candidates = [{"source": source, "language": language} for source in sources]
    body = {"problems": [{"problem": ROW, "candidates": candidates}], "wait": 60}
    answer = http.post("/verify", json=body)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["results"])


def endings(results: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(each["verdict"], each.get("first_failure", {}).get("exception")) for each in results]


def test_the_manuals_example_is_judged_like_any_language(service: Service) -> None:
    wait_for(lambda: service.http().get("/languages").json()["languages"], 120, "languages")
    found = judged(service.http(), "pl", list(PERL))
    assert endings(found) == list(PERL.values()), found
    assert "syntax error at main.pl line 1" in found[4]["compile_message"]
    assert {each["limits"]["cpu_time_s"] for each in found} == {3.0}


def test_programs_in_cpp_are_judged_beside_it_and_compiled_once(service: Service) -> None:
    wait_for(lambda: service.http().get("/languages").json()["languages"], 120, "languages")
    found = judged(service.http(), "C++", list(CPP))
    assert endings(found) == list(CPP.values()), found
    kept = sorted((service.folder / "programs").iterdir())
    again = judged(service.http(), "g++", [source + "\n" for source in CPP] + list(CPP))
    assert [each["cached"] for each in again] == [False] * 3 + [True] * 3
    assert len(sorted((service.folder / "programs").iterdir())) == len(kept) + 2  # of the two that compile


def test_all_that_the_machine_has_is_told_with_its_version(service: Service) -> None:
    found = wait_for(lambda: service.http().get("/languages").json(), 120)
    versions = {each["name"]: each["version"] for each in found["languages"]}
    assert re.fullmatch(r"v5\.\d+\.\d+ \[[0-9a-f]{8}\]", versions["perl"])
    results = judged(service.http(), "perl", ["print 3"])
    assert results[0]["environment"]["language_version"] == versions["perl"]
