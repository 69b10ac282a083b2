"""What `python -m tests.mutations` takes away is there to be taken away, and so are the tests that should notice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.mutations import ROOT, Mutation, mutate, mutations


@pytest.mark.parametrize("mutation", mutations(), ids=lambda mutation: mutation.name)
def test_every_wall_is_in_its_file_once(mutation: Mutation, tmp_path: Path) -> None:
    copy = tmp_path / Path(mutation.file).name
    shutil.copy(ROOT / mutation.file, copy)
    mutate(copy, mutation.changes)
    assert copy.read_text() != (ROOT / mutation.file).read_text()


@pytest.mark.parametrize("mutation", mutations(), ids=lambda mutation: mutation.name)
def test_the_tests_that_should_notice_are_there(mutation: Mutation) -> None:
    named = [test for test in mutation.tests if test.endswith(".py")]
    assert named
    assert [test for test in named if not (ROOT / test).is_file()] == []
