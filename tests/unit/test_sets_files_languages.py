"""What build-sets writes of sets in several languages, and what it reads that was written before there were any."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from equijudge.cli.build_sets import choose_languages
from equijudge.errors import BadArgument
from equijudge.sets import build, shards
from equijudge.sets.card import render_card
from equijudge.sets.journal import Journal
from equijudge.sets.page import render_page
from equijudge.sets.records import Record
from equijudge.sets.report import Report
from equijudge.sets.sources import import_extra
from equijudge_api.planning.languages import describe
from equijudge_core.contracts.service import KnownLanguage, LanguageInfo, MissingLanguage, ServiceLanguages
from equijudge_core.contracts.sets import Cluster, LanguageShare, SetOptions
from equijudge_core.judging.languages import LANGUAGES
from tests.unit.test_sets_files import HEADER, LIMITS, record, written

CPP_KEY = "normal-form:cpp17:t1:0"
SEVERAL = HEADER.model_copy(update={"options": SetOptions(languages=("python3", "cpp17"))})


def record_of_two(position: int) -> Record:
    """A set of a program in Python and two in C++, which differ in names."""
    (first,) = record(position).found.solutions  # type: ignore[union-attr]
    others = [
        first.model_copy(
            update={"position": number, "source": f"int a{number};", "language": "cpp17", "features": ()}
            | {"coarse": CPP_KEY, "fine": CPP_KEY}
        )
        for number in (2, 3)
    ]
    clusters = (
        Cluster(id=CPP_KEY, features=(), solutions=(2, 3), fine=1),
        Cluster(id="v1:c", features=("set",), solutions=(1,), fine=1),
    )
    shares = {
        "python3": LanguageShare(taken=2, unique=2, accepted=1, clusters=1, limits=LIMITS, language_version="3.11"),
        "cpp17": LanguageShare(taken=4, unique=3, accepted=2, clusters=1, limits=LIMITS, language_version="12"),
    }
    return record(position, solutions=(first, *others), clusters=clusters, by_language=shares)


def test_a_record_of_a_version_before_0_3_is_read() -> None:
    old = record(0).model_dump(mode="json", exclude_none=True)
    found = old["found"]
    found["funnel"]["python3"] = found["funnel"].pop("taken")
    del found["by_language"]
    for each in found["solutions"]:
        del each["language"]
    assert Record.model_validate(old) == record(0)


def test_a_journal_begun_before_0_3_is_gone_on_with_by_the_same_options(tmp_path: Path) -> None:
    written(tmp_path / "j", record(0))
    with closing(sqlite3.connect(tmp_path / "j")) as connection, connection:
        (text,) = connection.execute("SELECT header FROM header").fetchone()
        header = json.loads(text)
        del header["options"]["languages"]
        connection.execute("UPDATE header SET header = ?", (json.dumps(header),))
    with Journal(tmp_path / "j", HEADER) as journal:
        assert [each.position for each in journal.records()] == [0]
    with pytest.raises(BadArgument, match="begun with other options: languages"), Journal(tmp_path / "j", SEVERAL):
        pass


def test_the_report_counts_programs_by_language_where_several_were_asked_for() -> None:
    report = Report.of([record_of_two(0), record_of_two(1)])
    assert report.summary()["by_language"]["cpp17"] == {
        "taken": 8,
        "unique": 6,
        "accepted": 4,
        "problems": 2,
        "in_sets": 4,
        "clusters": 2,
    }
    assert "by_language" not in Report.of([record(0)]).summary()


def test_a_row_says_each_programs_language(tmp_path: Path) -> None:
    (path,) = shards.write_shards([record_of_two(0)], 1, tmp_path)
    (row,) = import_extra("pyarrow.parquet").read_table(path).to_pylist()
    assert row["solutions"]["language"] == ["python3", "cpp17", "cpp17"]
    assert row["clusters"]["id"] == [CPP_KEY, "v1:c"]


def test_card_and_page_say_languages_and_what_a_cluster_is() -> None:
    several, alone = Report.of([record_of_two(0)]), Report.of([record(0)])
    card, old_card = render_card(SEVERAL, several.summary()), render_card(HEADER, alone.summary())
    assert "the Python 3 and C++17 solutions" in card
    assert "| `cpp17` | 4 | 3 | 2 | 2 | 1 |" in card
    assert '"languages": ["python3", "cpp17"]' in card
    assert "the Python 3 solutions" in old_card
    assert "languages" not in old_card.split("Options:")[1]
    page, old_page = render_page([record_of_two(0)], several, "t", "now"), render_page([record(0)], alone, "t", "now")
    assert "by normal form" in page
    assert "solution 2 · cpp17 ·" in page
    assert ">Python 3</button>" in old_page
    assert "solution 1 · 0.250 s" in old_page


def test_languages_of_the_command_are_canonical_and_named_once() -> None:
    assert choose_languages("py3, C++,java,cpp17,perl") == ("python3", "cpp17", "java", "perl")
    with pytest.raises(BadArgument, match="--languages"):
        choose_languages(" ,")


def lists(there: Sequence[str]) -> Any:
    """A client of a service that says these languages are there, the second time it is asked."""
    known = {name: KnownLanguage(**describe(each, {})) for name, each in LANGUAGES.items()}
    answers = [
        ServiceLanguages(languages=(), missing=()),
        ServiceLanguages(
            languages=tuple(LanguageInfo(**dict(known[name]), version="1") for name in there),
            missing=tuple(
                MissingLanguage(**dict(each), reason=f"no {name} here")
                for name, each in known.items()
                if name not in there
            ),
        ),
    ]

    class Listing:
        async def languages(self) -> ServiceLanguages:
            return answers.pop(0)

    return Listing()


async def test_a_language_that_the_service_lacks_is_refused_before_any_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "PAUSE_S", 0.0)
    await build.require_languages(lists(["python3", "cpp17"]), ("cpp17", "python3"))
    with pytest.raises(BadArgument, match=r"does not have rust \(no rust here\), perl \(nobody knows it\)"):
        await build.require_languages(lists(["python3", "cpp17"]), ("cpp17", "rust", "perl"))


async def test_python_alone_asks_nobody() -> None:
    await build.require_languages(None, ("python3",))  # type: ignore[arg-type]
