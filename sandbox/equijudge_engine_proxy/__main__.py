"""`python -m equijudge_engine_proxy`: settings from the environment, see settings.py. SIGTERM ends it."""

from __future__ import annotations

import logging
import signal

from equijudge_core.logs import LineFormatter
from equijudge_engine_proxy.cells import Cells, Policy
from equijudge_engine_proxy.engine import Engine
from equijudge_engine_proxy.server import Proxy
from equijudge_engine_proxy.settings import Settings


def main() -> None:
    """Serve until SIGTERM or SIGINT."""
    settings = Settings()
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter(settings.log_format, service="engine-proxy"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    engine = Engine(settings.engine_socket)
    policy = Policy(
        image=settings.cell_image,
        runtime=settings.runtime,
        memory_bytes=settings.cell_memory_bytes,
        nano_cpus=round(settings.cell_cpus * 1e9),
        cells=settings.proxy_cells,
    )
    # a cell has one stream, and few calls at a time
    max_connections = 2 * settings.proxy_cells + 64
    proxy = Proxy(
        settings.proxy_socket, engine, Cells(engine, policy), image=settings.cell_image, max_connections=max_connections
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: proxy.close())
    logging.getLogger(__name__).info("cells of %s through %s", settings.cell_image, settings.proxy_socket)
    proxy.serve()


if __name__ == "__main__":
    main()
