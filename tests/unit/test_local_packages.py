"""The folder of packages that local cells share: one for each kind of interpreter and each set of versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from equijudge_sandbox.drivers import local_packages


def folders(cache: Path) -> int:
    return len(list(cache.glob("packages-*")))


def test_what_is_there_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_packages, "PACKAGES", ("sortedcontainers",))
    local_packages.package_versions.cache_clear()
    assert local_packages.ensure_package_folder(tmp_path) == local_packages.ensure_package_folder(tmp_path)
    assert folders(tmp_path) == 1
    local_packages.package_versions.cache_clear()


def test_two_pythons_with_the_same_versions_share_no_compiled_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """numpy 2.5 of Python 3.13 was handed to cells of 3.12: every program that imports it failed."""
    monkeypatch.setattr(local_packages, "PACKAGES", ("sortedcontainers",))
    local_packages.package_versions.cache_clear()
    first = local_packages.ensure_package_folder(tmp_path)
    monkeypatch.setattr(local_packages, "ABI", "cpython-399-x86_64-linux-gnu")
    assert local_packages.ensure_package_folder(tmp_path) != first
    assert folders(tmp_path) == 2
    local_packages.package_versions.cache_clear()
