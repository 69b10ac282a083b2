"""What may go wrong in a run, each with what to do about it in its message."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class RunError(Exception):
    """A run cannot start or go on."""


class Diverged(RunError):
    """A loss or gradient is not a number any more; the weights of the step before are the last good ones."""


class PushedDown(UserWarning):
    """A penalty is so strong that it makes many of the right programs less likely."""


@contextmanager
def as_run_error(field: str) -> Iterator[None]:
    """Turn a ValueError into a RunError that names `field`: the value is the run's own."""
    try:
        yield
    except ValueError as error:
        raise RunError(f"{field}: {error}") from error
