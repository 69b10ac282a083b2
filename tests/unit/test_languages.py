"""The two tables of languages: entry for entry the same, and what of them the rest relies on."""

from __future__ import annotations

from collections import Counter

import pytest

from equijudge_core.judging.dataset_enums import LANGUAGE_WORDS
from equijudge_core.judging.languages import LANGUAGES, find_language, is_program_file
from equijudge_sandbox.languages import TOOLCHAINS


def test_the_judges_table_and_the_sandboxs_have_the_same_entries() -> None:
    assert set(LANGUAGES) == {"python3", *TOOLCHAINS}  # python3 is compiled by the runner itself


def test_no_two_languages_share_a_name_an_alias_an_ending_or_a_number() -> None:
    for said in (
        [word for each in LANGUAGES.values() for word in (each.name, *each.aliases)],
        [ending for each in LANGUAGES.values() for ending in each.extensions],
        [each.dataset for each in LANGUAGES.values() if each.dataset is not None],
    ):
        assert [word for word, times in Counter(said).items() if times > 1] == []


def test_every_number_of_the_data_set_is_a_language() -> None:
    numbers = {each.dataset for each in LANGUAGES.values() if each.dataset is not None}
    assert numbers == set(range(1, len(LANGUAGE_WORDS)))


@pytest.mark.parametrize(
    ("said", "name"), [("rust", "rust"), (" Golang ", "go"), ("C++", "cpp17"), ("Node", "javascript")]
)
def test_a_language_is_found_by_any_of_its_names_in_any_case(said: str, name: str) -> None:
    found = find_language(said)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("said", ["cobol", "", "c+", ".py"])
def test_what_no_table_names_is_no_language(said: str) -> None:
    assert find_language(said) is None


@pytest.mark.parametrize("name", sorted({name for each in TOOLCHAINS.values() for name in (each.source, each.program)}))
def test_no_problem_may_have_a_file_where_some_language_has_its_own(name: str) -> None:
    assert is_program_file(name)


@pytest.mark.parametrize("name", ["input.txt", "main.in", "program.out", "remain.py", "main_input"])
def test_what_no_language_uses_is_free_for_problems(name: str) -> None:
    assert not is_program_file(name)
