"""exact, tokens and float, and what all checkers share: the table "Output text" of hostile outputs."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verify import CheckerSpec
from equijudge_core.judging.checkers import make_checker

ALL = ["codecontests", "exact", "tokens", "float"]
BY_TOKEN = ["codecontests", "tokens", "float"]


def accepts(name: str, expected: bytes, got: bytes) -> bool:
    spec = CheckerSpec.model_validate({"name": name})
    return make_checker(spec).check(expected, got).ok


@pytest.mark.parametrize("name", BY_TOKEN)
@pytest.mark.parametrize("got", [b"1 2\n3", b"1 2\r\n3\r\n", b"1 2  \n3 \n\n", b"\n1\t2 3\v\n"])
def test_layout_does_not_matter_token_by_token(name: str, got: bytes) -> None:
    assert accepts(name, b"1 2\n3\n", got)


@pytest.mark.parametrize("got", [b"1 2\r\n3\r\n", b"1 2 \n3\n", b"1 2\n3\n\n", b"1 2\n3\n "])
def test_exact_forgives_no_layout(got: bytes) -> None:
    assert not accepts("exact", b"1 2\n3\n", got)


@pytest.mark.parametrize(("expected", "got"), [(b"a\n", b"a"), (b"a", b"a\n"), (b"", b"\n")])
def test_exact_forgives_one_newline_at_the_end(expected: bytes, got: bytes) -> None:
    assert accepts("exact", expected, got)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("got", [b"hello\0\n", b"hel\0lo\n", b"\0hello\n", b"hello \0\n"])
def test_a_nul_byte_in_a_right_output_is_wrong(name: str, got: bytes) -> None:
    assert not accepts(name, b"hello\n", got)


@pytest.mark.parametrize("name", ALL)
def test_bytes_that_are_no_utf8_are_compared_as_bytes(name: str) -> None:
    assert accepts(name, b"\xff\x80 1\n", b"\xff\x80 1\n")
    assert not accepts(name, b"\xff\x80 1\n", b"\xff\x81 1\n")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("got", [b"1 2 3 4\n", b"1 2\n", b"1 2 3\n3\n", b"2 1 3\n"])
def test_an_extra_a_missing_or_a_moved_token_is_wrong(name: str, got: bytes) -> None:
    assert not accepts(name, b"1 2 3\n", got)


@pytest.mark.parametrize("name", ALL)
def test_twenty_thousand_digits_are_compared_exactly(name: str) -> None:
    digits = b"7" * 20_000

    assert accepts(name, digits + b"\n", digits + b"\n")
    assert not accepts(name, digits + b"\n", digits[:-1] + b"8\n")


@pytest.mark.parametrize("name", BY_TOKEN)
@pytest.mark.parametrize(
    "odd",
    ["a\fb", "a\u2028b", "a\u00a0b", "a\u3000b", "a\x1cb", "a\x85b"],
    ids=["form feed", "U+2028", "no-break space", "ideographic space", "file separator", "next line"],
)
def test_only_the_five_separators_split(name: str, odd: str) -> None:
    assert accepts(name, odd.encode(), odd.encode() + b"\n")
    assert not accepts(name, b"a b", odd.encode())


@pytest.mark.parametrize("name", ALL)
def test_a_lone_surrogate_is_three_bytes_like_any_others(name: str) -> None:
    surrogate = "\ud800".encode("utf-8", "surrogatepass")

    assert accepts(name, surrogate, surrogate + b"\n")
    assert not accepts(name, surrogate, b"?")


@pytest.mark.parametrize("name", ALL)
def test_empty_is_right_only_where_empty_is_expected(name: str) -> None:
    assert accepts(name, b"", b"")
    assert not accepts(name, b"1\n", b"")
    assert not accepts(name, b"", b"1\n")


@pytest.mark.parametrize("name", ["exact", "tokens", "float"])
def test_case_matters_unless_asked_otherwise(name: str) -> None:
    blind = make_checker(CheckerSpec.model_validate({"name": name, "ignore_case": True}))

    assert not accepts(name, b"Yes", b"YES")
    assert blind.check(b"Yes", b"YES").ok


@pytest.mark.parametrize(
    ("expected", "got", "right"),
    [
        (b"1", b"1.000001", True),  # 1e-6 absolute
        (b"1", b"1.0000021", False),
        (b"1000000", b"1000001", True),  # 1e-6 relative
        (b"1000000", b"1000002", False),
        (b"-0", b"0", True),
        (b"0.5", b"+.5", True),
        (b"5e-1", b"0.5", True),
        (b"nan", b"0", False),
        (b"0", b"nan", False),
        (b"nan", b"NaN", False),  # text, and the text differs
        (b"nan", b"nan", True),
        (b"inf", b"inf", True),
        (b"inf", b"1e308", False),
        (b"inf", b"infinity", False),
        (b"1e400", b"1e400", True),
        (b"1e400", b"1e401", False),
        (b"16", b"0x10", False),
        (b"1000", b"1_000", False),
        (b"5", b"5\f", False),
        (b"1e308", b"-1e308", False),
    ],
)
def test_float_tolerates_only_finite_decimals(expected: bytes, got: bytes, right: bool) -> None:
    assert accepts("float", expected, got) is right


def test_float_takes_the_larger_of_its_two_tolerances() -> None:
    absolute = make_checker(CheckerSpec(name="float", abs=0.5, rel=0))
    relative = make_checker(CheckerSpec(name="float", abs=0, rel=0.25))

    assert [absolute.check(b"8", got).ok for got in (b"8.5", b"8.6", b"7.5")] == [True, False, True]
    assert [relative.check(b"8", got).ok for got in (b"10", b"10.1", b"6")] == [True, False, True]


def test_float_without_tolerance_still_compares_values() -> None:
    checker = make_checker(CheckerSpec(name="float", abs=0, rel=0))

    assert checker.check(b"1", b"1.00").ok
    assert not checker.check(b"1", b"1.0000000001").ok


@pytest.mark.parametrize(("got", "loose"), [(b"1.5 x\n", False), (b"1.50 x", True)])
def test_float_is_loose_when_it_needed_the_numbers(got: bytes, loose: bool) -> None:
    result = make_checker(CheckerSpec(name="float")).check(b"1.5 x", got)

    assert (result.ok, result.loose) == (True, loose)
