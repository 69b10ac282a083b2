"""The program in a model's text, as the judge finds it: no service, nothing is run."""

from __future__ import annotations

from equijudge.errors import BadArgument
from equijudge_core.judging.languages import LANGUAGES, find_language
from equijudge_core.judging.row_reader import quote
from equijudge_core.programs.code_extraction import Extracted, extract


def extract_code(text: str, language: str = "python3", called: str = "") -> str | None:
    """Return the whole program in a model's answer, None where it holds none.

    It is the one that `Client.score` and the rewards would have judged: fences, thinking, chatter and tokens are
    left out, the lines dedented, line ends as written. `language` is the one that is looked for, by a name or
    alias; `called` the function that is to be called, where one is: what defines it is the program. Decided by
    syntax alone; the source is parsed in this process and never run. Time is linear in the text. Raises BadArgument
    for what is no str or no name of a function and for a language that nobody knows, and for no text whatever else.
    `docs/code-extraction.md` has the rule; `equijudge_core.programs.code_extraction` also says how, and why not.
    """
    return extraction(text, language, called).program


def extraction(text: str, language: str = "python3", called: str = "") -> Extracted:
    """Extract the code, and say how it was found and what is wrong with it, or why there is none."""
    if not isinstance(text, str):
        raise BadArgument(f"text: a str is needed, got {type(text).__name__}")
    if not isinstance(called, str) or (called and not (called.isidentifier() and called.isascii())):
        raise BadArgument(f"called: must be the name of a function, not {quote(called)}")
    return extract(text, language=canonical_language(language), called=called)


def canonical_language(name: object, field: str = "language") -> str:
    """The name of a language that is called so. Raises BadArgument, naming the field, for one that nobody knows."""
    found = find_language(name) if isinstance(name, str) else None
    if found is None:
        raise BadArgument(f"{field}: unknown, {quote(name)}; one of {', '.join(LANGUAGES)}")
    return found.name
