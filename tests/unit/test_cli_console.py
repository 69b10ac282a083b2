"""What the command line writes to a terminal, whatever it was given."""

from __future__ import annotations

from io import StringIO

import pytest
import typer
from rich.text import Text

from equijudge.cli.console import SafeConsole
from equijudge.cli.exit_codes import report_errors
from equijudge.errors import BadArgument
from equijudge.result_tables import make_table

# Clears the screen, sets the title, colours by C1, turns the direction, rings, goes back.
HOSTILE = "\x1b[2J\x1b]0;title\x07\x9b31m\u202e\u2066\x08\x7f\x00"


def write(*things: object) -> str:
    file = StringIO()
    console = SafeConsole(file=file, force_terminal=True, width=200, highlight=False)
    for thing in things:
        console.print(thing, style="bold", markup=False)
    return file.getvalue()


def without_styles(written: str) -> str:
    for style in ("\x1b[1m", "\x1b[0m", "\x1b[1;31m"):
        written = written.replace(style, "")
    return written


def test_no_text_has_what_a_terminal_obeys() -> None:
    table = make_table("message")
    table.add_row(Text(HOSTILE + "in a table"))
    written = without_styles(write(HOSTILE, Text(HOSTILE), table))
    assert all(each.isprintable() or each in "\n\t" for each in written)
    assert "in a table" in written


def test_styles_lines_and_letters_stay() -> None:
    assert without_styles(write("ä漢\nb ⏎ … ✓")) == "ä漢\nb ⏎ … ✓\n"
    assert "\x1b[1m" in write("bold")


@pytest.mark.parametrize("text", ["[red]x[/]", r"\[/x]", "[/x]", HOSTILE])
def test_an_error_is_told_whatever_is_in_it(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    @report_errors
    def command() -> None:
        raise BadArgument(text)

    with pytest.raises(typer.Exit):
        command()
    said = capsys.readouterr().err
    assert "error:" in said
    assert "\x1b]" not in said
