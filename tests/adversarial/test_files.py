"""Output files that are something else, and paths that are no paths."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from tests.cells import judge_program


def test_an_output_file_over_the_limit_is_ole(sandbox: Sandbox) -> None:
    assert (
        judge_program(sandbox, "open('output.txt', 'w').write('x' * (17 << 20))", output_file="output.txt").verdict
        == Verdict.OLE
    )


def test_a_sparse_output_file_over_the_limit_is_not_read(sandbox: Sandbox) -> None:
    result = judge_program(sandbox, "open('output.txt', 'w').truncate(60 << 20)", output_file="output.txt")
    assert result.verdict == Verdict.OLE
