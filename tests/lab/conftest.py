from __future__ import annotations

import pytest

from equijudge_lab.codec import LabCodec
from equijudge_lab.world import FULL, World, make_world, vocabulary


@pytest.fixture(scope="session")
def world() -> World:
    return make_world(FULL, seed=0)


@pytest.fixture(scope="session")
def codec() -> LabCodec:
    return LabCodec(vocabulary())
