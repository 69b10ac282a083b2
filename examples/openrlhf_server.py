"""OpenRLHF's remote reward model, for trainers in whose environment equijudge is not installed:

    python examples/openrlhf_server.py --port 8701
    --reward.remote_url http://127.0.0.1:8701/get_reward --data.label_key problem

Calls that come close together are one request to the service. Where nothing was judged it answers 503, which OpenRLHF
tries again; what is wrong with a call is 422, with the reason.
"""

from __future__ import annotations

import argparse
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from equijudge import EquijudgeError, Refused
from equijudge.rewards import NoReward, openrlhf_reward

LONGEST_BODY = 64 << 20
OPTIONS: dict[str, Any] = {"wrong": -1.0}  # VerdictReward's fields


class RewardServer(ThreadingHTTPServer):
    """A thread a connection; as many may come at once as a rollout has samples."""

    daemon_threads = True
    request_queue_size = 1024


class RewardHandler(BaseHTTPRequestHandler):
    """`POST` with `query`, `prompts` and `labels`: a list each, of the same length."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer with `rewards`, `scores` and `extra_logs`."""
        size = int(self.headers.get("content-length") or 0)
        if size > LONGEST_BODY:
            self.close_connection = True  # what was not read is not to be taken for a request
            self._answer(413, {"error": f"body: {size} bytes, at most {LONGEST_BODY}"})
            return
        status, answer = compute_answer(self.headers.get_content_type(), self.rfile.read(size))
        self._answer(status, answer)

    def _answer(self, status: int, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def compute_answer(content_type: str, body: bytes) -> tuple[int, dict[str, Any]]:
    """The status and the answer to a call."""
    if content_type != "application/json":  # which a page of another site cannot send unasked
        return 415, {"error": f"content-type: application/json is wanted, not {content_type}"}
    try:
        asked = json.loads(body)
        return 200, openrlhf_reward(asked["query"], asked["prompts"], asked["labels"], **OPTIONS)
    except NoReward as nothing:
        return 503, {"error": str(nothing)}
    except (KeyError, TypeError, ValueError) as fault:
        return 422, {"error": f"query, prompts and labels are wanted, a list each: {fault}"}
    except EquijudgeError as fault:
        return 422 if isinstance(fault, Refused) else 500, {"error": str(fault)}


def main() -> None:
    """Serve until interrupted. Whoever reaches the port may ask: the key of the service stays here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8701)
    given = parser.parse_args()
    server = RewardServer((given.host, given.port), RewardHandler)
    print(f"listening on http://{given.host}:{server.server_port}/get_reward", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
