"""ATTACKS.md section 5: output files that are something else, and paths that are no paths."""

from __future__ import annotations

import pytest

from equijudge_core.verdict import Verdict
from equijudge_sandbox.base import Sandbox
from tests.cells import judged, run_one, works_still


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("os.symlink('/etc/passwd', 'output.txt')", "not a regular file"),
        ("os.symlink('/dev/zero', 'output.txt')", "not a regular file"),
        ("os.mkfifo('output.txt')", "not a regular file"),
        ("os.mkdir('output.txt')", "not a regular file"),
        ("open('other', 'w').write('1'); os.link('other', 'output.txt')", "has other names"),
        ("pass", "missing"),
        ("open('output.txt', 'w').write('1'); os.chmod('output.txt', 0)", "unreadable"),
    ],
)
def test_an_output_file_that_is_no_plain_file_is_refused(sandbox: Sandbox, made: str, said: str) -> None:
    result = judged(sandbox, f"import os\n{made}", "1\n", output_file="output.txt")
    assert result.verdict == Verdict.WA
    assert said in result.reason
    assert works_still(sandbox)


def test_an_output_file_over_the_limit_is_ole(sandbox: Sandbox) -> None:
    assert (
        judged(sandbox, "open('output.txt', 'w').write('x' * (17 << 20))", output_file="output.txt").verdict
        == Verdict.OLE
    )


def test_a_sparse_output_file_over_the_limit_is_not_read(sandbox: Sandbox) -> None:
    result = judged(sandbox, "open('output.txt', 'w').truncate(60 << 20)", output_file="output.txt")
    assert result.verdict == Verdict.OLE


@pytest.mark.parametrize("path", ["''", "'x' * 5000", "b'\\xff' * 300", "'a\\0b'", "'/' * 4096"])
def test_an_impossible_path_is_the_programs_own_problem(sandbox: Sandbox, path: str) -> None:
    assert run_one(sandbox, f"open({path}, 'w')").exit_code == 1
    assert works_still(sandbox)
