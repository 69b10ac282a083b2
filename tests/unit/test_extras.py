"""Extras: what they need is read from the installed package, and what is missing is named."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from equijudge import MissingExtra, extras

REQUIRES = [
    "httpx>=0.27",
    "absent-one>=1; extra == 'small'",
    "pytest>=8; extra == 'small'",
    "equijudge[small]; extra == 'large'",
    "Absent_Two[fast]>=2,<3; extra == 'large'",
    "absent-here>=1; (sys_platform == 'linux' and platform_machine == 'x86_64') and extra == 'large'",
]


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "requires", lambda name: REQUIRES)


def test_what_is_missing_of_an_extra_and_of_the_extras_it_names() -> None:
    assert list(extras.missing("small")) == ["absent-one"]
    assert list(extras.missing("large")) == ["absent-one", "Absent_Two"]


def test_the_error_names_the_extra_and_the_packages() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'equijudge\[large\]' \(missing: Absent_Two, absent-one\)"):
        extras.require("large")


def test_a_checkout_that_was_not_installed_lacks_nothing_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(extras, "requires", requires)
    extras.require("large")
