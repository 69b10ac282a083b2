"""Run programs on the input beside each, one after the other in this process.

`python -S run_samples.py` reads a JSON list of pairs of a source and an input, and prints one of what each program
printed, or of the traceback it ended with. For programs that are ours: they share the process, so that 300 of them take
a second.
"""

from __future__ import annotations

import io
import json
import sys
import traceback
from contextlib import redirect_stdout


def output(source: str, text: str) -> str:
    """What the program prints for this input."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    with redirect_stdout(io.StringIO()) as printed:
        try:
            exec(compile(source, "<program>", "exec", dont_inherit=True), {"__name__": "__main__"})
        except Exception:  # noqa: BLE001 - whatever it was belongs into the report
            return traceback.format_exc()
    return printed.getvalue()


if __name__ == "__main__":
    pairs = json.load(sys.stdin)
    print(json.dumps([output(source, text) for source, text in pairs]))
