"""`python -m equijudge_api`: serve the application with uvicorn until SIGTERM or SIGINT."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from functools import partial

import uvicorn
from pydantic import ValidationError

from equijudge_api.app import create_app
from equijudge_api.http import audit
from equijudge_api.http.auth import BadSettings
from equijudge_api.http.slow_clients import ConnectionLimits, SlowClientProtocol
from equijudge_api.settings import Settings
from equijudge_api.shutdown import ShutdownServer
from equijudge_core.logs import LineFormatter

NOT_STARTED = 3  # exit status: the port is taken, for example
SHUTDOWN_GRACE_S = 3  # how long open requests may hold up the end


def main() -> int:
    """Serve until told to stop. Exit status 2: settings are wrong, each is named; 3: the server did not start."""
    try:
        settings = Settings()
        audit.install_handler(settings.audit_file)
        app = create_app(settings)
    except ValidationError as error:
        for fault in error.errors():
            name = "EQUIJUDGE_" + "_".join(str(part) for part in fault["loc"]).upper()
            print(f"equijudge_api: {name}: {fault['msg']}", file=sys.stderr)
        return 2
    except BadSettings as error:
        print(f"equijudge_api: {error}", file=sys.stderr)
        return 2
    set_up_logging(settings)
    limits = ConnectionLimits(settings.head_timeout_s, settings.stall_timeout_s, settings.max_connections)
    config = uvicorn.Config(
        app,
        http=partial(SlowClientProtocol, limits=limits),  # type: ignore[arg-type]  # uvicorn only calls it
        ws="none",
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,  # http/request_id.py logs each request, with its id
        timeout_graceful_shutdown=SHUTDOWN_GRACE_S,
    )
    server = ShutdownServer(config, app.state.shutdown)
    with suppress(KeyboardInterrupt):  # SIGINT, told once more when the server has ended
        server.run()
    return 0 if server.started else NOT_STARTED


def set_up_logging(settings: Settings) -> None:
    """Log to stderr, uvicorn's lines too; of other libraries only what is at least INFO."""
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter(settings.log_format, service="api"))
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.basicConfig(level=max(level, logging.INFO), handlers=[handler])
    logging.getLogger("equijudge_api").setLevel(level)


if __name__ == "__main__":
    sys.exit(main())
