"""LiveCodeBench's packed tests: base64 of zlib of a pickled text, read without ever unpickling.

The pickle's instructions are listed by the standard disassembler, which runs none of them, and the text is taken when
they are those of one text and nothing else. Any other instruction refuses the whole: what could build an object is
never followed, and there is no second way.
"""

from __future__ import annotations

import base64
import binascii
import pickletools
import zlib

from equijudge_core.formats.numerals import BadText

MOST_PACKED = 256 << 20  # characters of base64
TEXTS = frozenset({"UNICODE", "SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8"})
UNHEARD = frozenset({"PROTO", "FRAME", "PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"})  # they hold or mean nothing here
EXPORTED = "input_output"  # the only key of a dict in which another harness exports the tests


def unpack_text(packed: str, most: int) -> str:
    """The text that was packed; it may have `most` bytes. Raises BadText."""
    return read_pickled_text(_inflate(_decode(packed), most))


def read_pickled_text(data: bytes) -> str:
    """The text in a pickle that holds one text, or a dict of one text under `input_output`. Raises BadText."""
    said: list[tuple[str, object]] = []
    end = 0
    try:
        for opcode, argument, place in pickletools.genops(data):
            if opcode.name in UNHEARD:
                continue
            said.append((opcode.name, argument))
            end = place or 0
            if opcode.name not in TEXTS | {"EMPTY_DICT", "SETITEM", "STOP"} or len(said) > 5:
                raise BadText(f"its pickle holds more than a text: {opcode.name} is not followed")
    except BadText:
        raise
    except Exception as error:
        raise BadText("its pickle is damaged") from error
    if end != len(data) - 1:
        raise BadText("something follows its pickle")
    match said:
        case [(kind, str(text)), ("STOP", _)] if kind in TEXTS:
            return text
        case [("EMPTY_DICT", _), (key, str(name)), (kind, str(text)), ("SETITEM", _), ("STOP", _)] if {
            key,
            kind,
        } <= TEXTS and name == EXPORTED:
            return text
    raise BadText("its pickle holds something else than a text")


def _decode(packed: str) -> bytes:
    if len(packed) > MOST_PACKED:
        raise BadText(f"{len(packed)} characters long, and may have {MOST_PACKED}")
    try:
        return base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadText("is neither JSON nor base64") from error


def _inflate(data: bytes, most: int) -> bytes:
    if most < 1:  # which zlib takes for no limit
        raise BadText("is more than what is left for the packed tests of one request")
    inflater = zlib.decompressobj()
    try:
        found = inflater.decompress(data, most)
    except zlib.error as error:
        raise BadText(f"cannot be decompressed: {error}") from error
    if inflater.unconsumed_tail:
        raise BadText(f"is more than {most} bytes, decompressed")
    if not inflater.eof or inflater.unused_data:
        raise BadText("is cut off, or something follows it")
    return found
