"""Runs a command in this process against a scripted HTTP server on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
from typer.testing import CliRunner

from equijudge.cli.main import build_app
from tests.unit.client_support import Script


@contextmanager
def serving(script: Script) -> Iterator[str]:
    """The URL of a server that answers as the script says."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            response = script(httpx.Request(self.command, f"http://judge{self.path}", content=body))
            self.send_response(response.status_code)
            self.send_header("content-length", str(len(response.content)))
            self.end_headers()
            self.wfile.write(response.content)

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def invoke(script: Script, *arguments: str) -> Any:
    """The result of a command that talks to the script."""
    with serving(script) as url:
        return run(*arguments, "--url", url, "--key", "k")


def run(*arguments: str) -> Any:
    """The result of a command."""
    return CliRunner().invoke(build_app(), list(arguments))
