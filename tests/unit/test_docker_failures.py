"""Real messages of the engine (Docker 20.10 and 28), and what an operator is told."""

from __future__ import annotations

import pytest

from equijudge_sandbox.drivers import docker_failures

CONFLICT = (
    '409 Client Error for http+docker://localhost/v1.41/containers/create?name=equijudge-cell-7: Conflict ("Conflict. '
    'The container name "/equijudge-cell-7" is already in use by container "4f0d". You have to remove it.")'
)


def test_a_name_in_use_means_another_slot() -> None:
    assert docker_failures.is_name_conflict(CONFLICT)


@pytest.mark.parametrize(
    ("message", "remedy"),
    [
        ('404 Client Error: Not Found ("No such image: equijudge-cell:latest")', "make cell-image"),
        ("Error while fetching server API version: ('Connection aborted.', PermissionError(13, 'Permission denied'))", "docker group"),
        ("Error while fetching server API version: ('Connection aborted.', FileNotFoundError(2, 'No such file or directory'))", "Start the Docker engine"),
        ('400 Client Error: Bad Request ("Unknown runtime specified runsc")', "Register the runtime"),
        ("500 Server Error: disk on fire", "engine's log"),
    ],
)  # fmt: skip
def test_an_engine_that_gives_no_cell_comes_with_the_remedy(message: str, remedy: str) -> None:
    assert remedy in str(docker_failures.engine_unavailable(message))
