"""`python -m tests.fuzz [N]`: schemathesis makes up N requests for every operation of the OpenAPI document, right
and wrong ones, and chains of them, and holds every answer of a real service against the document.

Exit status 0: not one failure. The report of the run, every request in it, is build/fuzz.json.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.service import KEY, OUTCOME_KEY, Service, running

REPORT = Path(__file__).parents[1] / "build" / "fuzz.json"
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
)
SETTINGS = {
    "EQUIJUDGE_REQUESTS_PER_S": "0",  # or most of the answers would be 429
    "EQUIJUDGE_RUN_EVENTS_S": "2",  # of runs that nobody takes
}


def fuzz(service: Service, examples: int, seed: int, key: str = KEY, report: Path = REPORT) -> tuple[int, str]:
    """Exit status and output of schemathesis."""
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "run", f"{service.http().base}/openapi.json"),
        *("--header", f"Authorization: Bearer {key}", "--checks", ",".join(CHECKS)),
        *("--max-examples", str(examples), "--seed", str(seed), "--continue-on-failure", "--no-color"),
        *("--request-timeout", "90", "--generation-database", "none", "--warnings", "off"),
        *("--report", "json", "--report-json-path", str(report)),
    ]
    with tempfile.TemporaryDirectory() as folder:  # it leaves a folder of its own where it runs
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def main(arguments: list[str]) -> int:
    examples = int(arguments[0]) if arguments else 100
    REPORT.parent.mkdir(exist_ok=True)
    status = 0
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), settings=SETTINGS) as service:
        for key in (KEY, OUTCOME_KEY):
            code, output = fuzz(service, examples, seed=1, key=key)
            print(output, flush=True)
            status = status or code
        print("tracebacks in the API's log:", service.log("api").count("Traceback"))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
