"""Texts lie in Redis compressed where that pays, and are read whichever way they lie there."""

from __future__ import annotations

import os

import pytest

from equijudge_queue.compression import WORTH_BYTES, is_packed, packed, unpacked


@pytest.mark.parametrize("text", ["", "{}", '{"a": "%s"}' % ("ä" * 5000), "[" * 3000])
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert unpacked(packed(text)).decode() == text


def test_only_what_becomes_shorter_is_compressed() -> None:
    short, noise, long = "{" * 10, os.urandom(2 * WORTH_BYTES).hex().encode(), "{" + "0" * 100_000
    assert packed(short) == short.encode()
    assert len(packed(noise)) < 0.6 * len(noise)
    assert len(packed(long)) < 1000
    assert unpacked(b'{"stored": "before"}') == b'{"stored": "before"}'


def test_what_is_packed_stays_as_it_is() -> None:
    once = packed("{" + "0" * 5000)
    assert is_packed(once)
    assert packed(once) is once


def test_broken_data_are_named() -> None:
    with pytest.raises(ValueError, match="stored data are broken"):
        unpacked(packed("{" + "0" * 5000)[:-4])
