"""Texts lie in Redis compressed where that pays, and are read whichever way they lie there."""

from __future__ import annotations

import os

import pytest

from equijudge_queue.compression import WORTH_BYTES, is_packed, pack, unpack


@pytest.mark.parametrize("text", ["", "{}", '{"a": "%s"}' % ("ä" * 5000), "[" * 3000])
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert unpack(pack(text)).decode() == text


def test_only_what_becomes_shorter_is_compressed() -> None:
    short, noise, long = "{" * 10, os.urandom(2 * WORTH_BYTES).hex().encode(), "{" + "0" * 100_000
    assert pack(short) == short.encode()
    assert len(pack(noise)) < 0.6 * len(noise)
    assert len(pack(long)) < 1000
    assert unpack(b'{"stored": "before"}') == b'{"stored": "before"}'


def test_what_is_packed_stays_as_it_is() -> None:
    once = pack("{" + "0" * 5000)
    assert is_packed(once)
    assert pack(once) is once


def test_broken_data_are_named() -> None:
    with pytest.raises(ValueError, match="stored data are broken"):
        unpack(pack("{" + "0" * 5000)[:-4])
