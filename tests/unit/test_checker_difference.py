"""The first difference: found at the right line, shown briefly, printable whatever the program wrote."""

from __future__ import annotations

from equijudge_core.contracts.verify import CheckerSpec, FirstDifference
from equijudge_core.judging.checkers import make_checker


def difference(expected: bytes, got: bytes, name: str = "tokens") -> FirstDifference:
    found = make_checker(CheckerSpec.model_validate({"name": name})).check(expected, got).difference
    assert found is not None
    return found


def test_it_names_the_line_and_shows_both_lines() -> None:
    found = difference(b"1\n2 3 4\n5\n", b"1\n2 3 9\n5\n")

    assert found == FirstDifference(line=2, expected="2 3 4", got="2 3 9")


def test_a_missing_token_is_met_by_the_end_of_the_output() -> None:
    found = difference(b"1\n2\n3\n", b"1\n2\n")

    assert found == FirstDifference(line=3, expected="3", got="(end of output)")


def test_an_extra_token_is_placed_by_the_line_of_the_output() -> None:
    found = difference(b"1 2\n", b"1 2\n\n\n7\n")

    assert found == FirstDifference(line=4, expected="(end of output)", got="7")


def test_a_difference_inside_a_long_token_is_shown_with_what_is_around_it() -> None:
    found = difference(b"7" * 19_000 + b"1" * 1_000, b"7" * 19_000 + b"2" * 1_000)

    assert found.expected == "…" + "7" * 30 + "1" * 50 + "…"
    assert found.got == "…" + "7" * 30 + "2" * 50 + "…"


def test_numbers_within_tolerance_are_not_the_difference() -> None:
    found = difference(b"1.0\n2.0\n3.0\n", b"1.000001\n2.000001\n4\n", name="codecontests")

    assert found == FirstDifference(line=3, expected="3.0", got="4")


def test_case_is_not_the_difference_where_it_is_ignored() -> None:
    found = difference(b"YES abc\n", b"yes abd\n", name="codecontests")

    assert (found.expected, found.got) == ("YES abc", "yes abd")


def test_a_wrong_token_before_a_missing_one_is_the_difference() -> None:
    found = difference(b"1 2 3", b"1 9", name="codecontests")

    assert (found.expected, found.got) == ("1 2 3", "1 9")


def test_control_and_broken_bytes_are_escaped_and_utf8_is_not() -> None:
    found = difference("é".encode(), "é\x1b[2J\0\u2028".encode() + b"\xff")

    assert found.expected == "é"
    assert found.got == "é\\x1b[2J\\x00\\u2028\\xff"


def test_characters_are_not_cut_in_two() -> None:
    expected, got = "é" * 100 + "a", "é" * 100 + "b"

    assert difference(expected.encode(), got.encode()).expected == "…" + "é" * 15 + "a"


def test_exact_shows_line_ends_and_counts_lines() -> None:
    found = difference(b"a\nb\n", b"a\nb \n", name="exact")

    assert found == FirstDifference(line=2, expected="a\\nb\\n", got="a\\nb \\n")


def test_exact_with_nothing_written() -> None:
    found = difference(b"a\n", b"", name="exact")

    assert found == FirstDifference(line=1, expected="a\\n", got="(end of output)")
