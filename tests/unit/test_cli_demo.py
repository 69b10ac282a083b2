"""`equijudge demo`: verdicts beside labels."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from equijudge import labelled_set
from equijudge.cli.demo import describe_left_out, select_first_of_each_language, select_most_varied
from equijudge.errors import BadArgument
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.service import LanguageInfo, MissingLanguage, ServiceLanguages
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Environment, FirstDifference, ResultLine, TestResult
from equijudge_core.judging.problem import parse_row
from tests import handbook
from tests.unit.cli_support import invoke
from tests.unit.client_support import ROW, Script, job, result, status

ROOT = Path(__file__).parents[2]
RIGHT, WRONG = "print(3)", "print(4)"
LABELLED = ROW | {
    "solutions": {"language": [3], "solution": [RIGHT]},
    "incorrect_solutions": {"language": [3], "solution": [WRONG]},
}


def label(kind: str, source: str, expected: str, **fields: Any) -> dict[str, Any]:
    digest = hashlib.sha256(source.encode()).hexdigest()
    return {"problem": "sum", "list": kind, "index": 0, "expected": expected, "sha256": digest} | fields


LABELS = (
    label("solutions", RIGHT, "AC", algorithm="constant"),
    label("incorrect_solutions", WRONG, "WA", reason="off by one"),
)


def written(folder: Path, *labels: dict[str, Any]) -> Path:
    (folder / "problems.jsonl").write_text(json.dumps(LABELLED) + "\n")
    (folder / "labels.jsonl").write_text("".join(json.dumps(each) + "\n" for each in labels))
    return folder


def other(language: str, source: str, expected: str = "AC", **fields: Any) -> dict[str, Any]:
    kind = "solutions" if expected == "AC" else "incorrect_solutions"
    return label(kind, source, expected, language=language, **fields) | {"source": source}


OTHERS = (other("cpp17", "int main() {}", algorithm="constant"), other("rust", "fn main() {}", "CE", reason="no_end"))
UNCALLED: dict[str, Any] = {"aliases": (), "extensions": (), "dataset": None, "time_factor": 1.0}
FOUND = ServiceLanguages(
    languages=(LanguageInfo(name="cpp17", title="C++17 (GCC)", version="12", **UNCALLED),),
    missing=(MissingLanguage(name="rust", title="Rust", reason="rustc is not there", **UNCALLED),),
)


def with_others(folder: Path, *others: dict[str, Any]) -> Path:
    (folder / "languages.jsonl").write_text("".join(json.dumps(each) + "\n" for each in others))
    return written(folder, *LABELS)


def service_of_languages(found: ServiceLanguages, *others: ResultLine) -> Script:
    """Answers the programs in Python as labelled, says what languages there are, and answers the others."""
    script = service(result(0), result(1, Verdict.WA))
    script.answers.append(httpx.Response(200, json=found.model_dump(mode="json")))
    script.answers += service(*others).answers if others else []
    return script


def service(*results: ResultLine) -> Script:
    stored = httpx.Response(200, json={"problems": [parse_row(ROW).summary().model_dump(mode="json")]})
    lines = b"".join(each.model_dump_json().encode() + b"\n" for each in results)
    accepted = httpx.Response(202, json=status(JobState.RUNNING, len(results), 0))
    ended = job(candidates=len(results), done=len(results))
    return Script(stored, accepted, httpx.Response(200, content=lines), ended)


def test_one_problem_can_be_named_and_a_name_that_is_none_is_refused(tmp_path: Path) -> None:
    folder = str(written(tmp_path, *LABELS))
    assert (
        invoke(service(result(0), result(1, Verdict.WA)), "demo", "--data", folder, "--problem", "sum").exit_code == 0
    )
    refused = invoke(Script(), "demo", "--data", folder, "--problem", "summ")
    assert (refused.exit_code, "--problem summ: no such problem among the 1" in refused.stderr) == (2, True)


def test_every_program_is_sent_and_the_last_line_counts_them(tmp_path: Path) -> None:
    script = service(result(0), result(1, Verdict.WA))
    done = invoke(script, "demo", "--data", str(written(tmp_path, *LABELS)))
    sent = [candidate["source"] for candidate in script.body(1)["problems"][0]["candidates"]]
    assert sent == [RIGHT, WRONG]
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "2 of 2 verdicts as labelled")


def test_without_all_the_problems_with_the_most_verdicts_are_judged(tmp_path: Path) -> None:
    folder = written(tmp_path, *LABELS)
    plain = LABELLED | {"name": "plain", "incorrect_solutions": {"language": [], "solution": []}}
    (folder / "problems.jsonl").write_text(f"{json.dumps(LABELLED)}\n{json.dumps(plain)}\n")
    labels = [*LABELS, LABELS[0] | {"problem": "plain"}]
    (folder / "labels.jsonl").write_text("".join(json.dumps(each) + "\n" for each in labels))
    entries = labelled_set.read(folder)
    assert [entry.problem.name for entry in entries] == ["sum", "plain"]
    assert [entry.problem.name for entry in select_most_varied(entries)] == ["sum"]


def test_a_verdict_that_differs_is_shown_with_its_reason(tmp_path: Path) -> None:
    difference = FirstDifference(line=1, expected="3", got="4")
    failed = TestResult(
        test="public/0", verdict=Verdict.WA, cpu_time_s=0, wall_time_s=0, memory_peak_bytes=0, difference=difference
    )
    lost = result(0, Verdict.WA, first_failure=failed, candidate_id="sum solutions[0]")
    done = invoke(service(lost, result(1, Verdict.WA)), "demo", "--data", str(written(tmp_path, *LABELS)))
    assert done.exit_code == 1
    assert "sum solutions[0] (constant): expected AC, got WA — public/0: line 1: expected '3', got '4'" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 of 2 verdicts as labelled"


def test_a_run_from_the_cache_says_so(tmp_path: Path) -> None:
    script = service(result(0, cached=True), result(1, Verdict.WA, cached=True))
    done = invoke(script, "demo", "--data", str(written(tmp_path, *LABELS)))
    assert "all 2 verdicts were served from the cache in " in done.stdout.splitlines()[-2]


def test_a_run_that_was_judged_does_not_claim_the_cache(tmp_path: Path) -> None:
    script = service(result(0, cached=True), result(1, Verdict.WA))
    done = invoke(script, "demo", "--data", str(written(tmp_path, *LABELS)))
    assert done.stdout.splitlines()[-2].startswith("1 programs were judged, 1 verdicts came from the cache")


def test_results_in_another_order_are_still_compared_with_their_labels(tmp_path: Path) -> None:
    script = service(result(1, Verdict.WA), result(0))
    assert invoke(script, "demo", "--data", str(written(tmp_path, *LABELS))).exit_code == 0


def test_a_compressed_set_is_read_as_the_plain_one(tmp_path: Path) -> None:
    plain = labelled_set.read(written(tmp_path, *LABELS))
    for path in sorted(tmp_path.glob("*.jsonl")):
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    assert labelled_set.find(tmp_path) == tmp_path
    assert labelled_set.read(tmp_path) == plain


def test_a_program_that_was_changed_after_labelling_is_noticed(tmp_path: Path) -> None:
    folder = written(tmp_path, label("solutions", "other", "AC"))
    with pytest.raises(BadArgument, match=r"sum solutions\[0\] .*sha256"):
        labelled_set.read(folder)


@pytest.mark.parametrize("change", [{"index": 1}, {"index": -1}, {"list": "generated_tests"}, {"problem": "none"}])
def test_a_label_without_a_program_is_noticed(tmp_path: Path, change: dict[str, Any]) -> None:
    with pytest.raises(BadArgument, match="there is no program"):
        labelled_set.read(written(tmp_path, LABELS[0] | change))


def test_a_label_outside_the_vocabulary_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="expected"):
        labelled_set.read(written(tmp_path, LABELS[0] | {"expected": "OK"}))


def test_away_from_the_checkout_its_handbook_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert labelled_set.find(None) == handbook.FOLDER


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="--data"):
        labelled_set.find(tmp_path)


@pytest.mark.parametrize(("version", "status"), [("cpython 3.12.9", 0), ("cpython 3.11.2", 1)])
def test_a_right_program_that_a_python_refuses_by_itself_is_named_and_no_fault(
    version: str, status: int, tmp_path: Path
) -> None:
    environment = Environment(
        driver="local", isolation="recycled", image_digest="", runner_version="3", language_version=version
    )
    refused = result(0, Verdict.WA).model_copy(update={"environment": environment})
    folder = written(tmp_path, LABELS[0] | {"refused_by": ["3.12"]}, LABELS[1])
    done = invoke(service(refused, result(1, Verdict.WA)), "demo", "--data", str(folder))
    assert done.exit_code == status
    assert ("which refuses its recursion" in done.stdout) is (status == 0)


def test_programs_in_languages_that_are_there_follow_and_are_counted(tmp_path: Path) -> None:
    script = service_of_languages(FOUND, result(0))
    done = invoke(script, "demo", "--data", str(with_others(tmp_path, *OTHERS)))
    sent = script.body(6)["problems"][0]["candidates"]
    assert [(each["language"], each["source"], each["id"]) for each in sent] == [
        ("cpp17", "int main() {}", "sum cpp17 solutions[0]")
    ]
    assert "sum, C++17 (GCC)" in done.stdout
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "3 of 3 verdicts as labelled")


def test_a_language_that_is_missing_is_said_with_the_reason_and_no_failure(tmp_path: Path) -> None:
    done = invoke(service_of_languages(FOUND), "demo", "--data", str(with_others(tmp_path, OTHERS[1])))
    said = " ".join(done.stderr.split())
    assert said.endswith("left out, since the judge does not have their languages: 1 in Rust (rustc is not there)")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "2 of 2 verdicts as labelled")


def test_a_verdict_on_another_language_that_differs_counts_too(tmp_path: Path) -> None:
    done = invoke(
        service_of_languages(FOUND, result(0, Verdict.CE, candidate_id="sum cpp17 solutions[0]")),
        *("demo", "--data", str(with_others(tmp_path, OTHERS[0]))),
    )
    assert "sum cpp17 solutions[0] (constant): expected AC, got CE" in done.stdout
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (1, "2 of 3 verdicts as labelled")


@pytest.mark.parametrize(("points", "status"), [(40.0 + 1e-12, 0), (41.0, 1), (None, 1)])
def test_a_program_whose_label_names_points_must_get_them(tmp_path: Path, points: float | None, status: int) -> None:
    wrong = result(1, Verdict.WA).model_copy(update={"points": points})
    done = invoke(
        service(result(0), wrong), "demo", "--data", str(written(tmp_path, LABELS[0], LABELS[1] | {"points": 40}))
    )
    assert done.exit_code == status
    assert ("points for 40" in done.stdout) is (status == 1)


def test_as_json_the_programs_in_other_languages_are_lines_like_any(tmp_path: Path) -> None:
    script = service_of_languages(FOUND, result(0))
    done = invoke(script, "demo", "--json", "--data", str(with_others(tmp_path, OTHERS[0])))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["label"]["language"], line["as_labelled"]) for line in lines] == [
        ("python3", True),
        ("python3", True),
        ("cpp17", True),
    ]


def test_without_all_each_other_language_has_the_programs_of_its_first_problem() -> None:
    chosen = select_first_of_each_language(labelled_set.read(handbook.FOLDER))
    problems: dict[str, set[str]] = {}
    for entry in chosen:
        for program in entry.others:
            problems.setdefault(program.label.language, set()).add(entry.problem.name)
    assert {language: len(found) for language, found in problems.items()} == dict.fromkeys(problems, 1)
    assert set(problems) == {x["language"] for x in handbook.read_others()}
    assert sum(len(entry.others) for entry in chosen) < 25


def test_a_language_that_the_service_does_not_know_is_named_as_the_label_has_it(tmp_path: Path) -> None:
    entries = labelled_set.read(with_others(tmp_path, other("cobol", "STOP RUN.")))
    assert describe_left_out(entries, FOUND).endswith(": 1 in cobol (not known there)")


def test_a_program_in_another_language_that_was_changed_after_labelling_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match=r"sum cpp17 solutions\[0\] .*sha256"):
        labelled_set.read(with_others(tmp_path, OTHERS[0] | {"source": "int main() { return 1; }"}))


def test_a_program_in_another_language_of_no_problem_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="of a problem that is not in problems"):
        labelled_set.read(with_others(tmp_path, OTHERS[0] | {"problem": "none"}))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("README.md", "judge {varied} programs of the handbook, then some in C++"),
        ("docs/tutorial.md", "judges {varied} Python programs of the handbook"),
        ("docs/tutorial.md", "then up to {few} in C++, Java and other languages"),
        ("docs/operate.md", "get every verdict: {varied} programs in Python"),
        ("docs/operate.md", "{python:,}, and {others} in other languages"),
        ("docs/develop.md", "{python:,} right and wrong programs in Python"),
        ("docs/develop.md", "there are {others} programs in C++"),
    ],
)
def test_a_page_that_counts_programs_counts_right(page: str, said: str) -> None:
    entries = labelled_set.read(handbook.FOLDER)
    varied = select_most_varied(entries)
    counts = {
        "varied": sum(len(entry.programs) for entry in varied),
        "few": sum(len(entry.others) for entry in select_first_of_each_language(varied)),
        "python": sum(len(entry.programs) for entry in entries),
        "others": sum(len(entry.others) for entry in entries),
    }
    assert said.format(**counts) in " ".join((ROOT / page).read_text("utf-8").split())
