"""Programs in several languages over a real service with real cells: one set of them, and scores of generations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.sets import EquivalenceSet, Reason
from tests.service import SUM_ROW, Service, wait_for
from tests.sets_support import build, dataset, report, write_rows

PYTHON2, CPP, PYTHON3, JAVA = 1, 2, 3, 4
SUM = "print(sum(map(int, input().split())))"
CPP_SUM = """#include <bits/stdc++.h>
using namespace std;
int main() {
    int a, b;
    cin >> a >> b;
    cout << a + b << endl;
}
"""
CPP_RENAMED = CPP_SUM.replace("a, b", "x, y").replace("a >> b", "x >> y").replace("a + b", "x + y")
CPP_LAYOUT = CPP_SUM.replace("\n    ", "\n\t") + "// the same\n"
CPP_WRONG = CPP_SUM.replace("a + b", "a - b")
JAVA_SUM = """import java.util.*;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        System.out.println(in.nextInt() + in.nextInt());
    }
}
"""


@pytest.fixture(scope="module")
def compiling(service: Service) -> Service:
    """The service, once its cells have what compilers need. AssertionError where a toolchain is missing."""

    def there() -> bool:
        names = {each["name"] for each in service.http().get("/languages").json()["languages"]}
        return {"python3", "cpp17", "java"} <= names

    wait_for(there, 300, "C++ and Java")
    return service


def test_a_set_holds_programs_of_three_languages_each_under_its_own_clusters(compiling: Service) -> None:
    programs = [
        (PYTHON3, SUM),
        (CPP, CPP_SUM),
        (CPP, CPP_LAYOUT),
        (CPP, CPP_RENAMED),
        (CPP, CPP_WRONG),
        (JAVA, JAVA_SUM),
    ]
    languages, sources = zip(*programs, strict=True)
    wrong = {"language": [CPP, PYTHON2], "solution": [CPP_WRONG + "//\n", "print 1"]}
    row = {**SUM_ROW, "solutions": {"language": languages, "solution": sources}, "incorrect_solutions": wrong}
    options = {"languages": ["py3", "C++", "java"], "min_solutions": 2, "wait": 60}
    answer = compiling.http().post("/equivalence-sets", json={"problems": [{"problem": row}], **options})
    assert answer.status_code == 200, answer.text
    (found,) = [EquivalenceSet.model_validate(each) for each in answer.json()["results"]]
    assert [(each.position, each.language) for each in found.solutions] == [
        *((0, "python3"), (1, "cpp17"), (3, "cpp17"), (5, "java"))
    ]
    assert {each.position: each.reason for each in found.dropped} == {2: Reason.DUPLICATE, 4: Reason.REJECTED}
    assert sorted(each.solutions for each in found.clusters) == [(0,), (1, 3), (5,)]
    versions = {name: share.language_version or "" for name, share in found.by_language.items()}
    assert len(set(versions.values())) == 3
    assert found.audit is not None
    assert (found.audit.right, found.audit.right_accepted, found.audit.wrong, found.audit.wrong_rejected) == (
        5,
        4,
        1,
        1,
    )


def test_a_language_that_nobody_has_is_refused_by_name(compiling: Service) -> None:
    body = {"problems": [{"problem": SUM_ROW}], "languages": ["python3", "cobol"]}
    answer = compiling.http().post("/equivalence-sets", json=body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["languages[1]"]


def test_generations_of_several_languages_are_found_judged_and_clustered(compiling: Service) -> None:
    texts: list[Any] = [
        f"In Python:\n```python\n{SUM}\n```",
        {"text": f"Sure!\n```cpp\n{CPP_SUM}```\nIt's fast.", "language": "c++"},
        {"text": f"```cpp\n{CPP_RENAMED}```", "language": "cpp17"},
        {"text": f"```cpp\n{CPP_WRONG}```", "language": "cpp17"},
        {"text": JAVA_SUM, "language": "java"},
        {"text": f"```python\n{SUM}\n```", "language": "java"},
    ]
    body = {"problems": [{"problem": SUM_ROW, "generations": texts}], "k": [1, 6], "resamples": 100, "wait": 60}
    answer = compiling.http().post("/score-generations", json=body)
    assert answer.status_code == 200, answer.text
    problem = answer.json()["scores"]["problems"][0]
    assert (problem["samples"], problem["correct"]) == (6, 4)
    assert problem["values"]["coverage@6"] == 3
    assert problem["values"]["unique_alpha@6"] == 3
    assert problem["values"]["unique_ast@6"] == 4
    assert sorted(name.split(":")[0] for name in problem["clusters"]["coarse"]) == ["normal-form", "normal-form", "v6"]
    assert answer.json()["scores"]["signature_version"] == "v6+t1"
    job = answer.json()["job_id"]
    lines = compiling.http().get(f"/jobs/{job}/results").text.splitlines()
    assert any('"how":"other_language"' in line.replace(" ", "") for line in lines)


def test_the_command_builds_a_dataset_in_several_languages_and_refuses_one_that_is_not_there(
    compiling: Service, tmp_path: Path
) -> None:
    solutions = {"language": [PYTHON3, CPP, JAVA], "solution": [SUM, CPP_SUM, JAVA_SUM]}
    source = write_rows(tmp_path / "rows.jsonl", [{**SUM_ROW, "solutions": solutions}])
    build(compiling, source, tmp_path / "out", "--languages", "C++,python3", "--min-solutions", "2", "--no-audit")
    (row,) = dataset(tmp_path / "out")
    assert row["solutions"]["language"] == ["python3", "cpp17"]
    assert report(tmp_path / "out")["by_language"]["cpp17"]["in_sets"] == 1
    assert "C++17 and Python 3" in (tmp_path / "out" / "README.md").read_text()
    refused = build(compiling, source, tmp_path / "other", "--languages", "python3,cobol", status=2)
    assert "does not have cobol (nobody knows it)" in " ".join(refused.split())
    assert not (tmp_path / "other").exists()


def test_a_text_of_a_candidate_is_judged_in_its_language_and_its_cluster_told(compiling: Service) -> None:
    candidates = [
        {"source": f"Here:\n```cpp\n{CPP_SUM}```\nThat's it.", "form": "text", "language": "cpp"},
        {"source": CPP_RENAMED, "language": "cpp17"},
        {"source": f"```java\n{JAVA_SUM}```", "form": "text", "language": "cpp17"},
    ]
    for clusters in (False, True):
        body = {"problems": [{"problem": SUM_ROW, "candidates": candidates}], "clusters": clusters, "wait": 60}
        answer = compiling.http().post("/verify", json=body)
        assert answer.status_code == 200, answer.text
        results = answer.json()["results"]
        assert [each["verdict"] for each in results] == ["AC", "AC", "CE"]
        assert "another language than C++" in results[2]["sample"]["refused"]
    named = [each["sample"]["coarse"] for each in results[:2]]
    assert named[0] == named[1]
    assert named[0].startswith("normal-form:cpp17:")
