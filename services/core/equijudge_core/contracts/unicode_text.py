"""Text that is no Unicode: half a character (a lone surrogate) has no UTF-8, so that no file, message or hash holds it.

JSON and Python strings can hold one all the same: models and data sets have some. What becomes of it is decided here:

* What is to be judged (a candidate's source, a model's text) is read as every decoder reads it: U+FFFD for each.
* A name, an id, an option of a request with one is refused; contracts.Model sees to it.
* A problem's row keeps it: a test may be about it. It travels as JSON text, in which it is escaped.
* What is only shown (an error's field, a name in a listing) has it escaped.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

NO_UNICODE = "holds a lone surrogate, which is no Unicode text"


def is_unicode(text: str) -> bool:
    """Whether the text can be encoded."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def replace_surrogates(value: Any) -> Any:
    """Put U+FFFD for each lone surrogate of a text. What is no text stays as it is, for whoever looks at its type."""
    if not isinstance(value, str) or is_unicode(value):
        return value
    return "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in value)


def escape_surrogates(value: Any) -> Any:
    r"""Write `\udXXX` for each lone surrogate of a text. What is no text stays as it is."""
    if not isinstance(value, str) or is_unicode(value):
        return value
    return value.encode("utf-8", "backslashreplace").decode()


JudgedText = Annotated[str, BeforeValidator(replace_surrogates)]
ShownText = Annotated[str, BeforeValidator(escape_surrogates)]
