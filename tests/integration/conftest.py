"""One service for the tests that do not hurt it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.service import Http, Service, running


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("service"), settings={"EQUIJUDGE_MAX_BODY_BYTES": str(2 << 20)}) as made:
        yield made


@pytest.fixture
def http(service: Service) -> Http:
    return service.http()
