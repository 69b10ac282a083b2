"""Submissions of real packages that their authors call accepted: each is AC here, in its language.

`python -m tests.packages` judges the others too, and prints the tables.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.labelled import DATA, make_judge
from tests.packages import Judged, describe, read_submissions, refused

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the packages are not here ({DATA.name})")


def test_what_its_authors_call_accepted_is_accepted(tmp_path: Path) -> None:
    """The first submission of each package in each language."""
    accepted = [each for each in read_submissions() if each.expected == "AC"]
    first = {(each.package, each.language): each for each in reversed(accepted)}
    sandbox, judge = make_judge("local", tmp_path)
    judged = [Judged(submission, submission.judge(judge)) for submission in first.values()]
    sandbox.close()
    assert Counter(each.submission.language for each in judged) == {"cpp17": 12, "python3": 12}
    assert [describe(each) for each in refused(judged)] == []


def test_every_submission_of_every_package_is_read() -> None:
    submissions = list(read_submissions())
    labels = Counter((each.expected, each.language) for each in submissions)
    assert len(submissions) == 116
    assert len({each.package for each in submissions}) == 12
    assert (labels["AC", "cpp17"], labels["AC", "python3"]) == (20, 24)
    assert {each.multiplier for each in submissions} == {1.66, 2.0, 3.0, 4.0, 5.0, 40.0}
