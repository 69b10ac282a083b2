"""Languages of a service: which are there, which are refused and why, and what results say. Cells are fakes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.integration.test_worker_faults import FakeCells
from tests.service import OUTCOME_KEY, SUM_ROW, Http, wait_for

VERSIONS = {"cpp17": "g++ 12.2 [0a1b2c3d]", "perl": "v5.36 [4e5f6a7b]"}
PERL = """
[perl]
title = "Perl 5"
aliases = ["pl"]
extensions = [".pl"]
version = ["perl", "-e", "print $^V"]
canary = "print 42"
source = "main.pl"
run = ["perl", "main.pl"]
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeCells]:
    folder = tmp_path_factory.mktemp("languages")
    (folder / "versions.json").write_text(json.dumps(VERSIONS))
    (folder / "languages.toml").write_text(PERL)
    settings = {
        "EQUIJUDGE_CACHE_DIR": str(folder),
        "EQUIJUDGE_LANGUAGES_FILE": str(folder / "languages.toml"),
        "EQUIJUDGE_TIME_FACTORS": '{"C++": 1.5}',
    }
    made = FakeCells(folder, settings)
    try:
        made.start_all()
        wait_for(lambda: languages(made.http())["languages"], what="languages")
        yield made
    finally:
        made.end_all()


def languages(http: Http) -> Any:
    answer = http.get("/languages")
    assert answer.status_code == 200
    return answer.json()


def request(*candidates: tuple[str, str]) -> dict[str, Any]:
    row = {**SUM_ROW, "time_limit": 2}
    sent = [{"source": source, "language": language} for source, language in candidates]
    return {"problems": [{"problem": row, "candidates": sent}]}


def judged(http: Http, *candidates: tuple[str, str]) -> list[dict[str, Any]]:
    answer = http.post("/verify", json=request(*candidates))
    assert answer.status_code == 200
    return list(answer.json()["results"])


def test_what_is_there_is_listed_and_what_is_missing_has_its_reason(service: FakeCells) -> None:
    for http in (service.http(), Http(service.http().base, OUTCOME_KEY)):
        found = languages(http)
        assert {each["name"]: each["version"] for each in found["languages"]} == {"python3": "none", **VERSIONS}
        assert {each["name"]: each["time_factor"] for each in found["languages"]} == {
            "python3": 3.0,
            "cpp17": 1.5,
            "perl": 1.0,
        }
        (rust,) = [each for each in found["missing"] if each["name"] == "rust"]
        assert rust["reason"] == "rust --version fails: not found"


def test_a_candidate_is_judged_by_the_limits_and_under_the_version_of_its_language(service: FakeCells) -> None:
    mine = f"sum # {uuid4()}"
    found = judged(service.http(), (mine, "python3"), (mine, "C++"), (mine, "pl"))
    assert [each["verdict"] for each in found] == ["AC"] * 3
    assert [each["limits"]["cpu_time_s"] for each in found] == [6.0, 3.0, 2.0]
    assert [each["environment"]["language_version"] for each in found] == ["none", VERSIONS["cpp17"], VERSIONS["perl"]]


def test_a_verdict_is_known_again_under_every_name_of_its_language_and_under_no_other(service: FakeCells) -> None:
    mine = f"sum # {uuid4()}"
    judged(service.http(), (mine, "cpp"))
    found = judged(service.http(), (mine, "cpp17"), (mine, "G++"), (mine, "perl"))
    assert [each["cached"] for each in found] == [True, True, False]


@pytest.mark.parametrize(
    ("language", "problem"),
    [
        ("cobol", "unknown language 'cobol'"),
        ("Rust", "rust is not on this machine: rust --version fails: not found"),
    ],
)
def test_what_is_not_there_is_refused_at_once_by_name(service: FakeCells, language: str, problem: str) -> None:
    answer = service.http().post("/verify", json=request(("sum", "python3"), ("sum", language)))
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["field"] == "problems[0].candidates[1].language"
    assert (error["problem"], error["limit"]) == (problem, "one of python3, cpp17, perl")


def test_a_large_body_is_refused_alike_by_the_process_that_parses_it(service: FakeCells) -> None:
    long = [("sum # " + "x" * 1000, "cobol" if number == 99 else "cpp") for number in range(100)]
    answer = service.http().post("/verify", json=request(*long))
    assert [error["field"] for error in answer.json()["errors"]] == ["problems[0].candidates[99].language"]


def test_while_no_worker_is_there_what_is_known_waits_and_is_our_fault_where_the_next_one_lacks_it(
    service: FakeCells,
) -> None:
    service.end("verifier")
    try:
        found = languages(service.http())
        assert found["languages"] == []
        assert {each["reason"] for each in found["missing"]} == {"no worker has said yet what its cells have"}
        sent = {**request((f"sum # {uuid4()}", "rust"), (f"sum # {uuid4()}", "cpp17")), "wait": 0}
        answer = service.http().post("/verify", json=sent)
        assert answer.status_code == 202
    finally:
        service.start("verifier")
        wait_for(lambda: languages(service.http())["languages"], what="languages")
    lines = service.http().get(f"/jobs/{answer.json()['job_id']}/results").text.splitlines()
    rust, cpp = sorted((json.loads(line) for line in lines), key=lambda result: int(result["index"]))
    assert (rust["verdict"], rust["reason"]) == ("IE", "rust is not on this machine: rust --version fails: not found")
    assert cpp["verdict"] == "AC"


def test_a_bad_file_ends_the_verifier_before_it_has_begun(service: FakeCells, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(PERL.replace("title", "name"))
    bad = FakeCells(tmp_path, {**service.settings, "EQUIJUDGE_LANGUAGES_FILE": str(tmp_path / "bad.toml")})
    bad.start("verifier")
    assert bad.processes.pop("verifier").wait(30) == 2
    said = bad.log("verifier")
    assert f"EQUIJUDGE_LANGUAGES_FILE: Value error, {tmp_path}/bad.toml: [perl] title: Field required" in said
    assert f"{tmp_path}/bad.toml: [perl] name: Extra inputs are not permitted" in said
