"""What the documentation shows: problem details for every refusal, and examples that work when pasted."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.security import HTTPBearer
from pydantic.json_schema import models_json_schema

from equijudge_core.contracts.errors import ProblemDetails

# For the documentation's "Authorize" alone: auth.Authentication has looked at the key before any route.
BEARER = HTTPBearer(auto_error=False, description="one of the keys of EQUIJUDGE_API_KEYS, or of the key file")
REFERENCE = "#/components/schemas/{model}"
PROBLEM = {
    "content": {"application/problem+json": {"schema": {"$ref": REFERENCE.format(model=ProblemDetails.__name__)}}}
}
RETRY_AFTER = {
    "headers": {"Retry-After": {"description": "seconds", "schema": {"type": "string", "pattern": "^[0-9]+$"}}}
}
BODY = (400, 408, 413, 415, 422)  # how a request with a body may be refused
REASONS = {
    400: "the body is no JSON, or cannot be decompressed",
    401: "no valid key",
    403: "not with this key: it is outcome-only; or keys are off, and the service was not "
    "called by a name of loopback, or from a page of another site",
    404: "there is no such thing",
    408: "the body did not come in time",
    409: "the lease is over: the run was cancelled, or is another worker's by now; or a running job needs the problem",
    413: "the body is too large, costs too much to parse, or takes more bytes than a key may hold",
    415: "the body is not said to be JSON, or is compressed other than by gzip",
    422: "something in the request is wrong; every fault is named",
    429: "the queue is full, the key's rate is used up, or it holds too much; try again after `Retry-After` seconds",
    503: "Redis is away, full, or would evict; nothing was accepted; try again after `Retry-After` seconds",
}


def refusal_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may refuse with these, besides what every route may refuse with."""
    return {status: refusal_response(status) for status in (401, 403, 429, 503, *statuses)}


def refusal_response(status: int) -> dict[str, Any]:
    """One of them."""
    return {"description": REASONS[status], **PROBLEM, **(RETRY_AFTER if status in (429, 503) else {})}


def build_document(app: FastAPI) -> dict[str, Any]:
    """The application's OpenAPI document, with the schema of refusals, which no route returns as a model."""
    if app.openapi_schema is None:
        made = FastAPI.openapi(app)
        _, schemas = models_json_schema([(ProblemDetails, "serialization")], ref_template=REFERENCE)
        made["components"]["schemas"] |= schemas["$defs"]
    return app.openapi_schema or {}


SUM_ROW = {
    "name": "sum of two",
    "description": "Read two integers and print their sum.",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": {"input": ["20 22\n", "-5 5\n"], "output": ["42\n", "0\n"]},
    "generated_tests": {"input": [], "output": []},
    "time_limit": {"seconds": 1, "nanos": 0},
    "memory_limit_bytes": 268435456,
}
RIGHT = {"id": "right", "source": "print(sum(map(int, input().split())))"}
WRONG = {"id": "wrong", "source": "a, b = map(int, input().split())\nprint(a * b)"}

VERIFY_EXAMPLES: dict[str, Any] = {
    "two candidates": {
        "summary": "a right and a wrong program",
        "value": {"problems": [{"problem": SUM_ROW, "candidates": [RIGHT, WRONG]}]},
    },
    "all tests, with outputs": {
        "summary": "run every test and see what was printed",
        "value": {
            "problems": [{"problem": SUM_ROW, "candidates": [WRONG]}],
            "stop": "never",
            "detail": "outputs",
            "limits": {"time_limit_s": 2.0, "memory_limit_bytes": 134217728},
            "checker": {"name": "tokens"},
            "wait": 20,
        },
    },
    "a model's text": {
        "summary": "the program in a model's answer, and which algorithm it is",
        "value": {
            "problems": [
                {
                    "problem": SUM_ROW,
                    "candidates": [{"form": "text", "source": f"Here it is:\n```python\n{RIGHT['source']}\n```"}],
                }
            ],
            "clusters": True,
        },
    },
    "as a job": {
        "summary": "do not wait: 202 and a job to look at",
        "value": {"problems": [{"problem": SUM_ROW, "candidates": [RIGHT]}], "wait": 0},
    },
}
SCORE_EXAMPLES: dict[str, Any] = {
    "three samples": {
        "summary": "what a model wrote for one problem: two ways to be right, and a wrong one",
        "value": {
            "problems": [
                {
                    "problem": SUM_ROW,
                    "generations": [
                        "Here it is:\n```python\nprint(sum(map(int, input().split())))\n```",
                        "a, b = map(int, input().split())\nprint(a + b)",
                        {"id": "wrong", "text": WRONG["source"]},
                    ],
                }
            ],
            "k": [1, 2],
            "resamples": 1000,
        },
    }
}
EXECUTE_EXAMPLES: dict[str, Any] = {
    "a program on two inputs": {
        "value": {"programs": [{"source": "print(sum(map(int, input().split())))", "inputs": ["1 2", "20 22"]}]},
    },
    "files in and out": {
        "summary": "a file beside the program, a file that it writes, and limits of its own",
        "value": {
            "programs": [
                {
                    "id": "upper",
                    "source": "open('out.txt', 'w').write(open('data/in.txt').read().upper())",
                    "files": {"data/in.txt": "hello", "data/raw.bin": {"base64": "AAEC"}},
                    "fetch": ["out.txt"],
                    "limits": {"time_limit_s": 2.0, "memory_limit_bytes": 134217728},
                },
                {"language": "cpp17", "source": "#include <iostream>\nint main() { std::cout << 42; }"},
            ],
            "keep_bytes": 1000,
            "cache": True,
            "wait": 20,
        },
    },
}
PUT_EXAMPLES: dict[str, Any] = {"one problem": {"value": {"problems": [SUM_ROW]}}}
SETS_EXAMPLES: dict[str, Any] = {
    "a row with its solutions": {
        "value": {
            "problems": [
                {
                    "problem": {
                        **SUM_ROW,
                        "solutions": {
                            "language": [3, 3, 3],
                            "solution": [
                                "print(sum(map(int, input().split())))",
                                "a, b = map(int, input().split())\nprint(a + b)",
                                "x, y = map(int, input().split())\nprint(x + y)",
                            ],
                        },
                    }
                }
            ],
            "min_solutions": 2,
        },
    },
}
RUN_EXAMPLES: dict[str, Any] = {
    "equivalence sets and ECO": {
        "summary": "fine-tune on the sets of a finished job, draw 16 programs a held-out problem, and score them",
        "value": {
            "name": "eco, first try",
            "model": "Qwen/Qwen2.5-Coder-0.5B",
            "data": {"job": "0123456789abcdef0123456789abcdef", "max_tokens": 2048},
            "objective": {"kind": "eco", "preset": "eco"},
            "optimisation": {"epochs": 2, "batch_rows": 64, "micro_rows": 16, "bf16": True},
            "keeping": {"checkpoint_steps": 100},
            "evaluation": {"samples": 16, "temperatures": [0.6, 1.0]},
        },
    },
}
