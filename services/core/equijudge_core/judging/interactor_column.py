"""Reads the column `interactor` of a row: a program that candidates talk to, and what may not stand beside it."""

from __future__ import annotations

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.own_programs import read_program
from equijudge_core.judging.row_reader import RowReader

INTERACTIVE = tuple(name for name, rules in PROTOCOLS.items() if rules.interactor is not None)
CHECKED_AFTER = tuple(name for name, rules in PROTOCOLS.items() if rules.checks_after)


def read_interactor(reader: RowReader) -> OwnChecker | None:
    """Read the program; None where there is none, or one with a fault."""
    interactor = read_program(reader, "interactor")
    if interactor is not None and interactor.protocol not in INTERACTIVE:
        says = f"the protocol {interactor.protocol} has no interactors"
        reader.fail("interactor.protocol", says, f"one of {', '.join(INTERACTIVE)}")
        return None
    if interactor is not None and interactor.validation_passes > 1:
        reader.fail("interactor.validation_passes", "programs that talk to an interactor have one pass", "1")
        return None
    return interactor


def check_interaction(
    reader: RowReader,
    interactor: OwnChecker | None,
    checker: CheckerSpec | OwnChecker | None,
    input_file: str,
    output_file: str,
) -> None:
    """Note what may not stand beside an interactor."""
    if interactor is None:
        return
    for field, name in (("input_file", input_file), ("output_file", output_file)):
        if name:
            reader.fail(field, "a program that talks to an interactor has no files", "no name")
    if checker is not None and interactor.protocol not in CHECKED_AFTER:
        says = f"after an interactor of the protocol {interactor.protocol} no checker has a say"
        reader.fail("checker", says, f"null, or an interactor of {', '.join(CHECKED_AFTER)}")
